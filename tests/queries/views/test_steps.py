"""Procedures step by step, for documents and decisions; findings and their age."""

import pytest


def test_a_documents_steps_are_yes_no_or_blank(store):
    store.add("normative_document", title="办法", assessed=True, consulted=False)
    found = store.sql("select step, label, state from document_steps order by step_no")
    assert found == [
        ("assessed", "评估论证", "yes"),
        ("consulted", "公开征求意见", "no"),
        ("legality_reviewed", "合法性审核", "blank"),
        ("deliberated", "集体审议", "blank"),
        ("published", "向社会公布", "blank"),
        ("filed", "备案", "blank"),
        ("cleaned", "清理", "blank"),
    ]


def test_a_validity_comes_of_a_clean_up(store):
    store.add("normative_document", title="办法", cleaned=False, validity="repealed")
    assert store.sql("select state from document_steps where step = 'cleaned'") == [("yes",)]


def test_a_decisions_steps_may_be_not_applicable(store):
    store.add("major_decision", title="决策", in_catalogue="yes", participation="no", recorded="na")
    found = store.sql("select step, state from decision_steps order by step_no")
    assert found == [
        ("in_catalogue", "yes"),
        ("participation", "no"),
        ("expert_review", "blank"),
        ("risk_assessment", "blank"),
        ("legality_reviewed", "blank"),
        ("collective_discussion", "blank"),
        ("recorded", "na"),
        ("post_evaluated", "blank"),
    ]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({}, (False, 30, 1)),
        ({"status": "closed"}, (True, None, None)),
        ({"due_on": "2021-07-01"}, (False, 30, None)),
        ({"due_on": None}, (False, 30, None)),
        ({"found_on": None}, (False, None, 1)),
    ],
)
def test_an_open_finding_ages(store, columns, found):
    good = {"finding_no": "1", "issue": "一", "found_on": "2021-06-01", "due_on": "2021-06-30"}
    store.add("finding", **(good | columns))
    assert store.sql("select is_closed, days_open, days_late from finding_age") == [found]
