"""数据接收: what a new sheet changed, row by row, and which shortfalls it began or mended."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ingest import actions, ingest
from tests.ingest.sheets import book, complaints
from tests.pages.test_submissions import number_of, press

UNIT = "漯河市图书馆"
TASKS = ("任务编号", "任务名称", "责任人", "完成进度", "状态")
FIRST = (("4.1.1", "甲项", "张三", 0.2, "进行中"), ("4.1.2", "乙项", "李四", 0.1, "进行中"))


@pytest.fixture
def workspace(planned_workspace):
    """An empty workspace but for the plan."""
    return planned_workspace


def tasks(workspace, name, day, *rows):
    path = workspace.inbox / name
    return book(path, "任务分解台账", TASKS, *rows, unit="市图书馆", day=day)


def test_a_replaced_sheet_tells_what_came_what_changed_and_what_is_gone(workspace, open_page):
    tasks(workspace, "一.xlsx", "2021-06-04", *FIRST)
    new = (("4.1.1", "甲项", "张三", 0.5, "进行中"), ("4.1.3", "丙项", "王五", None, "未启动"))
    tasks(workspace, "二.xlsx", "2021-06-11", *new)
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "二.xlsx"))
    text = " ".join(page.text.split())
    assert "新增 1 行、变化 1 处、减少 1 行" in text
    assert "4.1.1 甲项 完成进度 20% 50%" in text
    assert "新增的行（1）" in text
    assert "4.1.3 丙项 责任人：王五；状态：未启动" in text
    assert "4.1.2 乙项 责任人：李四；完成进度：10%；状态：进行中" in text
    before, now = number_of(workspace, "一.xlsx"), number_of(workspace, "二.xlsx")
    cells = [one for one in page.links if "cell=D4" in one]
    assert [f"submission={one}&" in "".join(cells) for one in (before, now)] == [True, True]


def test_the_first_sheet_has_nothing_to_be_compared_with(workspace, open_page):
    tasks(workspace, "一.xlsx", "2021-06-04", *FIRST)
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "一.xlsx"))
    assert "与上一份相比" not in page.text


def test_a_shrinking_ledger_is_told_with_the_rows_that_are_missing(workspace, open_page):
    complaints(workspace.inbox / "一.xlsx", "占道经营", "噪音扰民", "退卡难", day="2021-06-04")
    complaints(workspace.inbox / "二.xlsx", "噪音扰民", day="2021-06-11")
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "二.xlsx"))
    (said,) = [one.value for one in page.app.warning]
    assert "比上一份少 2 行" in said
    assert "占道经营" in said and "退卡难" in said
    assert "噪音扰民" not in said
    day = dt.date(2021, 7, 1)
    rows = workspace.store.reader().cursor(day).execute("from complaint").fetchall()
    assert len(rows) == 3, "what was sent before still stands"


def test_a_ledger_row_sent_again_after_a_sheet_without_it_is_compared_with_itself(
    workspace, open_page
):
    complaints(workspace.inbox / "一.xlsx", "占道经营", day="2021-06-04")
    complaints(workspace.inbox / "二.xlsx", "噪音扰民", day="2021-06-11")
    path = workspace.inbox / "三.xlsx"
    headings = ("事项", "受理日期", "办理期限", "办结日期")
    row = ("占道经营", dt.date(2021, 6, 1), dt.date(2021, 7, 1), dt.date(2021, 6, 16))
    book(path, "投诉举报办理台账", headings, row, unit="市图书馆", day="2021-06-18")
    ingest(workspace)
    text = " ".join(
        open_page("submissions", submission=number_of(workspace, "三.xlsx")).text.split()
    )
    assert "新增 0 行、变化 1 处、减少 1 行" in text
    assert "办结日期 未填 2021-06-16" in text


def test_a_submission_leads_to_the_shortfalls_it_mended_and_began(workspace, open_page):
    headings = ("事项", "受理日期", "办理期限", "办结日期")
    late = ("占道经营", dt.date(2021, 5, 1), dt.date(2021, 5, 20))
    noise = ("噪音扰民", dt.date(2021, 5, 2), dt.date(2021, 5, 30), None)
    for name, day, closed, more in (
        ("一.xlsx", "2021-06-04", None, []),
        ("二.xlsx", "2021-06-11", dt.date(2021, 6, 10), [noise]),
    ):
        path = workspace.inbox / name
        book(path, "投诉举报办理台账", headings, (*late, closed), *more, unit="市图书馆", day=day)
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "二.xlsx"))
    assert "✓ 已消除" not in page.text
    press(page.app, "看这份报送前后短板的变化")
    text = " ".join(page.text.split())
    assert "✓ 已消除 ■ 红" in text
    assert "＋ 新增 ■ 红" in text
    mended, began = text.index("✓ 已消除"), text.index("＋ 新增")
    assert text.index("占道经营", mended) < began < text.index("噪音扰民", began)


def test_a_withdrawal_and_its_restoring_are_told_with_their_reasons(workspace, open_page):
    complaints(workspace.inbox / "一.xlsx", "占道经营")
    ingest(workspace)
    number = number_of(workspace, "一.xlsx")
    actions.withdraw(workspace, int(number), "报错单位")
    actions.restore(workspace, int(number), "核实无误")
    text = open_page("submissions", submission=number).text
    assert "撤回和恢复的记录" in text
    assert "报错单位" in text and "核实无误" in text
