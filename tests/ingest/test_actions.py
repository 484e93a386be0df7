from __future__ import annotations

import datetime as dt

import pytest

from dashboard.errors import UsageError
from dashboard.ingest import actions, ingest, rebuild
from dashboard.intake.model import Correction
from tests.ingest.sheets import book, complaints, content
from tests.ingest.test_ingest import subjects


@pytest.fixture
def taken(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲")
    ingest(workspace)
    return workspace


def test_a_withdrawn_submission_counts_no_longer_and_comes_back_when_restored(taken):
    before = content(taken, but=("withdrawal", "state"))
    actions.withdraw(taken, 5, "报错单位")
    assert subjects(taken) == []
    actions.restore(taken, 5, "核实无误")
    assert subjects(taken) == [("漯河市图书馆", "甲")]
    assert content(taken, but=("withdrawal", "state")) == before
    (row,) = taken.store.rows("select submission_id, why, restored_why from raw.withdrawal")
    assert row == (5, "报错单位", "核实无误")


def test_a_withdrawn_file_that_still_lies_in_the_inbox_does_not_come_back_by_itself(taken):
    actions.withdraw(taken, 5, "报错单位")
    (outcome,) = ingest(taken)
    assert (outcome.status, outcome.submission_id) == ("withdrawn", 5)
    assert subjects(taken) == []


def test_rebuilding_keeps_withdrawals(taken):
    actions.withdraw(taken, 5, "报错单位")
    before = content(taken)
    rebuild(taken)
    assert content(taken) == before


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda w: actions.withdraw(w, 99, "错"), "没有第 99 号"),
        (lambda w: actions.withdraw(w, 5, "  "), "说明原因"),
        (lambda w: actions.restore(w, 5), "没有被撤回"),
        (lambda w: actions.remove_correction(w, 1), "没有第 1 号更正"),
    ],
)
def test_what_can_not_be_done_is_said_and_not_recorded(taken, call, said):
    before = taken.journal.path.read_bytes()
    with pytest.raises(UsageError, match=said):
        call(taken)
    assert taken.journal.path.read_bytes() == before


def test_meetings_and_remarks_are_in_the_store(taken):
    actions.record_meeting(taken, dt.date(2021, 7, 5), "第五次例会")
    number = actions.remark(
        taken,
        "reviewer_ratio",
        "漯河市图书馆",
        None,
        "只有两人",
        exempts=True,
        basis="批示",
        ends_on=dt.date(2021, 12, 31),
    )
    assert number == 1
    assert taken.store.rows("select held_on, note from raw.meeting") == [
        (dt.date(2021, 7, 5), "第五次例会")
    ]
    assert taken.store.rows("select remark_id, exempts, removed_at is null from raw.remark") == [
        (1, True, True)
    ]
    actions.remove_remark(taken, 1)
    assert taken.store.rows("select removed_at is null from raw.remark") == [(False,)]


def test_a_correction_changes_how_that_units_sheets_are_read_until_it_is_taken_back(workspace):
    headings = ("事项", "受理日期", "办理期限", "列甲")
    row = ("甲", dt.date(2021, 6, 1), dt.date(2021, 7, 1), dt.date(2021, 6, 9))
    for unit in ("市图书馆", "市文化馆"):
        path = workspace.inbox / f"{unit}.xlsx"
        book(path, "投诉举报办理台账", headings, row, unit=unit, day="2021-06-30")
    ingest(workspace)
    closed = "select unit, closed_on from raw.complaint_rows order by unit"
    neither = [("漯河市图书馆", None), ("漯河市文化馆", None)]
    assert workspace.store.rows(closed) == neither
    correction = Correction("heading", "complaint", "漯河市文化馆", "列甲", "closed_on")
    number = actions.correct(workspace, correction)
    assert workspace.store.rows(closed) == [neither[0], ("漯河市文化馆", dt.date(2021, 6, 9))]
    after = content(workspace)
    rebuild(workspace)
    assert content(workspace) == after
    actions.remove_correction(workspace, number)
    assert workspace.store.rows(closed) == neither
