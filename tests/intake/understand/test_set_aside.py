"""Sheets left in a file that are not to count: void ones, drafts, samples."""

from __future__ import annotations

import pytest

from dashboard.intake.set_aside import is_not_meant
from tests.intake.sheets import codes, grid, only, read, rows

NOW = """
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|责任人|完成时限|完成进度|
|4.1.1|深化行政审批|张三|2021-07-31|80%|
|4.1.2|落实权责清单|李四|2021-08-31|60%|
"""
THEN = NOW.replace("80%", "10%")


NOT_MEANT = (
    "作废 废 旧 Sheet1(旧) 台账-旧 旧表 草稿 初稿 备份 原表 删除 不要 作废勿用 "
    "填写样例 样表(勿填) 填表示例 模板 参考 old 台账_bak"
)


@pytest.mark.parametrize("name", NOT_MEANT.split())
def test_a_sheet_that_is_not_meant_is_left_out_and_named(name: str) -> None:
    for sheets in ([grid(THEN, name), grid(NOW)], [grid(NOW), grid(THEN, name)]):
        reading = read(*sheets)
        assert rows(only(reading), "task_id", "progress") == [("4.1.1", 0.8), ("4.1.2", 0.6)]
        assert [(p.code, p.sheet) for p in reading.problems] == [("sheet_set_aside", name)]


def test_such_a_sheet_alone_of_its_kind_is_what_was_sent() -> None:
    assert rows(only(read(grid(NOW, "模板"))), "progress") == [(0.8,), (0.6,)]
    other = grid("""
|市图书馆清单公开情况 2021年6月30日||
|清单名称|是否公开|公开日期|
|权责清单|是|2021-06-01|
""")
    reading = read(other, grid(NOW, "台账(草稿)"))
    assert [table.kind for table in reading.tables] == ["published_list", "task_progress"]
    assert codes(reading) == []


@pytest.mark.parametrize(
    "name", ["新旧", "旧馆区", "原创作品", "示范创建台账", "废弃物", "7月", "台账 (2)"]
)
def test_names_that_say_no_such_thing(name: str) -> None:
    assert not is_not_meant(name)
