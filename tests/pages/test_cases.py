"""案卷评查: scores, grades, vetoes, wrong cases, and who has not reviewed."""

from __future__ import annotations

import pytest

from dashboard.ui.plots.cases import histogram, parts_of_sheet


def case(store, number, unit="甲单位", **more):
    columns = {"case_type": "penalty", "reviewed_on": "2021-06-10", "total": 92.0} | more
    store.add("case_review", unit=unit, case_no=f"罚字第{number}号", **columns)


def of_unit(store, unit="甲单位", **more):
    return next(row for row in store.ask("pages/cases_by_unit", **more) if row["unit"] == unit)


@pytest.mark.parametrize(
    ("veto", "count"),
    [
        pytest.param("无执法资格人员执法", 1, id="a veto"),
        pytest.param("无", 0, id="a word for none"),
        pytest.param(None, 0, id="blank"),
    ],
)
def test_words_for_none_are_no_veto(plan, veto, count):
    case(plan, 1, veto=veto)
    assert of_unit(plan)["count_vetoes"] == count


def test_a_word_for_none_is_shown_as_no_veto(plan, open_page):
    case(plan, 1, veto="无")
    plan.reader()
    assert "一票否决:" not in open_page("cases").text
    (row,) = plan.ask("pages/unit_cases", unit="甲单位")
    assert row["veto"] is None


def test_grades_are_counted_by_unit_and_blank_ones_apart(plan):
    for number, grade in enumerate(("excellent", "pass", "pass", None)):
        case(plan, number, grade=grade)
    row = of_unit(plan)
    assert [row[f"count_{one}"] for one in ("excellent", "good", "pass", "ungraded")] == [
        1,
        0,
        2,
        1,
    ]


def test_an_enforcing_unit_without_a_review_stands_there_without_figures(plan):
    case(plan, 1)
    row = of_unit(plan, "乙单位")
    assert (row["count_cases"], row["mean_total"], row["review_missing"]) == (0, None, "amber")


def test_parts_are_summed_up_sheet_by_sheet(plan):
    case(plan, 1, legality=40.0, submission=1)
    case(plan, 2, legality=90.0, submission=2, unit="乙单位")
    rows = plan.ask("pages/cases_parts", unit=None, first=0, size=9)
    assert sorted(row["legality_mean"] for row in rows) == [40.0, 90.0]


def test_a_case_with_a_shortfall_comes_first_and_the_list_is_paged(plan):
    for number in range(3):
        case(plan, number)
    case(plan, 9, unit="乙单位", total=55.0)
    rows = plan.ask("pages/cases_list", unit=None, first=0, size=2)
    assert [row["case_no"] for row in rows] == ["罚字第9号", "罚字第0号"]
    assert {row["count_all"] for row in rows} == {4}
    rest = plan.ask("pages/cases_list", unit=None, first=2, size=2)
    assert [row["case_no"] for row in rest] == ["罚字第1号", "罚字第2号"]


def test_wrong_cases_tell_whether_anybody_was_held_to_account(plan):
    case(plan, 1, wrong_case=True, accountability="批评教育")
    case(plan, 2, wrong_case=True, accountability="无")
    case(plan, 3, wrong_case=False)
    rows = plan.ask("pages/cases_wrong", unit=None)
    assert [(row["case_no"], row["is_accounted"]) for row in rows] == [
        ("罚字第2号", False),
        ("罚字第1号", True),
    ]


def test_the_page_shows_plots_figures_and_flagged_cases(plan, open_page):
    case(plan, 1, grade="excellent", legality=38.0, reasonableness=18.0, documents=36.0)
    case(plan, 2, grade="fail", total=55.0, veto="未告知权利", problem="缺文书")
    case(plan, 3, wrong_case=True)
    plan.reader()
    page = open_page("cases")
    assert len(page.app.main.get("plotly_chart")) == 4
    for word in ("一票否决:未告知权利", "■ 没有责任追究记录", "缺文书", "评定不合格", "行政处罚"):
        assert word in page.text
    assert "乙" in page.text
    assert any("rule=case_failed" in one for one in page.links)
    assert any(one.startswith("./source?") for one in page.links)


def test_one_unit_is_shown_alone(plan, open_page):
    case(plan, 1)
    case(plan, 2, unit="乙单位")
    plan.reader()
    page = open_page("cases", unit="乙单位")
    assert "罚字第2号" in page.text
    assert "罚字第1号" not in page.text
    assert "丙科没有评查案卷" in open_page("cases", unit="丙科").text


def test_cases_without_totals_get_a_sentence_in_place_of_the_plot(plan, open_page):
    case(plan, 1, total=None, grade="good")
    plan.reader()
    assert "评查表里没有填写总分" in open_page("cases").text


def test_without_cases_the_page_says_what_to_do_and_who_has_not_reviewed(plan, open_page):
    plan.reader()
    page = open_page("cases")
    assert "还没有收到案卷评查表" in page.text
    assert "应至少评查 1 次" in page.text
    assert not page.app.main.get("plotly_chart")


@pytest.mark.parametrize(
    ("total", "span"),
    [
        pytest.param(59.9, "55–59", id="just below the pass mark"),
        pytest.param(60.0, "60–64", id="at the pass mark"),
        pytest.param(100.0, "95–100", id="full marks"),
    ],
)
def test_a_total_falls_into_its_five_points(total, span):
    scores = [{"total": total, "count_cases": 2}]
    bar = histogram(scores, [{"rule": "grade_pass", "value": 60.0}]).data[0]
    counts = dict(zip(bar.customdata, bar.y, strict=True))
    assert counts[span] == 2
    assert sum(counts.values()) == 2


def test_equal_scores_of_a_part_stand_one_above_the_other():
    scored = {"legality": 36.0, "reasonableness": None, "documents": None}
    cases = [{"case_no": str(number), **scored} for number in range(2)]
    assert list(parts_of_sheet(cases).data[0].y) == [1, 2]
