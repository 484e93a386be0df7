"""The same rows on several sheets of a file: a summary beside the units' own, a copy."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, read, rows

ALL = """
|法制审核人员配备汇总表 2021年6月30日|||
|单位|执法人员总数|法制审核人员数|
|市图书馆|46|3|
|市文化馆|20|1|
"""
ONE = """
|漯河市图书馆法制审核人员配备表 2021年6月30日|||||
|单位|执法人员总数|法制审核人员数|法律顾问数|
|漯河市图书馆|46|3|@|
"""
TASKS = """
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|完成进度|
|4.1.1|深化行政审批|张三|2021-07-31|80%|
|4.1.2|落实权责清单|李四|2021-08-31|60%|
"""


@pytest.mark.parametrize("advisers", ["", "2"])
@pytest.mark.parametrize("own_first", [True, False])
def test_a_unit_in_the_summary_and_on_its_own_sheet_counts_once(
    own_first: bool, advisers: str
) -> None:
    sheets = [grid(ALL, "汇总"), grid(ONE.replace("@", advisers), "图书馆")]
    reading = read(*sheets[:: -1 if own_first else 1])
    known = [row for table in reading.tables for row in rows(table, "unit", "legal_advisers")]
    more = float(advisers) if advisers else None
    assert sorted(known, key=str) == [("漯河市图书馆", more), ("漯河市文化馆", None)]
    assert codes(reading) == []


def test_what_differs_is_kept_and_named() -> None:
    reading = read(grid(ALL, "甲"), grid(ONE.replace("46", "45").replace("@", ""), "乙"))
    assert [table.rows for table in reading.tables] == [2, 1]
    assert [code for code, _ in codes(reading)] == ["unit_twice"]


def test_a_copied_sheet_counts_once() -> None:
    reading = read(grid(TASKS, "Sheet1"), grid(TASKS, "Sheet1 (2)"))
    assert [(table.sheet, table.rows) for table in reading.tables] == [("Sheet1", 2)]
    assert codes(reading) == []
    changed = read(grid(TASKS, "Sheet1"), grid(TASKS.replace("60%", "70%"), "Sheet1 (2)"))
    assert [(table.sheet, table.rows) for table in changed.tables] == [
        ("Sheet1", 2),
        ("Sheet1 (2)", 1),
    ]
    assert codes(changed) == [("rows_repeated", "A4")]


def test_other_days_and_ledgers_are_left_alone() -> None:
    may = read(grid(TASKS, "6月"), grid(TASKS.replace("6月30日", "5月31日"), "5月"))
    assert [table.rows for table in may.tables] == [2, 2]
    ledger = """
|市图书馆宣传报道 2021年6月30日|||
|标题|媒体|日期|
|法治|日报|6月1日|
"""
    assert [table.rows for table in read(grid(ledger, "甲"), grid(ledger, "乙")).tables] == [1, 1]


ISSUES = """
|市图书馆督导问题整改台账 2021年6月30日||||
|存在问题|整改措施|整改责任人|整改时限|整改状态|
|台账不全|补充|张三|2021-07-31|整改中|
|未设联络员|明确|李四|2021-07-31|整改中|
"""


def test_issues_that_nothing_identifies_count_once() -> None:
    reading = read(grid(ISSUES, "甲"), grid(ISSUES, "甲 (2)"))
    assert [(table.sheet, table.rows) for table in reading.tables] == [("甲", 2)]
    changed = read(
        grid(ISSUES, "甲"),
        grid(ISSUES.replace("|李四|2021-07-31|整改中", "|李四|2021-07-31|已整改"), "甲 (2)"),
    )
    assert [table.rows for table in changed.tables] == [2, 1]
    assert codes(changed) == [("rows_repeated", "A4")]
