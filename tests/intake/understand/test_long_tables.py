"""Tables with a row a figure: what it is stands beside it."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

STAFF = ("unit_written", "enforcement_staff", "legal_reviewers")


@pytest.mark.parametrize("again", ["市图书馆", "^", ""])
@pytest.mark.parametrize(
    ("name", "value"), [("人员类别", "人数"), ("指标", "数量"), ("项目", "数值")]
)
def test_figures_of_a_unit_in_rows_of_their_own_are_one_row(
    again: str, name: str, value: str
) -> None:
    second = {"市图书馆": "市文化馆"}.get(again, again)
    reading = read(
        grid(f"""
        |法制审核人员配备(2021年6月30日)|<|<|<|
        |序号|单位|{name}|{value}|
        |1|市图书馆|执法人员|20|
        |2|{again}|法制审核人员|2|
        |3|市文化馆|执法人员|10|
        |4|{second}|法制审核人员|若干|
        |合计|||33|
        """)
    )
    table = only(reading)
    assert rows(table, *STAFF) == [("市图书馆", 20, 2), ("市文化馆", 10, None)]
    assert table.row_cells is not None
    assert table.row_cells[1] is not None
    assert table.row_cells[1]["enforcement_staff"] == "D5"
    assert codes(reading) == [("not_a_number", "D6")]
    assert reading.counts[0].outside == 0


def test_a_figure_that_a_unit_lacks_is_named() -> None:
    reading = read(
        grid("""
        |法制审核人员配备(2021年6月30日)|<|<|
        |单位|指标|数量|
        |市图书馆|执法人员|20|
        |市图书馆|法制审核人员|2|
        |市文化馆|执法人员|10|
        """)
    )
    assert rows(only(reading), *STAFF)[1] == ("市文化馆", 10, None)
    assert [code for code, _ in codes(reading)] == ["required_blank"]


def test_fields_of_business_are_no_names_of_figures() -> None:
    reading = read(
        grid("""
        |双随机抽查情况(2021年6月30日)|<|<|
        |单位|领域|计划抽查数|
        |市图书馆|网吧|20|
        |市图书馆|歌舞厅|2|
        """)
    )
    assert rows(only(reading), "planned") == [(20,), (2,)]
