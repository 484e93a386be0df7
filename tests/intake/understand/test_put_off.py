"""Deadlines that were put off, in a column of their own beside the first."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows

FIRST, NEW = dt.date(2021, 6, 10), dt.date(2021, 8, 31)


def test_the_new_deadline_counts_where_there_is_one() -> None:
    reading = read(
        grid("""
        |市图书馆任务台账(2021年6月30日)|<|<|<|
        |任务名称|责任人|原完成时限|调整后完成时限|
        |甲|张三|2021-6-10|2021-8-31|
        |乙|李四|2021-6-10||
        |丙|王五|2021-6-10|/|
        |丁|赵六|2021-6-10|未调整|
        |戊|钱七|2021-6-10|若干日|
        """)
    )
    table = only(reading)
    assert [day for (day,) in rows(table, "due_on")] == [NEW, FIRST, FIRST, FIRST, None]
    assert table.row_cells is not None
    assert [cells and cells["due_on"] for cells in table.row_cells[:2]] == ["D3", "C4"]
    assert codes(reading) == [("not_a_date", "D7")]
    assert reading.counts[0].unmatched == 0


def test_under_a_group_too() -> None:
    table = only(
        read(
            grid("""
            |市图书馆督导问题整改台账(2021年6月30日)|<|<|<|
            |存在问题|整改责任人|整改时限|<|
            |^|^|原定|延期至|
            |甲|张三|2021-6-10|2021-8-31|
            """)
        )
    )
    assert rows(table, "due_on") == [(NEW,)]


def test_a_reason_for_putting_off_is_no_deadline() -> None:
    table = only(
        read(
            grid("""
            |市图书馆任务台账(2021年6月30日)|<|<|<|
            |任务名称|责任人|完成时限|延期原因|
            |甲|张三|2021-6-10|等待批复|
            """)
        )
    )
    assert rows(table, "due_on") == [(FIRST,)]
