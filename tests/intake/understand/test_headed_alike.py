"""Two columns headed alike, of which one cannot be what its heading says."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("heading", ["任领导", "责领导"])
def test_a_heading_that_lacks_a_letter_is_named(heading: str) -> None:
    reading = read(
        grid(f"""
|示范创建工作任务推进表||||||
|单位:市图书馆||||2021年7月2日||
|重点任务|具体任务|责任部门|{heading}|进展|完成情况|
|4.1.2 落实权责清单制度|公布清单|票务部|周杰|清单已公布|已完成|
|4.1.3 优化法治化营商环境|落实公示|票务部|周杰|公示牌制作中|推进中|
""")
    )
    assert ("heading_doubtful", "D3") in codes(reading)
