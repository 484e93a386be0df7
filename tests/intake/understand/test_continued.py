"""Sheets without headings that go on where the one before them ended."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, read


def test_a_sheet_of_which_the_last_column_is_blank_goes_on() -> None:
    first = """
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成进度|序号|
|4.1.1|深化行政审批|张三|80%|1|
|4.1.2|落实权责清单|李四|60%|2|
"""
    second = """
|4.1.3|优化营商环境|王五|50%|
|4.2.1|完善文件制定|赵六|40%|
"""
    reading = read(grid(first, "甲"), grid(second, "乙"))
    assert [table.rows for table in reading.tables] == [2, 2]
    assert codes(reading) == [("continued_table", "A1")]
