"""Rows that were pasted into one cell."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, read

HEAD = """
|市图书馆任务分解台账 2021年6月30日||||
|序号|任务编号|任务名称|责任人|完成进度|
|1|4.1.1|深化行政审批|张三|80%|
|@||||
|3|4.1.3|优化营商环境|李四|60%|
|#||||
"""


def _named(between: str, below: str) -> list[str | None]:
    sheet = grid(HEAD.replace("@", "x").replace("#", "y"))
    sheet.rows[3][0], sheet.rows[5][0] = between, below
    return [cell for code, cell in codes(read(sheet)) if code == "row_in_one_cell"]


def test_a_row_in_one_cell_is_named() -> None:
    row = "2\t4.1.2\t落实权责清单\t王五\t50%"
    assert _named(row, "二、其他") == ["A4"]
    assert _named("二、其他", row) == ["A6"]


def test_a_line_of_signatures_is_none() -> None:
    assert _named("二、其他\t\t", "填表人:张三\t\t审核人:李四\t\t电话:3130001") == []


def test_a_title_alone_under_a_unit_that_is_not_repeated_is_named() -> None:
    reading = read(
        grid("""
|宣传报道统计 2021年6月30日|||||
|单位|标题|媒体|级别|日期|
|市图书馆|法治小|漯河日报|市级|2021-06-18|
||品展演||||
|市文化馆|普法进社区|漯河日报|市级|2021-06-19|
||普法进校园|漯河晚报|市级|2021-06-20|
""")
    )
    assert codes(reading) == [("filled_down", "A2"), ("row_of_one_cell", "B4")]
