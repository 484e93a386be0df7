"""短板清单 in time: since when, what is mended, what is exempt; and 会议, which opens with it."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ingest import actions
from tests.helpers import judge_only

DAY = "2021-07-12"


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, "complaint_overdue", "reviewer_ratio")


@pytest.fixture
def lived(plan):
    """甲单位 found its reviewer on 8 July; 乙单位 has a complaint open since 2 July."""
    for number, day in ((1, "2021-07-01"), (2, "2021-07-08")):
        plan.add(
            "staffing", unit="甲单位", enforcement_staff=40, legal_reviewers=number, reported_on=day
        )
    plan.add(
        "complaint",
        unit="乙单位",
        subject="占道经营",
        due_on="2021-07-01",
        reported_on="2021-06-20",
    )
    reader = plan.reader()
    reader.past.judge_days(reader.past.missing(dt.date.fromisoformat(DAY)))
    return plan


def exempt(store, item=None):
    with store.store.writer() as writer:
        writer.record(
            "remark", remark_id=1, rule="complaint_overdue", unit="乙单位", item=item, exempts=True,
            reason="已移交城管", basis="会议纪要3号", starts_on=dt.date(2021, 7, 1),
            ends_on=dt.date(2021, 7, 20), recorded_at=dt.datetime(2021, 7, 1), removed_at=None,
        )  # fmt: skip


def words(page):
    return " ".join(page.text.split())


def test_the_list_says_since_when_and_for_how_long(open_page, lived):
    text = words(open_page("shortfalls", as_of=DAY))
    assert "2021-07-02" in text
    assert "已持续 10 天" in text


def test_what_is_mended_stays_with_its_day_and_its_sheet(open_page, lived):
    page = open_page("shortfalls", as_of=DAY, which="mended")
    assert "2021-07-08" in words(page)
    assert "7 天" in words(page)
    assert any(one.startswith("./submissions?") for one in page.links)


def test_the_detail_of_a_mended_shortfall_says_when_and_by_what(open_page, lived):
    page = open_page(
        "shortfalls", as_of=DAY, rule="reviewer_ratio", unit="甲单位", item="法制审核人员"
    )
    assert "已于 2021-07-08 整改，历时 7 天" in words(page)


def test_an_exempt_shortfall_is_counted_apart_with_reason_basis_and_end(open_page, lived):
    exempt(lived)
    assert "没有短板" in open_page("shortfalls", as_of=DAY).text
    text = words(open_page("shortfalls", as_of=DAY, which="exempt"))
    assert "2021-07-20" in text
    assert "已移交城管" in text
    assert "会议纪要3号" in text
    assert "占道经营" in open_page("shortfalls", as_of="2021-07-21").text


def test_a_shortfall_can_be_exempted_on_its_own_page(open_page, lived, monkeypatch):
    made = []
    monkeypatch.setattr(actions, "remark", lambda _, *named, **more: made.append((named, more)))
    page = open_page(
        "shortfalls", as_of=DAY, rule="complaint_overdue", unit="乙单位", item="占道经营"
    )
    fields = page.app.main.text_input
    for field, text in zip(fields[:3], ("已移交", "会议纪要", "2021-08-01"), strict=True):
        field.set_value(text)
    next(one for one in page.app.main.button if one.label == "登记豁免").click().run()
    ((named, more),) = made
    assert named == ("complaint_overdue", "乙单位", "占道经营", "已移交")
    assert (more["basis"], more["ends_on"]) == ("会议纪要", dt.date(2021, 8, 1))


def test_the_page_of_an_exempt_shortfall_tells_its_exemption(open_page, lived):
    exempt(lived)
    page = open_page(
        "shortfalls", as_of=DAY, rule="complaint_overdue", unit="乙单位", item="占道经营"
    )
    assert "豁免至 2021-07-20" in words(page)
    assert any(one.label == "取消" for one in page.app.main.button)


def test_while_days_are_still_to_be_judged_the_page_says_so(open_page, plan):
    plan.add("complaint", unit="乙单位", subject="占道经营", due_on="2021-07-01")
    plan.reader()
    text = words(open_page("shortfalls", as_of=DAY))
    assert "正在后台逐日统计历史" in text
    assert "占道经营" in text


def test_a_history_that_ends_too_early_is_not_told(open_page, plan):
    plan.add("complaint", unit="乙单位", subject="占道经营", due_on="2021-05-31")
    reader = plan.reader()
    first = dt.date(2021, 6, 4)
    reader.past.judge_days(reader.past.missing(first))
    assert "已持续 3 天" in words(open_page("shortfalls", as_of=first.isoformat()))
    for choices in ({}, {"rule": "complaint_overdue", "unit": "乙单位", "item": "占道经营"}):
        text = words(open_page("shortfalls", as_of=DAY, **choices))
        assert "占道经营" in text
        assert "已持续 " not in text
        assert "首次出现 2021" not in text


def test_the_page_shows_the_history_by_itself_once_it_is_there(open_page, plan):
    plan.add("complaint", unit="乙单位", subject="占道经营", due_on="2021-07-01")
    reader = plan.reader()
    page = open_page("shortfalls", as_of=DAY)
    assert page.app.session_state["awaits_history"]
    reader.past.judge_days(reader.past.missing(dt.date.fromisoformat(DAY)))
    page.app.run()
    assert "已持续 10 天" in words(page)
    assert not page.app.session_state["awaits_history"]


def test_the_meeting_opens_with_what_changed_and_keeps_both_days(open_page, lived):
    page = open_page("meeting", as_of=DAY)
    text = words(page)
    assert "与上次会议（2021-07-05）相比" in text
    assert "✓ 已整改" in text
    assert "原红" in text
    assert page.app.query_params["from"] == "2021-07-05"
    other = words(open_page("meeting", as_of=DAY, **{"from": "2021-07-09"}))
    assert "上次会议以来没有变化" in other


def test_the_meeting_says_what_was_known_then(open_page, lived):
    text = words(open_page("meeting", as_of=DAY, known_as_of="2021-07-10"))
    assert "按 2021-07-10 当时已知" in text
