"""变化: what changed since the last meeting, read out from top to bottom."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ingest import actions
from tests.helpers import judge_only


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, "complaint_overdue", "reviewer_ratio", "liaison_missing")


@pytest.fixture
def changed(plan):
    """Between 5 and 12 July: a complaint new, a reviewer found, a liaison missing still."""
    for unit, number, day in (("甲单位", 1, "2021-07-01"), ("甲单位", 2, "2021-07-08")):
        plan.add(
            "staffing", unit=unit, enforcement_staff=40, legal_reviewers=number, reported_on=day
        )
    plan.add(
        "complaint",
        unit="乙单位",
        subject="占道经营",
        due_on="2021-07-07",
        reported_on="2021-07-01",
    )
    return plan


def test_the_paragraph_and_the_sections_tell_what_changed_unit_by_unit(open_page, changed):
    reader = changed.reader()
    reader.past.judge_days(reader.past.missing(dt.date(2021, 7, 12)))
    page = open_page("changes", as_of="2021-07-12")
    text = " ".join(page.text.split())
    assert "2021-07-05 至 2021-07-12（7 天）" in text
    assert "新增 1 个" in text
    assert "已整改 1 个" in text
    assert "未变 1 个" in text
    assert "占道经营" in text
    assert "07-08 整改，见 staffing-" in text
    assert any(one.startswith("./submissions?") and "submission=" in one for one in page.links)
    assert any("rule=complaint_overdue" in one and "item=" in one for one in page.links)


def test_what_stays_as_far_off_and_turns_graver_says_so(open_page, plan, monkeypatch):
    judge_only(monkeypatch, "case_review_missing")
    plan.reader()
    text = " ".join(open_page("changes", as_of="2021-11-01").text.split())
    assert "变差 2 个" in text
    assert "由黄转红，" in text
    assert " → " not in text


def test_while_days_are_still_to_be_judged_nothing_is_said_of_when_and_by_what(open_page, changed):
    changed.reader()
    text = " ".join(open_page("changes", as_of="2021-07-12").text.split())
    assert "已整改 1 个" in text
    assert "整改，见" not in text
    assert "（）" not in text


def test_both_days_stand_in_the_address(open_page, changed):
    changed.reader()
    page = open_page("changes", as_of="2021-07-12")
    assert page.app.query_params["from"] == "2021-07-05"
    page = open_page("changes", as_of="2021-07-12", **{"from": "2021-07-09"})
    assert "2021-07-09 至 2021-07-12（3 天）" in page.text


def test_a_day_that_is_not_earlier_is_said_and_the_last_meeting_taken(open_page, changed):
    changed.reader()
    page = open_page("changes", as_of="2021-07-12", **{"from": "2021-07-12"})
    assert "不早于统计截止日" in page.text
    assert "2021-07-05 至 2021-07-12" in page.text


def test_a_unit_sees_its_own_changes(open_page, changed):
    changed.reader()
    text = open_page("changes", as_of="2021-07-12", unit="乙单位").text
    assert "占道经营" in text
    assert "整改，见" not in text


def test_nothing_at_all_is_said(open_page, store):
    store.add("publicity", title="一篇报道")
    store.reader()
    assert "没有短板，也没有变化" in open_page("changes", as_of="2021-07-12").text


def test_a_meeting_can_be_recorded_and_is_the_one_compared_with(open_page, changed, monkeypatch):
    made = []
    monkeypatch.setattr(actions, "record_meeting", lambda _, day, note: made.append((day, note)))
    changed.reader()
    page = open_page("changes", as_of="2021-07-12")
    page.app.main.text_input[1].set_value("2021-07-07")
    page.app.main.text_input[2].set_value("第三次例会")
    page.app.main.button[0].click().run()
    assert made == [(dt.date(2021, 7, 7), "第三次例会")]


def test_what_was_known_then_is_said_on_every_page(open_page, changed):
    changed.reader()
    for slug in ("changes", "overview"):
        page = open_page(slug, as_of="2021-07-12", known_as_of="2021-07-06")
        assert "只用 2021-07-06 及以前收到的表格" in page.text
    text = open_page("changes", as_of="2021-07-12", known_as_of="2021-07-06").text
    assert "已整改 1 个" not in text, "the sheet of 8 July had not come"
