import pytest

from tests.helpers import SmallStore

SEASON = {"phase_id": "1", "name": "集中督导", "starts_on": "2021-06-01", "ends_on": "2021-12-31"}
EARLY = "2021-05-28"


def found(store, as_of, item="报送"):
    rows = store.ask("shortfalls/report_stale", as_of=as_of)
    return [(one["unit"], one["severity"], one["since_due"]) for one in rows if one["item"] == item]


def with_season(store):
    store.add("phase", unit=None, reported_on=EARLY, **SEASON)
    store.add("unit", unit="甲", reported_on=EARLY, enforces=True)
    return store


@pytest.fixture
def season(store):
    """A unit that enforces, in a season that began on 1 June."""
    return with_season(store)


@pytest.fixture(scope="module")
def silent(tmp_path_factory):
    """The same, for tests that add nothing to it."""
    return with_season(SmallStore(tmp_path_factory.mktemp("silent") / "store"))


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """The same after one report on 1 July."""
    store = with_season(SmallStore(tmp_path_factory.mktemp("reported") / "store"))
    store.add("complaint", unit="甲", subject="噪声", reported_on="2021-07-01")
    return store


@pytest.mark.parametrize(
    ("as_of", "rows"),
    [
        pytest.param("2021-07-01", [], id="the day it reports"),
        pytest.param("2021-07-15", [], id="14 days after"),
        pytest.param("2021-07-16", [("甲", "amber", 1)], id="15 days after"),
        pytest.param("2021-07-29", [("甲", "amber", 14)], id="28 days after"),
        pytest.param("2021-07-30", [("甲", "red", 15)], id="29 days after"),
        pytest.param("2021-12-31", [("甲", "red", 169)], id="last day of the phase"),
        pytest.param("2022-01-01", [], id="no phase runs"),
    ],
)
def test_a_unit_is_stale_after_14_days_while_a_phase_runs(reported, as_of, rows):
    assert found(reported, as_of) == rows


@pytest.mark.parametrize(
    ("as_of", "rows"),
    [
        pytest.param("2021-05-31", [], id="before the season"),
        pytest.param("2021-06-15", [], id="14 days into it"),
        pytest.param("2021-06-16", [("甲", "amber", 1)], id="15 days into it"),
        pytest.param("2021-06-30", [("甲", "red", 15)], id="29 days into it"),
    ],
)
def test_a_unit_that_never_reported_is_counted_from_the_start(silent, as_of, rows):
    assert found(silent, as_of) == rows


def test_a_report_from_before_the_season_counts_no_more_than_its_start(season):
    season.add("complaint", unit="甲", subject="噪声", reported_on="2021-03-01")
    assert found(season, "2021-06-15") == []


def test_the_plans_own_sheets_are_no_report(season):
    season.add("threshold", unit=None, rule="x", reported_on="2021-06-20")
    assert found(season, "2021-06-21") == [("甲", "amber", 6)]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("task_progress", "任务分解台账"),
        ("staffing", "法制审核人员配备表"),
        ("enforcement", "行政执法三项制度情况"),
        ("random_inspection", "双随机抽查情况"),
    ],
)
def test_an_enforcing_unit_owes_each_of_its_sheets(season, kind, label):
    assert found(season, "2021-06-15", label) == []
    assert found(season, "2021-06-16", label) == [("甲", "amber", 1)]
    assert found(season, "2021-06-30", label) == [("甲", "red", 15)]
    season.add(kind, unit="甲", reported_on="2021-06-20")
    assert found(season, "2021-06-30", label) == []


@pytest.mark.parametrize("enforces", [False, None])
def test_an_office_owes_its_ledger_alone(store, enforces):
    store.add("phase", unit=None, reported_on=EARLY, **SEASON)
    store.add("unit", unit="甲", reported_on=EARLY, enforces=enforces)
    rows = store.ask("shortfalls/report_stale", as_of="2021-06-16")
    assert {one["item"] for one in rows} == {"报送", "任务分解台账"}


@pytest.mark.parametrize(
    ("as_of", "rows"),
    [("2021-07-04", []), ("2021-07-05", [("甲", "amber", 1)]), ("2021-07-19", [("甲", "red", 15)])],
)
def test_evidence_is_owed_from_the_day_it_is_collected(store, as_of, rows):
    store.add("phase", unit=None, reported_on=EARLY, **SEASON)
    store.add(
        "phase", unit=None, reported_on=EARLY, phase_id="3", name="收集印证资料",
        starts_on="2021-06-20", ends_on="2021-08-10",
    )  # fmt: skip
    store.add("unit", unit="甲", reported_on=EARLY)
    assert found(store, as_of, "印证资料清单") == rows


def test_it_names_the_last_file_that_came(season):
    season.add("complaint", unit="甲", subject="噪声", reported_on="2021-06-01")
    rows = season.ask("shortfalls/report_stale", as_of="2021-07-01")
    (one,) = [row for row in rows if row["item"] == "报送"]
    assert one["gap"] == "最近报送 2021-06-01,已 30 天"
    assert one["source_file"].startswith("complaint")


@pytest.mark.parametrize(("amber", "found_on_day_8"), [(7, 1), (8, 0)])
def test_the_days_come_from_the_plan(season, amber, found_on_day_8):
    season.add("threshold", unit=None, rule="report_stale_amber", value=amber)
    assert len(found(season, "2021-06-09")) == found_on_day_8


def test_without_a_plan_nothing_is_stale(store):
    store.add("unit", unit="甲", enforces=True)
    assert store.ask("shortfalls/report_stale", as_of="2021-12-31") == []
