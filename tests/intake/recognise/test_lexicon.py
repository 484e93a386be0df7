from __future__ import annotations

import pytest

from dashboard.intake.recognise.dictionary import known
from dashboard.intake.recognise.lexicon import headinglike, likeness


@pytest.mark.parametrize(
    ("path", "view", "column"),
    [
        (("执法总人数",), "staffing", "enforcement_staff"),
        (("执法人员", "总数"), "staffing", "enforcement_staff"),
        (("法制审核人员", "总数"), "staffing", "legal_reviewers"),
        (("得分", "合法性"), "case_review", "legality"),
        (("计划", "抽查数"), "random_inspection", "planned"),
        (("合法性审核", "是否"), "normative_document", "legality_reviewed"),
        (("执法人员总数", "(人)"), "staffing", "enforcement_staff"),
        (("Legal Reviewers",), "staffing", "legal_reviewers"),
        (("行政行为合法性(50分)", "得分"), "case_review", "legality"),
        (("合理性", "评分"), "case_review", "reasonableness"),
        (("联合抽查", "计划数"), "random_inspection", "joint_planned"),
        (("问题及扣分",), "case_review", "problem"),
    ],
)
def test_group_headings_and_leaf_are_read_together(
    path: tuple[str, ...], view: str, column: str
) -> None:
    meanings = likeness(path)[view]
    assert max(meanings, key=lambda name: meanings[name]) == column
    assert meanings[column] >= 0.9


@pytest.mark.parametrize("heading", ["实有人数", "在编人数", "女性人数"])
def test_a_count_is_of_those_whom_the_heading_names(heading: str) -> None:
    assert {"qualified_reviewers", "legal_advisers"}.isdisjoint(
        likeness((heading,)).get("staffing", {})
    )


def test_last_years_figures_are_not_this_years() -> None:
    now = likeness(("执法人员总数", "本年"))["staffing"]["enforcement_staff"]
    before = likeness(("执法人员总数", "上年同期"))["staffing"]["enforcement_staff"]
    assert before < 0.62 <= now


@pytest.mark.parametrize("heading", ["Description", "Code", "Item Price", "State Codes"])
def test_latin_words_are_not_alike_for_sharing_letters(heading: str) -> None:
    meanings = likeness((heading,))
    assert all(worth < 0.62 for found in meanings.values() for worth in found.values())


def test_units_that_only_help_own_no_rows() -> None:
    assert "unit" not in likeness(("配合单位",)).get("finding", {})


def test_words_of_choices_are_no_headings() -> None:
    assert known("完成进度")
    assert headinglike("进行中") == 0.0


@pytest.mark.parametrize("heading", ["数量", "人数", "个数", "总量"])
def test_a_heading_levelled_to_one_letter_means_nothing_by_it(heading: str) -> None:
    meant = [name for columns in likeness((heading,)).values() for name in columns]
    assert "total" not in meant


def test_a_heading_that_can_be_no_unit_means_nothing_where_it_meant_but_that():
    assert all(likeness(("配合单位",)).values())
