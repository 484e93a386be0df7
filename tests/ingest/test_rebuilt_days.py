"""A store worked out anew judges every day as the one before it did."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ingest import actions, ingest, rebuild
from tests.helpers import judge_only
from tests.ingest.sheets import COMPLAINTS, book, complaints, staffing

START = dt.date(2021, 6, 25)
DAYS = [START + dt.timedelta(days=number) for number in range(0, 40, 3)]


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, "complaint_overdue", "reviewer_ratio", "report_stale")


@pytest.fixture
def lived(workspace):
    """Sheets of several dates, one of them late, one withdrawn, one shortfall exempt."""
    complaints(workspace.inbox / "一.xlsx", "占道经营", "噪声", day="2021-06-28")
    staffing(workspace.inbox / "二.xlsx", 100, 4, day="2021-06-30")
    ingest(workspace)
    closed = ("噪声", dt.date(2021, 6, 1), dt.date(2021, 7, 1), dt.date(2021, 7, 9))
    book(
        workspace.inbox / "三.xlsx", "投诉举报办理台账", COMPLAINTS, closed, unit="市图书馆",
        day="2021-07-10",
    )  # fmt: skip
    staffing(workspace.inbox / "四.xlsx", 100, 5, day="2021-06-29")
    (_, wrong) = [one for one in ingest(workspace) if not one.known]
    actions.withdraw(workspace, wrong.submission_id, "报错单位")
    actions.remark(
        workspace, "complaint_overdue", "漯河市图书馆", None, "已移交", exempts=True, basis="纪要",
        starts_on=dt.date(2021, 7, 12), ends_on=dt.date(2021, 7, 20),
    )  # fmt: skip
    return workspace


def told(workspace):
    """What falls short on each of the days, and what is exempt."""
    reader = workspace.store.reader()
    return {
        day: reader.ask("pages/shortfalls", as_of=day, unit=None, rule=None) for day in DAYS
    }  # fmt: skip


def test_rebuilding_gives_the_same_answers_for_every_day(lived):
    before = told(lived)
    assert any(row["exempt"] for rows in before.values() for row in rows)
    assert len({len(rows) for rows in before.values()}) > 1
    rebuild(lived)
    assert told(lived) == before


def test_withdrawing_and_restoring_a_sheet_changes_no_day(lived):
    before = told(lived)
    last = max(
        row["submission_id"] for rows in before.values() for row in rows if row["submission_id"]
    )
    actions.withdraw(lived, last, "再核对")
    assert told(lived) != before
    actions.restore(lived, last)
    assert told(lived) == before
