"""文件与决策: procedures as matrices, the review rate, the lists to publish."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

STEPS = ("assessed", "consulted", "legality_reviewed", "deliberated", "published", "filed")
DECISION_STEPS = (
    "in_catalogue", "participation", "expert_review", "risk_assessment", "legality_reviewed",
    "collective_discussion", "recorded", "post_evaluated",
)  # fmt: skip


def document(store, title, unit="甲单位", **more):
    columns = dict.fromkeys(STEPS, True) | {"validity": "in_force", "issued_on": "2021-05-06"}
    store.add("normative_document", unit=unit, title=title, **(columns | more))


def decision(store, title, **more):
    columns = dict.fromkeys(DECISION_STEPS, "yes") | {"decided_on": "2021-05-06"}
    store.add("major_decision", title=title, **(columns | more))


def states(row):
    return {step["id"]: step["state"] for step in row["steps"]}


def test_a_blank_step_is_told_apart_from_one_not_taken(plan):
    document(plan, "奖励办法", consulted=False, filed=None)
    (row,) = plan.ask("pages/documents_procedure", unit=None, first=0, size=9)
    found = states(row)
    assert (found["assessed"], found["consulted"], found["filed"]) == ("yes", "no", "blank")


def test_the_worst_document_comes_first(plan):
    document(plan, "齐全办法")
    document(plan, "缺备案办法", filed=False)
    document(plan, "未审核办法", legality_reviewed=False)
    rows = plan.ask("pages/documents_procedure", unit=None, first=0, size=9)
    assert [(row["title"], row["severity"]) for row in rows] == [
        ("未审核办法", "red"),
        ("缺备案办法", "amber"),
        ("齐全办法", None),
    ]


@pytest.mark.parametrize(
    ("reviewed", "share", "blank"),
    [
        pytest.param(True, 1.0, 0, id="reviewed"),
        pytest.param(False, 0.5, 0, id="not reviewed"),
        pytest.param(None, 0.5, 1, id="left blank"),
    ],
)
def test_the_review_rate_counts_a_blank_as_not_reviewed(plan, reviewed, share, blank):
    document(plan, "办法一")
    document(plan, "办法二", legality_reviewed=reviewed)
    document(plan, "未来的办法", legality_reviewed=False, issued_on="2021-07-02")
    (row,) = plan.ask("pages/documents_review_rate", as_of="2021-07-01")
    assert (row["share"], row["count_blank"], row["count_issued"]) == (share, blank, 2)


def test_a_required_list_that_nobody_reported_is_one_row_without_a_unit(plan):
    plan.add("published_list", list="powers", published=True, url="https://a.example/1")
    rows = plan.ask("pages/documents_lists")
    assert len(rows) == 8
    assert [row["unit"] for row in rows if row["list_id"] == "powers"] == ["甲单位"]
    assert [row["unit"] for row in rows if row["list_id"] == "fees"] == [None]


def test_the_page_draws_both_matrices_with_words_and_signs(plan, open_page):
    document(plan, "奖励办法", consulted=False, filed=None, legality_reviewed=False)
    decision(plan, "改造项目", expert_review="na", risk_assessment="no")
    plan.reader()
    page = open_page("documents")
    for word in ("✓ 有", "✗ 无", "– 不适用", "○ 未填", "公开征求意见", "风险评估", "奖励办法"):
        assert word in page.text
    assert len(page.app.main.get("plotly_chart")) == 1
    assert any(one.startswith("./source?") for one in page.links)
    assert any("rule=document_procedure" in one for one in page.links)


def test_where_every_document_was_reviewed_one_sentence_says_so(plan, open_page):
    document(plan, "奖励办法")
    document(plan, "管理办法", unit="乙单位")
    plan.reader()
    page = open_page("documents")
    assert "2 个单位印发的 2 件规范性文件都经过了合法性审核" in page.text
    assert not page.app.main.get("plotly_chart")


def test_the_verdict_leads_to_the_shortfalls_of_that_document_alone(plan, open_page):
    document(plan, "奖励办法", consulted=False)
    document(plan, "管理办法", consulted=False)
    plan.reader()
    wanted = {"search": "奖励办法", "unit": "甲单位"}
    asked = [dict(parse_qsl(urlsplit(one).query)) for one in open_page("documents").links]
    assert any(wanted.items() <= one.items() for one in asked)
    text = open_page("shortfalls", **wanted).text
    assert "奖励办法" in text
    assert "管理办法" not in text


def test_an_address_is_a_link_only_where_it_is_one_of_the_web(plan, open_page):
    plan.add("published_list", list="powers", published=True, url="https://a.example/1")
    plan.add("published_list", list="fees", published=True, url="javascript:alert(1)")
    plan.reader()
    page = open_page("documents")
    assert "https://a.example/1" in page.links
    assert "javascript:alert(1)" in page.text
    assert not any(one.startswith("javascript") for one in page.links)


def test_one_unit_is_shown_alone(plan, open_page):
    document(plan, "甲的办法")
    document(plan, "乙的办法", unit="乙单位")
    plan.reader()
    page = open_page("documents", unit="乙单位")
    assert "乙的办法" in page.text
    assert "甲的办法" not in page.text


def test_without_rows_every_section_says_what_to_do(plan, open_page):
    plan.reader()
    page = open_page("documents")
    assert "还没有收到规范性文件台账" in page.text
    assert "还没有收到重大行政决策台账" in page.text
    assert "尚无单位报送" in page.text
