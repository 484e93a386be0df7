"""Judged days: kept on disk, the same in whatever order sheets came, and after a rebuild."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import queries
from dashboard.queries import rules
from dashboard.store import judging
from dashboard.store.shortfalls import BrokenRuleError
from tests.helpers import SmallStore, judge_only

START = dt.date(2021, 6, 1)
FEW = ("complaint_overdue", "reviewer_ratio", "document_unreviewed", "report_stale")
QUIET = list(HealthCheck)


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, *FEW)


def nth(number):
    return START + dt.timedelta(days=number)


def planned(store):
    for unit in ("甲单位", "乙单位"):
        store.add("unit", unit=unit, enforces=True, reported_on=nth(-1))
    store.add("phase", name="督导", starts_on=nth(0), ends_on=nth(60), reported_on=nth(-1))
    return store


def put(store, sheet):
    """One sheet: number, kind, unit, days until it dates, and how well things stand in it."""
    number, view, unit, reported, good = sheet
    columns = {
        "staffing": {"enforcement_staff": 40, "legal_reviewers": 2 if good else 1},
        "complaint": {"subject": "噪声", "due_on": nth(3), "closed_on": nth(5) if good else None},
        "normative_document": {"title": "办法", "legality_reviewed": good},
    }[view]
    store.add(view, unit=unit, reported_on=nth(reported), submission=number, **columns)


def without_number(rows):
    """What falls short, whatever numbers the submissions were given."""
    left = ("submission_id", "source_file", "first_seen", "days_open", "direction", "came_back")
    told = [{name: one for name, one in row.items() if name not in left} for row in rows]
    return sorted(told, key=repr)


views = st.sampled_from(["staffing", "complaint", "normative_document"])
sheets = st.lists(
    st.tuples(views, st.sampled_from(["甲单位", "乙单位"]), st.integers(0, 20), st.booleans()),
    min_size=2,
    max_size=6,
    unique_by=lambda one: one[:3],
).map(lambda some: [(number, *one) for number, one in enumerate(some)])


@settings(max_examples=8, deadline=None, suppress_health_check=QUIET)
@given(some=sheets, data=st.data(), cut=st.integers(0, 25))
def test_what_falls_short_on_a_day_follows_from_the_sheets_up_to_it_in_any_order(
    tmp_path_factory, some, data, cut
):
    everything, up_to_it = (planned(SmallStore(tmp_path_factory.mktemp("s"))) for _ in range(2))
    for sheet in some:
        put(everything, sheet)
    for sheet in data.draw(st.permutations([one for one in some if one[3] <= cut])):
        put(up_to_it, sheet)
    found = [without_number(one.shortfalls(as_of=nth(cut))) for one in (everything, up_to_it)]
    assert found[0] == found[1]


@settings(max_examples=4, deadline=None, suppress_health_check=QUIET)
@given(some=sheets)
def test_taking_in_everything_at_once_equals_day_by_day(tmp_path_factory, some):
    at_once, daily = (planned(SmallStore(tmp_path_factory.mktemp("s"))) for _ in range(2))
    for sheet in sorted(some, key=lambda one: one[3]):
        put(at_once, sheet)
        put(daily, sheet)
        daily.reader().judge(nth(20))
    for number in (0, 4, 9, 20):
        found = [without_number(one.shortfalls(as_of=nth(number))) for one in (at_once, daily)]
        assert found[0] == found[1]


@settings(max_examples=4, deadline=None, suppress_health_check=QUIET)
@given(some=sheets)
def test_many_days_judged_together_are_as_each_judged_alone(tmp_path_factory, some):
    together, alone = (planned(SmallStore(tmp_path_factory.mktemp("s"))) for _ in range(2))
    for sheet in some:
        put(together, sheet)
        put(alone, sheet)
    days = [nth(number) for number in range(0, 24, 2)]
    together.reader().past.judge_days(days, workers=2)
    for day in days:
        assert together.shortfalls(as_of=day) == alone.shortfalls(as_of=day)


@settings(max_examples=3, deadline=None, suppress_health_check=QUIET)
@given(some=sheets)
def test_the_history_is_what_replaying_the_judged_days_tells(tmp_path_factory, some):
    store = planned(SmallStore(tmp_path_factory.mktemp("s")))
    for sheet in some:
        put(store, sheet)
    last = nth(22)
    seen = {}
    for number in range(23):
        for row in store.shortfalls(as_of=nth(number)):
            seen.setdefault((row["rule"], row["unit"], row["item"]), []).append(nth(number))
    assert store.reader().past.follow(last)
    told = store.sql(
        "select rule, unit, item, first_seen, last_seen, mended_on from shortfall_life", as_of=last
    )
    assert {row[:3]: row[3:] for row in told} == {
        key: (days[0], days[-1], None if days[-1] == last else days[-1] + dt.timedelta(days=1))
        for key, days in seen.items()
    }


def test_a_withdrawn_sheet_that_is_restored_changes_nothing_that_falls_short(store):
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    put(store, (2, "staffing", "甲单位", 6, True))
    days = [nth(number) for number in (1, 3, 8)]
    before = [store.shortfalls(as_of=day) for day in days]
    newest = store.sql("select max(submission_id) from submission")[0][0]
    with store.store.writer() as writer:
        writer.withdraw(newest, dt.datetime(2021, 6, 20, 9), "填错了")
    store._reader = store.store.reader()
    assert [store.shortfalls(as_of=day) for day in days] != before
    with store.store.writer() as writer:
        writer.restore(newest, dt.datetime(2021, 6, 25, 9), None)
    store._reader = store.store.reader()
    assert [store.shortfalls(as_of=day) for day in days] == before


def days_on_disk(store):
    return {path.name for path in (store.store.folder / "judged").glob("2*.parquet")}


def test_a_late_sheet_has_the_days_from_its_date_on_judged_anew_and_no_other(store):
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    days = [nth(number) for number in range(12)]
    store.reader().past.judge_days(days)
    before = days_on_disk(store)
    put(store, (2, "complaint", "甲单位", 8, False))
    reader = store.reader()
    assert reader.past.missing(nth(11)) == [nth(number) for number in (11, 10, 9, 8)]
    reader.past.judge_days(reader.past.missing(nth(11)))
    assert {name[:10] for name in days_on_disk(store) - before} == {
        nth(number).isoformat() for number in (8, 9, 10, 11)
    }


def test_a_sheet_has_the_rules_that_look_at_its_kind_judged_anew_and_no_other(store, monkeypatch):
    judged = []

    def recorded(cursor, days, known, asked, **how):
        judged.append(sorted(asked))
        return judging.judged_days(cursor, days, known, asked, **how)

    monkeypatch.setattr("dashboard.store.past.judged_days", recorded)
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    store.shortfalls(as_of=nth(9))
    put(store, (2, "complaint", "甲单位", 4, False))
    found = store.shortfalls(as_of=nth(9))
    about_complaints = ["complaint_overdue", "report_stale"]
    assert judged == [sorted(FEW), about_complaints]
    assert {row["rule"] for row in found} == {"reviewer_ratio", "complaint_overdue"}


def test_what_was_known_then_is_judged_anew_only_where_it_differs(store):
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    store.add(
        "staffing", unit="甲单位", enforcement_staff=40, legal_reviewers=2,
        reported_on=nth(6), received_at=f"{nth(9)}T09:00:00",
    )  # fmt: skip
    past = store.reader().past
    past.judge_days(past.missing(nth(8)))
    assert past.missing(nth(8), nth(9)) == []
    assert past.missing(nth(8), nth(8)) == [nth(8), nth(7), nth(6)]


def test_a_damaged_file_is_judged_anew(store):
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    found = store.shortfalls(as_of=nth(5))
    (path,) = (store.store.folder / "judged").glob(f"{nth(5)}-*")
    path.write_bytes(path.read_bytes()[:100])
    store._reader = store.store.reader()
    assert found
    assert store.shortfalls(as_of=nth(5)) == found


def test_a_store_worked_out_anew_trusts_no_day_judged_before(store):
    planned(store)
    store.shortfalls(as_of=nth(0))
    before = days_on_disk(store)
    with store.store.writer(anew=True):
        pass
    store._reader = None
    put(store, (1, "staffing", "甲单位", 2, False))
    store.shortfalls(as_of=nth(0))
    assert len(days_on_disk(store)) == len(before) + 1


def test_judging_stops_when_it_is_told_to_and_keeps_what_it_has(store):
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    done = []
    store.reader().past.judge_days(
        [nth(number) for number in range(9)],
        progress=lambda count, total: done.append((count, total)),
        stop=lambda: len(done) >= 3,
    )
    assert done == [(1, 9), (2, 9), (3, 9)]
    assert len(days_on_disk(store)) == 3


def test_old_files_of_a_day_go_and_the_newest_stay(store):
    from dashboard.store.judged import Shelf

    planned(store).shortfalls(as_of=nth(0))
    shelf = Shelf(store.store.folder / "judged")
    (path,) = shelf.folder.glob("2*.parquet")
    for number in range(5):
        path.with_name(f"{nth(0)}-{number}.parquet").write_bytes(path.read_bytes())
    shelf.tidy()
    assert len(list(shelf.folder.glob("2*.parquet"))) == 3


def test_a_rule_that_fails_on_the_data_is_named(store, monkeypatch, tmp_path):
    text = rules()["reviewer_ratio"].sql.replace(
        "reviewers as measured", "cast(unit as integer) as measured"
    )
    path = tmp_path / "shortfalls" / "own_rule.sql"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    broken = {"own_rule": queries.read_query(path, tmp_path)}
    for module in ("statement", "judging"):
        monkeypatch.setattr(f"dashboard.store.{module}.rules", lambda: broken)
    planned(store)
    put(store, (1, "staffing", "甲单位", 2, False))
    with pytest.raises(BrokenRuleError, match=r"own_rule\.sql"):
        store.shortfalls(as_of=nth(3))
