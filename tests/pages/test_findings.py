"""督导整改: findings open, overdue and closed."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.fixture
def found(plan):
    for number, status, due_on, unit in (
        ("1", "open", "2021-06-30", "甲单位"),
        ("2", "in_progress", "2021-07-01", "甲单位"),
        ("3", "closed", "2021-06-20", "乙单位"),
    ):
        plan.add(
            "finding",
            unit=unit,
            finding_no=number,
            issue=f"问题{number}",
            found_on="2021-06-08",
            due_on=due_on,
            status=status,
        )
    return plan


def test_findings_are_counted_open_overdue_and_closed(found, open_page):
    found.reader()
    text = open_page("findings").text
    for figure in ("督导问题 3", "未销号 2", "逾期未改 1", "已销号 1", "销号率 33.3%"):
        assert figure in " ".join(text.split())
    assert "■ 逾期 1 天" in text
    assert "▲ 整改中" in text


def test_the_last_day_is_in_time(found, open_page):
    found.reader()
    text = open_page("findings", as_of="2021-06-30").text
    assert "逾期未改 0" in " ".join(text.split())


def test_a_unit_sees_its_own_findings(found, open_page):
    found.reader()
    page = open_page("findings", unit="乙单位")
    assert "问题3" in page.text
    assert "问题1" not in page.text
    assert "督导问题已全部销号" in page.text


def test_every_finding_leads_to_its_cell(found, open_page):
    found.reader()
    links = [link for link in open_page("findings").links if link.startswith("./source")]
    assert len(links) == 3


def test_a_long_list_is_asked_page_by_page_and_counted_in_all(found):
    which = {"unit": None, "closed": False, "first": 1, "size": 1}
    (second,) = found.ask("pages/findings_list", as_of=dt.date(2021, 7, 1), **which)
    assert (second["finding_no"], second["count_all"]) == ("2", 2)


def test_without_findings_the_page_says_what_to_do(plan, open_page):
    plan.reader()
    assert "还没有收到督导问题整改台账" in open_page("findings").text
