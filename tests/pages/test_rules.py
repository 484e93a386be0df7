"""规则依据: every rule with basis, threshold and present count."""

from __future__ import annotations

import re

import pytest

from dashboard.queries import rules


def test_every_rule_stands_on_the_page_with_its_basis_and_its_query(open_page, plan):
    plan.reader()
    page = open_page("rules")
    for one in rules().values():
        assert one.header["title"] in page.text
        assert one.header["basis"] in page.text
        assert one.header["explain"] in page.text
    assert len(statements(page)) == len(rules())


def test_no_id_of_a_rule_is_shown(open_page, plan):
    plan.reader()
    text = re.sub(r"<pre>.*?</pre>", "", open_page("rules").html, flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", text)
    assert [rule for rule in rules() if rule in text] == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param(0.08, "审核人员下限：8%", id="the plan's own figure"),
        pytest.param(None, "5%", id="the default where the cell is blank"),
    ],
)
def test_a_threshold_is_the_one_in_the_store(open_page, plan, given, shown):
    plan.add("threshold", rule="reviewer_ratio", name="审核人员下限", value=given)
    plan.reader()
    page = open_page("rules", rule="reviewer_ratio")
    assert shown in page.text
    assert any(one.startswith("./source?") for one in page.links)


def test_a_threshold_that_the_plan_does_not_give_is_called_the_default(open_page, plan):
    plan.reader()
    assert "用程序默认值" in open_page("rules", rule="reviewer_ratio").text


def test_present_counts_lead_to_the_shortfalls(open_page, plan):
    plan.add("staffing", unit="乙单位", enforcement_staff=41, legal_reviewers=2)
    plan.reader()
    page = open_page("rules", rule="reviewer_ratio")
    assert "红 1" in page.text
    assert "涉及 1 个单位" in page.text
    wanted = [one for one in page.links if one.startswith("./shortfalls?")]
    assert any("severity=red" in one and "rule=reviewer_ratio" in one for one in wanted)


def test_one_rule_can_be_shown_alone(open_page, plan):
    plan.reader()
    page = open_page("rules", rule="liaison_missing")
    assert len(statements(page)) == 1
    assert "未明确联络员" in page.text


def test_an_unknown_rule_is_said_and_all_are_shown(open_page, plan):
    plan.reader()
    page = open_page("rules", rule="nothing")
    assert "没有这条规则" in page.text
    assert len(statements(page)) == len(rules())


def statements(page):
    """The SQL that the page shows."""
    alone = [one.value for one in page.app.main.code if one.language == "sql"]
    return alone + re.findall(r"<pre>(.*?)</pre>", page.html, re.DOTALL)
