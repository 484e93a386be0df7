"""Two columns headed alike, of which one cannot be what its heading says."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_column_that_is_left_is_named() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|责任人|完成进度|
|4.1.1|深化行政审批|张三|d:2021-07-31|80%|
|4.1.2|落实权责清单|李四|d:2021-08-31|60%|
""")
    )
    assert rows(only(reading), "person", "due_on") == [("张三", None), ("李四", None)]
    assert codes(reading) == [("heading_repeated", "D2")]
