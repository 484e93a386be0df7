"""Records of which a text goes on in the next row."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

CASES = """
|案卷评查表 2021年6月30日|<|<|<|
|案卷号|案由|评查日期|总分|
|甲1号|网吧接纳未成年人未|2021-06-01|93|
||按规定核验身份|||
|甲2号|擅自演出|2021-06-02|85|
"""


def test_a_text_alone_that_can_be_no_record_goes_on_with_the_one_above() -> None:
    reading = read(grid(CASES, "市图书馆"))
    causes = [("甲1号", "网吧接纳未成年人未按规定核验身份"), ("甲2号", "擅自演出")]
    assert rows(only(reading), "case_no", "cause") == causes
    assert codes(reading) == [("row_goes_on", "B4")]


def test_what_every_record_must_have_stays_a_record() -> None:
    reading = read(grid(CASES.replace("||按规定核验身份|", "|甲3号||"), "市图书馆"))
    assert rows(only(reading), "case_no") == [("甲1号",), ("甲3号",), ("甲2号",)]
    assert codes(reading) == [("row_of_one_cell", "A4")]


@pytest.mark.parametrize(
    ("column", "count"), [("具体举措", 3), ("进展情况", 2), ("存在问题", 2), ("责任人", 3)]
)
def test_the_next_measure_of_a_task_is_a_row(column: str, count: int) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|完成时限|{column}|
|4.1.1|深化行政审批|2021-07-31|张三审定|
||||李四汇总|
|4.1.2|落实权责清单|2021-08-31|王五|
""")
    )
    assert only(reading).rows == count
