"""Which rows stand on a day: the newest sheet, the newest row, by what was known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import SmallStore


def reviewers(store, as_of, known_as_of=None):
    sql = "select unit, legal_reviewers from staffing order by unit, legal_reviewers"
    return store.sql(sql, as_of=as_of, known_as_of=known_as_of)


def test_a_units_newest_sheet_replaces_its_last_from_its_reporting_date_on(store):
    store.add("staffing", legal_reviewers=1, enforcement_staff=9, reported_on="2021-06-01")
    store.add("staffing", legal_reviewers=2, enforcement_staff=9, reported_on="2021-06-08")
    assert reviewers(store, "2021-05-31") == []
    assert reviewers(store, "2021-06-07") == [("甲单位", 1)]
    assert reviewers(store, "2021-06-08") == [("甲单位", 2)]


def test_a_sheet_of_many_units_counts_for_each_unit_that_stands_in_it(store):
    for unit, number in (("甲单位", 1), ("乙单位", 5)):
        store.add("staffing", unit=unit, legal_reviewers=number, enforcement_staff=9)
    store.add("staffing", legal_reviewers=2, enforcement_staff=9, reported_on="2021-06-08")
    assert reviewers(store, "2021-06-08") == [("乙单位", 5), ("甲单位", 2)]


def test_of_two_sheets_of_one_day_the_later_arrival_stands(store):
    day = {"enforcement_staff": 9, "reported_on": "2021-06-08"}
    store.add("staffing", legal_reviewers=2, received_at="2021-06-09T12:00:00", **day)
    store.add("staffing", legal_reviewers=1, received_at="2021-06-08T12:00:00", **day)
    assert reviewers(store, "2021-06-08") == [("甲单位", 2)]


def test_a_late_sheet_changes_the_past_but_not_what_was_known_then(store):
    store.add("staffing", legal_reviewers=1, enforcement_staff=9, reported_on="2021-06-01")
    store.add(
        "staffing",
        legal_reviewers=2,
        enforcement_staff=9,
        reported_on="2021-06-08",
        received_at="2021-07-01T08:00:00",
    )
    assert reviewers(store, "2021-06-10") == [("甲单位", 2)]
    assert reviewers(store, "2021-06-10", "2021-06-30") == [("甲单位", 1)]
    assert reviewers(store, "2021-06-10", "2021-07-01") == [("甲单位", 2)]


def test_a_ledger_keeps_older_rows_and_takes_the_newest_of_the_same_identity(store):
    first = {"received_on": "2021-06-01", "reported_on": "2021-06-01"}
    store.add("complaint", subject="占道", **first)
    store.add("complaint", subject="噪音", **first)
    store.add(
        "complaint",
        subject=" 占道 ",
        received_on="2021-06-01",
        closed_on="2021-06-07",
        reported_on="2021-06-08",
    )
    sql = "select trim(subject), closed_on from complaint order by subject"
    assert store.sql(sql, as_of="2021-06-07") == [("占道", None), ("噪音", None)]
    assert store.sql(sql, as_of="2021-06-08") == [("占道", dt.date(2021, 6, 7)), ("噪音", None)]


def test_the_same_identity_in_two_units_is_two_rows(store):
    store.add("case_review", case_no="1号", unit="甲单位")
    store.add("case_review", case_no="1号", unit="乙单位", reported_on="2021-06-08")
    assert store.sql("select count(*) from case_review") == [(2,)]


def test_a_ledger_row_that_nothing_identifies_stands_until_the_units_next_sheet(store):
    store.add("complaint", subject=None, due_on="2021-06-03")
    store.add("complaint", subject="噪音", reported_on="2021-06-08")
    assert store.sql("select due_on from complaint", as_of="2021-06-07") == [(dt.date(2021, 6, 3),)]
    assert store.sql("select subject from complaint", as_of="2021-06-08") == [("噪音",)]


def test_a_new_plan_replaces_the_old_one_whole(store):
    store.add("unit", unit="甲")
    store.add("unit", unit="乙")
    store.add("unit", unit="丙", reported_on="2022-03-01")
    assert store.sql("select unit from unit", as_of="2022-02-28") == [("甲",), ("乙",)]
    assert store.sql("select unit from unit", as_of="2022-03-01") == [("丙",)]


def test_a_withdrawn_submission_counts_no_longer_and_restoring_it_is_the_identity(store):
    store.add("staffing", legal_reviewers=1, enforcement_staff=9, reported_on="2021-06-01")
    store.add("staffing", legal_reviewers=2, enforcement_staff=9, reported_on="2021-06-08")
    store.add("complaint", subject="占道", reported_on="2021-06-08", submission="same")
    everything = "from raw.{} order by all"
    before = _dump(store, everything)
    with store.store.writer() as writer:
        writer.withdraw(2, dt.datetime(2021, 6, 20, 9), "填错了")
    store._reader = store.store.reader()
    assert reviewers(store, "2021-06-10") == [("甲单位", 1)]
    assert reviewers(store, "2021-06-10", "2021-06-19") == [("甲单位", 2)]
    assert reviewers(store, "2021-06-10", "2021-06-20") == [("甲单位", 1)]
    with store.store.writer() as writer:
        writer.restore(2, dt.datetime(2021, 6, 25, 9), None)
    store._reader = store.store.reader()
    assert reviewers(store, "2021-06-10") == [("甲单位", 2)]
    assert reviewers(store, "2021-06-10", "2021-06-22") == [("甲单位", 1)]
    assert _dump(store, everything) == before


def _dump(store, sql):
    tables = ("staffing_rows", "complaint_rows", "claim", "submission")
    return [
        store.sql("select * " + sql.format(f"{name}").replace("raw.", "store.raw."))
        for name in tables
    ]


submissions = st.lists(
    st.tuples(
        st.sampled_from(["甲单位", "乙单位"]),
        st.sampled_from(["1号", "2号", None]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=8,
)
START = dt.date(2021, 6, 1)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheets=submissions, cut=st.integers(0, 10), known=st.integers(0, 12))
def test_the_ledger_of_a_day_is_what_replaying_the_submissions_up_to_it_gives(
    tmp_path_factory, sheets, cut, known
):
    store = SmallStore(tmp_path_factory.mktemp("store"))
    for number, (unit, case_no, reported, lag, total) in enumerate(sheets):
        reported_on = START + dt.timedelta(days=reported)
        received = dt.datetime.combine(reported_on, dt.time(9)) + dt.timedelta(days=lag)
        store.add(
            "case_review",
            unit=unit,
            case_no=case_no,
            total=float(total),
            reported_on=reported_on,
            received_at=received.isoformat(),
            submission=number,
        )
    day = START + dt.timedelta(days=cut)
    known_day = START + dt.timedelta(days=known)
    sql = "select unit, case_no, total from case_review order by all"
    assert store.sql(sql, as_of=day) == replay(sheets, day, None)
    assert store.sql(sql, as_of=day, known_as_of=known_day) == replay(sheets, day, known_day)


def replay(sheets, day, known):
    """The slow, plain way: one submission after the other."""
    arrivals = []
    for number, (unit, case_no, reported, lag, total) in enumerate(sheets):
        reported_on = START + dt.timedelta(days=reported)
        received_on = reported_on + dt.timedelta(days=lag)
        if reported_on <= day and (known is None or received_on <= known):
            arrivals.append((reported_on, received_on, number, unit, case_no, total))
    standing = {}
    for _, _, _, unit, case_no, total in sorted(arrivals, key=lambda one: one[:3]):
        for key in [one for one in standing if one[0] == unit and one[1] is None]:
            del standing[key]
        standing[unit, case_no] = (unit, case_no, float(total))
    return sorted(standing.values(), key=lambda row: (row[0], row[1] is None, row[1] or "", row[2]))


@pytest.mark.parametrize(
    ("today", "day"),
    [
        ("2021-08-01", "2021-08-01"),
        ("2021-12-31", "2021-12-31"),
        ("2022-01-01", "2021-06-30"),
        ("2021-06-15", "2021-06-15"),
    ],
)
def test_the_default_day_is_today_while_the_plan_runs_else_the_newest_report(store, today, day):
    store.add("phase", phase_id="1", name="动员", starts_on="2021-05-01", ends_on="2021-05-31")
    store.add("phase", phase_id="2", name="督导", starts_on="2021-06-01", ends_on="2021-12-31")
    store.add("staffing", enforcement_staff=1, legal_reviewers=1, reported_on="2021-06-30")
    store.add("staffing", enforcement_staff=1, legal_reviewers=1, reported_on="2099-06-30")
    reader = store.reader()
    assert reader.default_as_of(dt.date.fromisoformat(today)) == dt.date.fromisoformat(day)
