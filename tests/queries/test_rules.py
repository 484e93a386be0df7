"""What holds of every rule: its header, its columns, its edges, its tests."""

import importlib.util
from pathlib import Path

import pytest

from dashboard.kinds import kinds
from dashboard.queries import rules
from dashboard.store.shortfalls import COLUMNS
from tests.helpers import SmallStore

PROMISED = {
    "reviewer_ratio",
    "reviewer_unqualified",
    "document_unreviewed",
    "document_procedure",
    "document_uncleaned",
    "decision_procedure",
    "decision_archive",
    "list_unpublished",
    "case_review_missing",
    "case_failed",
    "wrong_case_unaccounted",
    "enforcement_systems",
    "inspection_behind",
    "complaint_overdue",
    "task_overdue",
    "due_soon",
    "task_behind",
    "task_unassigned",
    "evidence_missing",
    "finding_overdue",
    "liaison_missing",
    "report_stale",
    "phase_behind",
}
FIELDS = ("title", "title_en", "basis", "severity", "params", "threshold", "area", "explain")
AREAS = {"4.1", "4.2", "4.3", "4.4", "5", "6"}
TESTS = Path(__file__).with_name("shortfalls")

every_rule = pytest.mark.parametrize("rule", sorted(rules()))


def named(rule, field):
    """The comma-separated values of a header field."""
    return [one.strip() for one in rules()[rule].header.get(field, "").split(",") if one]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A store that nothing was sent to."""
    return SmallStore(tmp_path_factory.mktemp("empty") / "store")


@pytest.fixture(scope="module")
def worst(tmp_path_factory):
    """A store in which everything is wrong, much of it twice, and half of the rows blank."""
    store = SmallStore(tmp_path_factory.mktemp("worst") / "store")
    for name, starts_on, ends_on in (
        ("动员部署", "2021-05-01", "2021-05-31"),
        ("集中督导", "2021-06-01", "2021-12-31"),
        ("收集印证资料", "2021-06-20", "2021-08-10"),
        (None, None, None),
    ):
        store.add("phase", unit=None, name=name, starts_on=starts_on, ends_on=ends_on)
    store.add("task", unit=None, task_id="4.1.1", title="甲任务")
    store.add("task", unit=None, task_id="4.1.2", title="甲任务", due_on="2021-12-31")
    for _ in range(2):
        store.add("unit", enforces=True)
        for view in kinds():
            store.add(view, **({} if view == "unit" else {"unit": "甲单位"}))
            store.add(view, unit=None)
        for day in ("2021-06-01", "2021-07-02", "2021-12-31"):
            dates = {"due_on": day, "starts_on": "2021-05-01"}
            store.add("task_progress", task_id="4.1.1", progress=0, **dates)
            store.add("task_progress", unit=None, title="甲任务", progress=0, **dates)
            store.add("complaint", subject=f"噪声 {day}", due_on=day)
            store.add("finding", issue=f"台账不全 {day}", due_on=day)
            store.add("inspection_item", item="网吧", due_on=day)
        store.add("evidence", task_id="4.1.1", title="通知", provision="missing")
        store.add("staffing", unit="丁", enforcement_staff=20, legal_reviewers=0)
        store.add("staffing", unit="乙", legal_reviewers=2, qualified_reviewers=1)
        store.add(
            "case_review", total=10, grade="excellent", wrong_case=True, closed_on="2021-01-01"
        )
        store.add("case_review", case_no="1号", total=10, grade="excellent", wrong_case=True)
        store.add("enforcement", publicity=False, major_decisions=2, major_reviewed=1)
        store.add(
            "random_inspection",
            unit="丙",
            planned=99,
            completed=1,
            joint_planned=1,
            joint_completed=0,
        )
        store.add("published_list", list="powers", published=False)
    store.add("unit", unit="丁", enforces=True)
    return store


def test_the_promised_rules_are_all_there():
    assert set(rules()) >= PROMISED


@every_rule
def test_the_header_says_all_there_is_to_say(rule):
    one = rules()[rule]
    assert [field for field in FIELDS if not one.header.get(field)] == []
    assert "One row per" in one.description or "one row per" in one.description
    assert set(named(rule, "severity")) <= {"red", "amber", "blue"}
    assert one.header["area"] in AREAS
    assert one.header["params"] == "as_of DATE"
    assert set(one.parameters) <= {"as_of"}


@every_rule
def test_thresholds_named_in_the_header_are_those_that_are_read(rule, empty):
    known = {row[0] for row in empty.sql("select rule from limits")}
    named_here = set(named(rule, "threshold")) - {"none"}
    assert named_here <= known
    assert all(f"'{one}'" in rules()[rule].sql or rule == "reviewer_ratio" for one in named_here)


@every_rule
def test_the_source_is_a_column_that_units_fill_in(rule):
    for source in named(rule, "source"):
        view, column = source.split(".")
        assert column in [one.name for one in kinds()[view].columns]
        assert len(named(rule, "source")) == 1 or f"'{source}'" in rules()[rule].statement


@every_rule
def test_it_returns_the_promised_columns_in_their_order(rule, empty):
    found = empty.sql(f"describe ({rules()[rule].with_as_of('current_date')})")
    several = ["source_column"] if len(named(rule, "source")) > 1 else []
    assert [one[0] for one in found] == [*COLUMNS, *several]
    texts = {one[0]: one[1] for one in found if COLUMNS.get(one[0]) == "varchar"}
    assert set(texts.values()) <= {"VARCHAR", "INTEGER"}, "INTEGER is the type of a bare NULL"


@every_rule
def test_an_empty_store_falls_short_of_nothing(rule, empty):
    assert empty.ask(f"shortfalls/{rule}") == []


@every_rule
def test_it_finds_something_where_everything_is_wrong(rule, worst):
    days = ("2021-07-01", "2021-11-01")
    found = [one for day in days for one in worst.ask(f"shortfalls/{rule}", as_of=day)]
    assert found
    assert {one["rule"] for one in found} == {rule}
    assert {one["severity"] for one in found} <= set(named(rule, "severity"))
    assert all(one["item"] and one["gap"] for one in found)


@every_rule
@pytest.mark.parametrize("as_of", ["2021-07-01", "2021-11-01", "2022-02-01"])
def test_a_unit_and_an_item_name_one_shortfall(rule, as_of, worst):
    found = [(one["unit"], one["item"]) for one in worst.ask(f"shortfalls/{rule}", as_of=as_of)]
    assert len(found) == len(set(found))


def test_a_row_that_is_named_exists(worst):
    named_rows = [one for one in worst.shortfalls() if one["source_row"] is not None]
    assert named_rows
    for one in named_rows:
        assert one["submission_id"] is not None
        assert one["source_file"]
        assert one["source_sheet"]


@every_rule
def test_what_was_known_later_is_judged_alike(rule, worst):
    """The views have a way of their own for looking back; it must come to the same."""
    now = worst.ask(f"shortfalls/{rule}")
    known = worst.ask(f"shortfalls/{rule}", known_as_of="2030-01-01")
    assert [(one["unit"], one["item"], one["gap"]) for one in known] == [
        (one["unit"], one["item"], one["gap"]) for one in now
    ]


@pytest.mark.parametrize(
    ("rule", "rows", "cells"),
    [
        pytest.param(
            "enforcement_systems",
            [
                (
                    "enforcement",
                    {"publicity": True, "major_decisions": 1, "major_reviewed": 0},
                )
            ],
            {"B3", "D3"},
            id="each of several columns",
        ),
        pytest.param(
            "due_soon",
            [
                ("task_progress", {"title": "事", "due_on": "2021-07-02"}),
                ("complaint", {"subject": "噪声", "due_on": "2021-07-02"}),
            ],
            {"G3", "C3"},
            id="each of several kinds",
        ),
        pytest.param(
            "complaint_overdue", [("complaint", {"due_on": "2021-06-01"})], {"C3"}, id="one column"
        ),
    ],
)
def test_the_cell_is_the_one_that_says_so(store, rule, rows, cells):
    for view, columns in rows:
        store.add(view, **columns)
    assert {one["source_cell"] for one in store.shortfalls() if one["rule"] == rule} == cells


@every_rule
def test_it_has_cases_on_either_side(rule):
    path = TESTS / f"test_{rule}.py"
    assert path.exists(), f"no tests of {rule}"
    spec = importlib.util.spec_from_file_location(f"cases_of_{rule}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if cases := getattr(module, "CASES", None):
        assert {bool(one.values[0].found) for one in cases} == {True, False}
    else:
        text = path.read_text(encoding="utf-8")
        assert "[]" in text
        assert "amber" in text or "未明确" in text
