"""数据接收: saying how a table is to be read, the list of such rules, taking one back."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ingest import ingest, rebuild
from tests.ingest.sheets import book
from tests.pages.test_submissions import number_of, press

HEADINGS = ("事项", "受理日期", "办理期限", "列甲")
ROW = ("占道经营", dt.date(2021, 6, 1), dt.date(2021, 7, 1), dt.date(2021, 6, 9))
CLOSED = "select unit, closed_on from raw.complaint_rows order by unit, closed_on"
LIBRARY, OTHER = "漯河市图书馆", "漯河市文化馆"


@pytest.fixture
def workspace(planned_workspace):
    """Two units, each with a sheet of which a heading is not understood."""
    workspace = planned_workspace
    for unit in ("市图书馆", "市文化馆"):
        path = workspace.inbox / f"{unit}.xlsx"
        book(path, "投诉举报办理台账", HEADINGS, ROW, unit=unit, day="2021-06-30")
    ingest(workspace)
    return workspace


def box(app, label):
    return next(one for one in app.selectbox if one.label == label)


def correct(open_page, number, heading, column):
    """Say on the submission's page what a heading is; returns the page after it."""
    page = open_page("submissions", submission=number)
    box(page.app, "表上的列名").select(heading)
    page.app.run()
    box(page.app, "这一列是").select(column)
    page.app.run()
    press(page.app, "记为规则")
    return page


def test_a_heading_put_right_is_taken_for_that_unit_alone_and_as_before_when_taken_back(
    workspace, open_page
):
    before = workspace.store.rows(CLOSED)
    assert before == [(LIBRARY, None), (OTHER, None)]
    page = correct(open_page, number_of(workspace, "市图书馆.xlsx"), "列甲", "closed_on")
    assert any("“列甲”读作“办结日期”" in one.value for one in page.app.success)
    assert "按规则 1" in page.text
    right = [(LIBRARY, dt.date(2021, 6, 9)), (OTHER, None)]
    assert workspace.store.rows(CLOSED) == right
    rebuild(workspace)
    assert workspace.store.rows(CLOSED) == right
    listed = open_page("submissions")
    assert "“列甲”读作“办结日期”" in listed.text
    press(listed.app, "取消这条规则")
    assert any("规则 1 已取消" in one.value for one in listed.app.success)
    assert "更正规则" not in listed.text
    assert workspace.store.rows(CLOSED) == before


def test_only_columns_that_no_other_heading_is_are_offered(workspace, open_page):
    page = open_page("submissions", submission=number_of(workspace, "市图书馆.xlsx"))
    box(page.app, "表上的列名").select("列甲")
    page.app.run()
    offered = box(page.app, "这一列是").options
    assert "办结日期" in offered and "不采用" in offered
    assert "事项" not in offered and "办理期限" not in offered


def test_a_heading_can_be_left_out_and_its_column_given_to_another(workspace, open_page):
    number = number_of(workspace, "市图书馆.xlsx")
    correct(open_page, number, "办理期限", "")
    correct(open_page, number, "列甲", "due_on")
    due = "select unit, due_on from raw.complaint_rows order by unit"
    assert workspace.store.rows(due) == [
        (LIBRARY, dt.date(2021, 6, 9)),
        (OTHER, dt.date(2021, 7, 1)),
    ]


def test_the_next_sheet_of_the_unit_is_read_by_the_rule(workspace, open_page):
    correct(open_page, number_of(workspace, "市图书馆.xlsx"), "列甲", "closed_on")
    row = ("噪音扰民", *ROW[1:3], dt.date(2021, 7, 8))
    path = workspace.inbox / "新.xlsx"
    book(path, "投诉举报办理台账", HEADINGS, row, unit="市图书馆", day="2021-07-09")
    ingest(workspace)
    days = [day for unit, day in workspace.store.rows(CLOSED) if unit == LIBRARY]
    assert days == [dt.date(2021, 6, 9), dt.date(2021, 7, 8)]


ODD = ("甲项", "乙项", "丙项", "丁项")


@pytest.fixture
def odd(workspace):
    """A sheet that nothing in it tells the kind of."""
    book(workspace.inbox / "怪表.xlsx", "怪表", ODD, ROW, unit="市图书馆", day="2021-06-30")
    ingest(workspace)
    return workspace


def name_table(open_page, number, unit, row, **columns):
    """Say of an unread sheet what it is; returns the page after it."""
    page = open_page("submissions", submission=number)
    box(page.app, "表格种类").select("complaint")
    box(page.app, "是哪个单位的").select(unit)
    next(one for one in page.app.text_input if one.label == "列名到第几行").input(row)
    page.app.run()
    for heading, column in columns.items():
        box(page.app, heading).select(column)
    if columns:
        press(page.app, "记为规则")
    return page


def test_a_sheet_that_was_refused_can_be_named_column_by_column(odd, open_page):
    number = number_of(odd, "怪表.xlsx")
    page = name_table(open_page, number, LIBRARY, "3", 甲项="subject", 丁项="closed_on")
    assert any("列名到第 3 行为止" in one.value for one in page.app.success), page.text
    found = "select subject, closed_on from raw.complaint_rows where subject = '占道经营'"
    mine = f"{found} and submission_id = {number}"
    assert odd.store.rows(mine) == [("占道经营", dt.date(2021, 6, 9))]
    listed = open_page("submissions").text
    assert "列名到第 3 行为止（甲项、乙项、丙项、丁项）" in listed


def test_what_leads_nowhere_is_said_and_no_rule_is_kept(odd, open_page):
    number = number_of(odd, "怪表.xlsx")
    page = name_table(open_page, number, OTHER, "3", 甲项="subject")
    assert any("规则没有保留" in one.value for one in page.app.warning)
    assert odd.store.rows("select * from raw.correction where removed_at is null") == []
    for row, said in (("三", "请填行号"), ("99", "是空的")):
        page = name_table(open_page, number, LIBRARY, row)
        assert any(said in one.value for one in page.app.error)
