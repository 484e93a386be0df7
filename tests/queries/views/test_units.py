"""The views that tell units: staffing, reports, what they owe."""

import pytest

SEASON = {"phase_id": "1", "name": "集中督导", "starts_on": "2021-06-01", "ends_on": "2021-12-31"}


def test_an_enforcing_unit_without_a_sheet_stands_there_without_figures(store):
    store.add("unit", unit="甲", enforces=True)
    store.add("unit", unit="乙", enforces=False)
    store.add("staffing", unit="丙", enforcement_staff=0, legal_reviewers=0)
    found = store.sql(
        "select unit, enforces, staff, required, missing, ratio"
        " from reviewer_ratio_by_unit order by unit"
    )
    assert found == [("丙", None, 0, 0, 0, None), ("甲", True, None, None, None, None)]


@pytest.mark.parametrize(("reviewers", "missing"), [(None, None), (0, 1), (1, 0), (2, 0)])
def test_missing_is_never_below_zero_and_unknown_where_the_count_is(store, reviewers, missing):
    store.add("unit", enforces=True)
    store.add("staffing", enforcement_staff=20, legal_reviewers=reviewers)
    assert store.sql("select missing from reviewer_ratio_by_unit") == [(missing,)]


def test_the_last_report_of_a_unit_is_that_of_any_kind(store):
    store.add("phase", unit=None, **SEASON)
    store.add("unit", unit="甲")
    store.add("complaint", unit="甲", subject="噪声", reported_on="2021-06-01")
    store.add("staffing", unit="甲", enforcement_staff=1, reported_on="2021-06-21")
    store.add("staffing", unit="甲", enforcement_staff=1, reported_on="2021-07-02")
    found = store.sql("select unit, last_reported_on::varchar, days_silent from unit_report")
    assert found == [("甲", "2021-06-21", 10)]


@pytest.mark.parametrize(
    ("enforces", "kinds"),
    [
        (True, {"task_progress", "evidence", "staffing", "enforcement", "random_inspection"}),
        (False, {"task_progress", "evidence"}),
        (None, {"task_progress", "evidence"}),
    ],
)
def test_an_enforcing_unit_owes_more(store, enforces, kinds):
    store.add("unit", unit="甲", enforces=enforces)
    assert {one for (one,) in store.sql("select kind from unit_owed")} == kinds


def test_the_season_spans_its_phases(store):
    store.add("phase", unit=None, **SEASON)
    store.add(
        "phase", unit=None, phase_id="0", name="动员", starts_on="2021-05-01", ends_on="2021-05-31"
    )
    assert store.sql(
        "select starts_on::varchar, ends_on::varchar, kick_off_ends_on::varchar, is_running"
        " from season"
    ) == [("2021-05-01", "2021-12-31", "2021-05-31", True)]


@pytest.mark.parametrize(
    ("as_of", "runs"),
    [("2021-05-31", False), ("2021-06-01", True), ("2021-12-31", True), ("2022-01-01", False)],
)
def test_both_days_of_a_phase_belong_to_it(store, as_of, runs):
    store.add("phase", unit=None, **SEASON)
    assert store.sql("select is_running from season", as_of=as_of) == [(runs,)]
