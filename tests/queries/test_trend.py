"""How many fell short, week by week."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.helpers import judge_only

DAY = dt.date(2021, 7, 20)


@pytest.fixture
def weeks(store, monkeypatch):
    """Complaints overdue since 4 and 11 July, of which the second was closed on the 16th."""
    judge_only(monkeypatch, "complaint_overdue")
    store.add("phase", unit=None, name="督导", starts_on="2021-07-01", ends_on="2021-12-31")
    first = {"reported_on": "2021-07-02", "submission": 1}
    store.add("complaint", subject="噪声", due_on="2021-07-03", **first)
    store.add("complaint", subject="占道", unit="乙单位", due_on="2021-07-10", **first)
    store.add(
        "complaint", subject="占道", unit="乙单位", due_on="2021-07-10", closed_on="2021-07-16",
        reported_on="2021-07-16",
    )  # fmt: skip

    def counted(**parameters):
        assert store.reader().past.follow(DAY, judge=40)
        rows = store.ask("pages/shortfall_trend", as_of=DAY, **({"unit": None} | parameters))
        return [(row["on_day"].isoformat(), row["count_red"]) for row in rows]

    return counted


def test_every_week_back_to_the_first_shortfall_is_counted(weeks):
    assert weeks() == [("2021-07-06", 1), ("2021-07-13", 2), ("2021-07-20", 1)]


def test_a_unit_without_any_has_zeros_where_others_had_some(weeks):
    assert weeks(unit="乙单位") == [("2021-07-06", 0), ("2021-07-13", 1), ("2021-07-20", 0)]


def test_nothing_is_told_while_the_days_are_not_judged(store):
    store.add("complaint", subject="噪声", due_on="2021-07-03", reported_on="2021-05-01")
    store.add("phase", unit=None, name="督导", starts_on="2021-05-01", ends_on="2021-12-31")
    assert store.ask("pages/shortfall_trend", as_of=DAY, unit=None) == []
