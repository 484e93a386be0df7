"""Every key figure of a page leads to the rows behind it."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import PAGES

WITHOUT = ("meeting", "phases", "rules", "shortfalls")
WITH = [one.slug for one in PAGES if one.section and one.slug not in WITHOUT]


@pytest.fixture
def busy(plan):
    """Something of every kind that a page counts."""
    plan.add("staffing", unit="甲单位", enforcement_staff=41, legal_reviewers=2)
    plan.add("case_review", unit="甲单位", case_no="1", total=55.0, grade="fail", wrong_case=True)
    plan.add("normative_document", unit="甲单位", title="办法", issued_on="2021-06-01")
    plan.add("enforcement", unit="甲单位", publicity=True, recording=False, referred_cases=2)
    plan.add("random_inspection", unit="甲单位", planned=9, completed=1)
    plan.add("complaint", unit="甲单位", subject="占道经营", due_on="2021-06-30")
    plan.add("finding", unit="甲单位", issue="问题", found_on="2021-06-08", due_on="2021-06-30")
    plan.add("task_progress", unit="甲单位", task_id="4.1.2", measure="公布清单", progress=0.1)
    plan.add("evidence", unit="甲单位", task_id="4.1.2", title="清单", provision="uploaded")
    plan.reader()
    return plan


@pytest.mark.parametrize("slug", WITH)
def test_every_key_figure_leads_somewhere(busy, open_page, slug):
    page = open_page(slug, **({"unit": "甲单位"} if slug == "unit" else {}))
    cards = re.findall(
        r"<(a|div) class=\"dudao-card dudao-edge-\w+\"(?: href=\"([^\"]*)\")?", page.html
    )
    assert cards
    assert [tag for tag, _ in cards if tag == "div"] == []
    anchors = {one.proto.anchor for one in page.app.main.header}
    anchors |= set(re.findall(r"id=\"([^\"]+)\"", page.html))
    within = {href.removeprefix("#") for _, href in cards if href.startswith("#")}
    assert within <= anchors
