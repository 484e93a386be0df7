"""What changed between two days: sort by sort, and the meetings in between."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from tests.helpers import judge_only

BEFORE, NOW = "2021-07-05", "2021-07-12"


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(
        monkeypatch, "reviewer_ratio", "complaint_overdue", "due_soon", "finding_overdue",
        "case_review_missing",
    )  # fmt: skip


def changed(store, rule=None, before=BEFORE, as_of=NOW, unit=None):
    return store.ask(
        "pages/changes", as_of=as_of, before=dt.date.fromisoformat(before), unit=unit, rule=rule
    )


def changes(store, rule):
    return {(row["unit"], row["item"]): row["change"] for row in changed(store, rule)}


def staffing(store, reviewers, reported_on, unit="甲单位", staff=80):
    store.add(
        "staffing", unit=unit, enforcement_staff=staff, legal_reviewers=reviewers,
        reported_on=reported_on,
    )  # fmt: skip


@pytest.fixture
def units(store):
    for unit in ("甲单位", "乙单位"):
        store.add("unit", unit=unit, enforces=True)
    return store


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        pytest.param(4, 3, "new", id="new"),
        pytest.param(3, 4, "mended", id="mended"),
        pytest.param(3, 2, "worse", id="further off"),
        pytest.param(2, 3, "better", id="less far off"),
        pytest.param(2, 2, "unchanged", id="reported again"),
    ],
)
def test_what_became_of_a_shortfall_is_told_by_how_far_off_it_is(units, then, now, change):
    staffing(units, then, "2021-07-01")
    staffing(units, now, "2021-07-08")
    assert changes(units, "reviewer_ratio") == {("甲单位", "法制审核人员"): change}


def test_an_overdue_complaint_that_is_a_week_older_is_no_worse(units):
    units.add("complaint", subject="噪声", due_on="2021-07-01")
    assert set(changes(units, "complaint_overdue").values()) == {"unchanged"}


def test_a_graver_colour_is_worse(units):
    units.add("case_review", case_no="1", total=90.0, unit="乙单位")
    rows = changed(units, "case_review_missing", before="2021-10-25", as_of="2021-11-01")
    assert [(row["change"], row["severity_before"], row["severity"]) for row in rows] == [
        ("worse", "amber", "red")
    ]


def test_a_reminder_that_fell_due_is_worse_and_neither_mended_nor_new(units):
    units.add("complaint", subject="噪声", due_on="2021-07-06")
    rows = [row for row in changed(units) if "噪声" in row["item"]]
    assert [(row["change"], row["rule_before"], row["rule"]) for row in rows] == [
        ("worse", "due_soon", "complaint_overdue")
    ]


def test_each_shortfall_of_either_day_stands_in_one_row(units):
    staffing(units, 2, "2021-07-01")
    units.add("complaint", subject="噪声", due_on="2021-07-06")
    units.add("finding", finding_no="1", issue="台账", due_on="2021-07-01", status="open")
    units.add(
        "finding", finding_no="1", issue="台账", due_on="2021-07-01", status="closed",
        reported_on="2021-07-10",
    )  # fmt: skip
    rows = changed(units)
    keys = Counter((row["rule"], row["unit"], row["item"]) for row in rows)
    assert set(keys.values()) == {1}
    now = {(row["rule"], row["unit"], row["item"]) for row in units.shortfalls(as_of=NOW)}
    then = {(row["rule"], row["unit"], row["item"]) for row in units.shortfalls(as_of=BEFORE)}
    assert now <= set(keys)
    mended = {(row["rule"], row["unit"], row["item"]) for row in rows if row["change"] == "mended"}
    assert mended <= then - now


def test_what_is_mended_names_the_day_and_the_sheet(units):
    staffing(units, 3, "2021-07-01")
    staffing(units, 4, "2021-07-08")
    units.add("complaint", subject="噪声", reported_on="2021-07-08", submission="other")
    reader = units.reader()
    reader.past.judge_days(reader.past.missing(dt.date.fromisoformat(NOW)))
    (row,) = changed(units, "reviewer_ratio")
    assert row["mended_on"] == dt.date(2021, 7, 8)
    assert row["mended_by_file"].startswith("staffing-")
    assert (row["first_seen"], row["days_open"]) == (dt.date(2021, 7, 1), 7)


def test_a_complaint_whose_closing_day_came_was_mended_by_the_sheet_that_told_it(units):
    units.add(
        "complaint", subject="噪声", due_on="2021-06-20", closed_on="2021-07-07",
        reported_on="2021-07-02",
    )  # fmt: skip
    reader = units.reader()
    reader.past.judge_days(reader.past.missing(dt.date.fromisoformat(NOW)))
    (row,) = changed(units, "complaint_overdue")
    assert (row["mended_on"], row["mended_by_file"][:9]) == (dt.date(2021, 7, 7), "complaint")


def test_it_can_be_narrowed_to_a_unit_and_a_rule(units):
    staffing(units, 2, "2021-07-08")
    staffing(units, 1, "2021-07-08", unit="乙单位")
    rows = changed(units, "reviewer_ratio", unit="乙单位")
    assert [(row["unit"], row["rule"]) for row in rows] == [("乙单位", "reviewer_ratio")]


def test_counts_agree_with_the_rows(units):
    staffing(units, 2, "2021-07-08")
    units.add("complaint", subject="噪声", due_on="2021-07-06")
    rows = [
        row for row in units.ask(
            "pages/changes", as_of=NOW, before=dt.date.fromisoformat(BEFORE), unit=None, rule=None
        )
        if row["severity"] != "blue"
    ]  # fmt: skip
    counts = units.ask(
        "pages/changes_counts", as_of=NOW, before=dt.date.fromisoformat(BEFORE), unit=None
    )
    of_all = next(row for row in counts if row["grain"] == "all")
    found = Counter(row["change"] for row in rows)
    assert {name: of_all[f"count_{name}"] for name in found} == dict(found)
    for grain in ("unit", "rule"):
        parts = [row for row in counts if row["grain"] == grain]
        assert sum(row["count_new"] for row in parts) == of_all["count_new"]


def met(store, as_of):
    (row,) = store.ask("pages/last_meeting", as_of=as_of)
    return row["held_on"].isoformat()


def test_without_a_recorded_meeting_the_last_monday_of_the_season_counts(store):
    store.add("phase", name="督导", starts_on="2021-06-02", ends_on="2021-12-31")
    assert met(store, "2021-07-13") == "2021-07-12"
    assert met(store, "2021-07-12") == "2021-07-05"
    assert met(store, "2021-06-05") == "2021-05-29", "a week before, where none was yet"


def test_recorded_meetings_take_the_place_of_the_mondays(store):
    store.add("phase", name="督导", starts_on="2021-06-01", ends_on="2021-12-31")
    store.reader()
    with store.store.writer() as writer:
        for day in (dt.date(2021, 7, 1), dt.date(2021, 7, 14)):
            writer.record("meeting", held_on=day, note=None, recorded_at=dt.datetime(2021, 7, 14))
    store._reader = store.store.reader()
    assert met(store, "2021-07-14") == "2021-07-01"
    assert met(store, "2021-08-30") == "2021-07-14"


def exempt(store, **given):
    remark = {
        "remark_id": 1, "rule": "reviewer_ratio", "unit": "甲单位", "item": None, "exempts": True,
        "reason": "只有两人", "basis": "批示", "starts_on": dt.date(2021, 7, 3),
        "ends_on": dt.date(2021, 7, 20), "recorded_at": dt.datetime(2021, 7, 3, 9),
        "removed_at": None,
    }  # fmt: skip
    store.reader()
    with store.store.writer() as writer:
        writer.record("remark", **remark | given)
    store._reader = store.store.reader()


def red(store, day, known=None):
    reader = store.reader()
    day = dt.date.fromisoformat(day)
    known = known and dt.date.fromisoformat(known)
    reader.judge(day, known)
    cursor = reader.cursor(day, known)
    counts = cursor.execute(
        "select (select count(*) from shortfall_on($day) where rule = 'reviewer_ratio'),"
        " (select count(*) from exempted_on($day))",
        {"day": day},
    ).fetchone()
    return tuple(counts)


def test_an_exempt_shortfall_is_counted_apart_and_comes_back_when_it_ends(units):
    staffing(units, 1, "2021-06-01")
    exempt(units)
    assert red(units, "2021-07-02") == (1, 0)
    assert red(units, "2021-07-03") == (0, 1)
    assert red(units, "2021-07-20") == (0, 1)
    assert red(units, "2021-07-21") == (1, 0)


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        pytest.param({"item": "法制审核人员"}, (0, 1), id="the item"),
        pytest.param({"item": "别的"}, (1, 0), id="another item"),
        pytest.param({"unit": "乙单位"}, (1, 0), id="another unit"),
        pytest.param({"rule": "liaison_missing", "unit": "丙"}, (1, 0), id="another rule"),
        pytest.param({"exempts": False}, (1, 0), id="a remark only"),
        pytest.param({"removed_at": dt.datetime(2021, 7, 4)}, (1, 0), id="taken back"),
        pytest.param({"starts_on": None, "ends_on": None}, (0, 1), id="without dates"),
    ],
)
def test_an_exemption_covers_what_it_names(units, given, counts):
    staffing(units, 1, "2021-06-01")
    exempt(units, **given)
    assert red(units, "2021-07-05") == counts


def test_an_exemption_was_not_known_before_it_was_recorded_nor_gone_before_taken_back(units):
    staffing(units, 1, "2021-06-01")
    exempt(units, removed_at=dt.datetime(2021, 7, 9, 9))
    assert red(units, "2021-07-05") == (1, 0)
    assert red(units, "2021-07-05", known="2021-07-02") == (1, 0)
    assert red(units, "2021-07-05", known="2021-07-08") == (0, 1)
    assert red(units, "2021-07-05", known="2021-07-09") == (1, 0)


def test_what_is_exempt_is_neither_mended_nor_unchanged_and_new_when_it_comes_back(units):
    staffing(units, 1, "2021-06-01")
    exempt(units, starts_on=dt.date(2021, 7, 8))
    assert set(changes(units, "reviewer_ratio").values()) == {"exempt"}
    rows = changed(units, "reviewer_ratio", before="2021-07-12", as_of="2021-07-26")
    assert [row["change"] for row in rows] == ["new"]


def test_the_view_tells_why_a_shortfall_is_exempt_after_its_promised_columns(units):
    staffing(units, 1, "2021-06-01")
    exempt(units)
    (row,) = [one for one in units.shortfalls(as_of=NOW) if one["rule"] == "reviewer_ratio"]
    assert list(row)[:13] == [
        "rule", "unit", "item", "measured", "required", "gap", "severity", "since_due",
        "submission_id", "source_file", "source_sheet", "source_row", "source_cell",
    ]  # fmt: skip
    assert (row["exempt"], row["exempt_reason"], row["exempt_basis"]) == (True, "只有两人", "批示")
    assert row["exempt_until"] == dt.date(2021, 7, 20)
