"""Headings that only resemble a column of their kind."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("任务名称|责任人|完成时限|配合科室\n甲|张三|2021-6-30|办公室", "unit", "艺术科"),
        ("文件名称|文号|合法性审核机构\n甲|漯文〔2021〕1号|法规科", "unit", "艺术科"),
        ("文件名称|文号|是否需要备案\n甲|漯文〔2021〕1号|是", "filed", None),
        ("决策事项|合法性审查|是否需要专家论证\n甲|是|是", "expert_review", None),
        ("清单名称|是否公开|应公开日期\n权责清单|否|2021-6-1", "published_on", None),
        ("标题|媒体|投稿日期\n甲|河南日报|2021-6-1", "published_on", None),
        ("存在问题|整改时限|申请销号日期\n甲|2021-6-30|2021-6-9", "closed_on", None),
        ("存在问题|整改时限|交办日期\n甲|2021-6-30|2021-6-9", "found_on", dt.date(2021, 6, 9)),
        ("任务名称|责任人|下一步工作措施\n甲|张三|再查", "measure", None),
        (
            "任务名称|责任人|上月完成情况|本月完成情况\n甲|张三|未启动|进行中\n乙|张三|未启动|进行中",
            "status",
            "in_progress",
        ),
        ("任务名称|责任人|上周进展|本周进展\n甲|张三|起草|印发", "note", "印发"),
    ],
)
def test_a_heading_that_only_resembles_a_column_is_not_taken_for_it(
    table: str, column: str, value: object
) -> None:
    lines = "\n".join(f"|{line}|" for line in table.splitlines())
    sheet = grid(f"|艺术科情况(2021年6月30日)|\n{lines}")
    assert set(rows(only(read(sheet)), column)) == {(value,)}


def test_when_a_task_really_began_is_shown_and_no_second_beginning() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年6月30日)|<|<|<|<|<|
|任务编号|任务内容|计划开始时间|实际开始时间|计划完成时间|实际完成时间|
|4.1.2|落实权责清单制度|2021-6-1|2021-6-3|2021-7-1|2021-7-2|
""")
    )
    days = [(dt.date(2021, 6, 1), dt.date(2021, 7, 1))]
    assert rows(only(reading), "starts_on", "due_on") == days
    assert only(reading).unmatched == {"D": "实际开始时间", "F": "实际完成时间"}
    assert codes(reading) == []


def test_months_and_days_under_no_heading_are_named_where_a_date_is_asked() -> None:
    reading = read(
        grid("""
|市图书馆投诉举报台账(2021年6月30日)|<|<|<|<|
|月|日|投诉内容|办理期限|办结日期|
|6|3|停车难|2021-6-20|2021-6-9|
""")
    )
    assert rows(only(reading), "received_on") == [(None,)]
    assert codes(reading) == [("heading_doubtful", "A2")]
