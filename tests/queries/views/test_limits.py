from decimal import Decimal

import pytest

VALUE = "select value, is_default from limits where rule = '{}'"


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("reviewer_ratio", "0.05"),
        ("document_unreviewed", "1"),
        ("task_behind", "0.2"),
        ("due_soon_days", "3"),
        ("report_stale_amber", "14"),
        ("report_stale_red", "28"),
        ("grade_excellent", "90"),
        ("case_failed", "60"),
    ],
)
def test_a_plan_without_thresholds_has_the_defaults(store, rule, value):
    assert store.sql(VALUE.format(rule)) == [(Decimal(value), True)]


@pytest.mark.parametrize(
    ("rule", "given", "value"),
    [
        pytest.param("reviewer_ratio", 0.1, "0.1", id="a share"),
        pytest.param("reviewer_ratio", 10, "0.1", id="a share without its % sign"),
        pytest.param("document_unreviewed", 1, "1", id="the whole"),
        pytest.param("reviewer_ratio", 0.30000000000000004, "0.3", id="a binary fraction"),
        pytest.param("due_soon_days", 7, "7", id="days are no share"),
        pytest.param("reviewer_ratio", None, "0.05", id="blank: the default"),
        pytest.param("grade_good", None, None, id="a blank band is switched off"),
    ],
)
def test_the_plan_sets_the_figure(store, rule, given, value):
    store.add("threshold", unit=None, rule=rule, value=given)
    assert store.sql(VALUE.format(rule)) == [(Decimal(value) if value else None, False)]


def test_of_two_rows_the_lower_counts(store):
    store.add("threshold", unit=None, rule="due_soon_days", value=5)
    store.add("threshold", unit=None, rule="due_soon_days", value=6)
    assert store.sql(VALUE.format("due_soon_days")) == [(Decimal(6), False)]


def test_a_figure_of_the_plans_own_stands_too(store):
    store.add("threshold", unit=None, rule="another", value=5)
    assert store.sql(VALUE.format("another")) == [(Decimal(5), False)]
