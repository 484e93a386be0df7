"""A number that slipped into a far cell."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


@pytest.mark.parametrize("row", [2, 3, 4])
def test_a_number_far_to_the_right_costs_no_row(row: int) -> None:
    lines = """
|案卷评查表 2021年6月30日|<|<|<|||||
|填报单位:市图书馆|||||||@2|
|案卷号|案卷类型|案由|总分||||@3|
|甲1号|行政处罚|网吧|93||||@4|
|甲2号|行政处罚|歌舞|85|||||
""".replace(f"@{row}", "1")
    for other in (2, 3, 4):
        lines = lines.replace(f"@{other}", "")
    reading = read(grid(lines))
    assert rows(only(reading), "case_no", "total") == [("甲1号", 93), ("甲2号", 85)]
    assert [code for code, _ in codes(reading) if code != "heading_missing"] == []
