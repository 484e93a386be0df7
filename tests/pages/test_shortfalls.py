"""短板清单: filters in the address, search, sorting, the detail of one shortfall, exports."""

from __future__ import annotations

import io
import re

import pytest
from openpyxl import load_workbook

from dashboard.exports import to_csv, to_xlsx

RULES = [
    {"rule": "reviewer_ratio", "area_no": "4.4", "title": "法制审核人员不足"},
    {"rule": "liaison_missing", "area_no": "6", "title": "未明确联络员"},
    {"rule": "list_unpublished", "area_no": "4.1", "title": "清单未公开"},
    {"rule": "complaint_overdue", "area_no": "4.1", "title": "投诉举报逾期未办结"},
]


def ask(store, **given):
    filters = dict.fromkeys(("severity", "rule", "unit", "area", "item", "search", "size"))
    asked = filters | {"sort": "severity", "first": 0, "rules": RULES} | given
    return store.ask("pages/shortfalls_page_list", as_of="2021-07-01", **asked)


@pytest.fixture
def short(plan):
    """乙单位 lacks a reviewer and a liaison; 甲单位 has two complaints overdue."""
    plan.add("staffing", unit="乙单位", enforcement_staff=41, legal_reviewers=2)
    for subject, due_on in (("占道经营", "2021-06-20"), ("噪声扰民", "2021-06-01")):
        plan.add(
            "complaint", unit="甲单位", subject=subject, received_on="2021-05-20", due_on=due_on
        )
    return plan


def test_every_shortfall_of_the_day_stands_in_the_list(short):
    listed = {(row["rule"], row["unit"], row["item"]) for row in ask(short)}
    found = {(row["rule"], row["unit"], row["item"]) for row in short.shortfalls()}
    assert listed == found


@pytest.mark.parametrize(
    ("given", "items"),
    [
        pytest.param({"rule": "complaint_overdue"}, {"占道经营", "噪声扰民"}, id="rule"),
        pytest.param({"rule": "complaint_overdue", "unit": "乙单位"}, set(), id="unit"),
        pytest.param({"search": "噪声"}, {"噪声扰民"}, id="words of the item"),
        pytest.param({"search": "法制审核人员不足"}, {"法制审核人员"}, id="title of the rule"),
        pytest.param({"rule": "liaison_missing", "severity": "red"}, set(), id="severity"),
        pytest.param(
            {"rule": "complaint_overdue", "area": "依法全面履行政府职能"},
            {"占道经营", "噪声扰民"}, id="area",
        ),
        pytest.param(
            {"rule": "complaint_overdue", "area": "工作要求"}, set(), id="another area"
        ),
    ],
)  # fmt: skip
def test_a_filter_lets_through_what_it_names(short, given, items):
    assert {row["item"].split(" ")[-1] for row in ask(short, **given)} == items


def test_red_comes_before_amber_and_the_longest_overdue_first(short):
    rows = ask(short)
    levels = [row["severity"] for row in rows]
    assert levels == sorted(levels, key=["red", "amber", "blue"].index)
    days = [row["since_due"] for row in rows if row["rule"] == "complaint_overdue"]
    assert days == [30, 11]


def test_sorted_by_days_overdue_those_without_a_deadline_come_last(short):
    days = [row["since_due"] for row in ask(short, sort="overdue")]
    known = [one for one in days if one is not None]
    assert days == sorted(known, reverse=True) + [None] * (len(days) - len(known))


def test_a_page_of_the_list_knows_how_many_there_are_in_all(short):
    everything = ask(short)
    page = ask(short, first=1, size=2)
    assert [row["item"] for row in page] == [row["item"] for row in everything[1:3]]
    assert {row["total"] for row in page} == {len(everything)}


def test_a_list_that_must_be_published_has_the_area_of_its_own_clause(plan):
    plan.add("published_list", unit="甲单位", list="enforcement_powers", published=False)
    plan.add("published_list", unit="甲单位", list="powers", published=False)
    rows = ask(plan, rule="list_unpublished", unit="甲单位")
    assert {row["item"]: row["area"] for row in rows} == {
        "行政执法权责清单": "行政执法严格规范公正文明",
        "权责清单": "依法全面履行政府职能",
    }


def test_a_click_on_a_heading_sorts_and_keeps_what_else_is_chosen(open_page, short):
    short.reader()
    page = open_page("shortfalls", severity="red")
    headings = re.findall(r'<th[^>]*><a href="([^"]*)"', page.html)
    assert any("sort=overdue" in one and "severity=red" in one for one in headings)
    page = open_page("shortfalls", sort="overdue")
    assert re.findall(r'<th[^>]*aria-sort="descending"[^>]*><a[^>]*>([^<]*)', page.html) == [
        "逾期 ▾"
    ]


def test_a_row_of_the_list_leads_to_its_own_page_and_to_its_cell(open_page, short):
    short.reader()
    page = open_page("shortfalls", rule="complaint_overdue")
    details = [one for one in page.links if "item=" in one]
    assert len(details) == 2
    assert all(
        one.startswith("./shortfalls?") and "rule=complaint_overdue" in one for one in details
    )
    assert sum(one.startswith("./source?") for one in page.links) == 2


def test_a_choice_that_does_not_exist_is_said_and_all_are_shown(open_page, short):
    short.reader()
    page = open_page("shortfalls", severity="purple")
    assert "等级=purple" in page.text
    assert "占道经营" in page.text


def test_choosing_a_severity_writes_it_into_the_address(open_page, short):
    short.reader()
    page = open_page("shortfalls")
    page.app.main.selectbox[0].select("amber").run()
    assert page.app.query_params["severity"] == "amber"
    assert "占道经营" not in page.text


def test_searching_writes_the_words_into_the_address(open_page, short):
    short.reader()
    page = open_page("shortfalls")
    page.app.main.text_input[0].input("噪声").run()
    assert page.app.query_params["search"] == "噪声"
    assert "占道经营" not in page.text


def test_filters_that_match_nothing_are_answered_with_what_to_do(open_page, short):
    short.reader()
    page = open_page("shortfalls", search="没有这个词")
    assert "没有符合这些条件的短板" in page.text


def test_without_shortfalls_the_page_says_so(open_page, store):
    store.add("publicity", title="一篇报道")
    store.add("unit", unit="甲单位", liaison="张三", enforces=False)
    store.reader()
    assert store.shortfalls(as_of="2021-05-28") == []
    assert "没有短板" in open_page("shortfalls", as_of="2021-05-28").text


def test_the_detail_shows_rule_basis_figures_and_cell(open_page, short):
    short.reader()
    row = next(one for one in ask(short) if one["rule"] == "reviewer_ratio")
    page = open_page("shortfalls", rule="reviewer_ratio", unit="乙单位", item=row["item"])
    assert row["item"] in page.text
    assert row["gap"] in page.text
    assert "四(四)1" in page.text
    assert "按人数向上取整" in page.text
    assert row["source_cell"] in page.text
    assert any(one.startswith("./source?") and "cell=" in one for one in page.links)
    assert "reviewer_ratio" in page.app.main.code[0].value


def test_the_detail_says_since_when_and_for_how_many_days(open_page, short):
    short.reader()
    row = next(one for one in ask(short) if one["item"].endswith("占道经营"))
    page = open_page("shortfalls", rule="complaint_overdue", unit="甲单位", item=row["item"])
    assert "11 天" in page.text
    assert "自 2021-06-20 起" in page.text


def test_a_shortfall_that_is_gone_is_said_to_be_gone(open_page, short):
    short.reader()
    page = open_page("shortfalls", rule="reviewer_ratio", unit="甲单位", item="法制审核人员")
    assert "不存在" in page.text
    assert "四(四)1" in page.text


def test_an_unknown_rule_in_the_address_is_said(open_page, short):
    short.reader()
    assert "没有这条规则" in open_page("shortfalls", rule="nothing", item="法制审核人员").text


def test_what_never_came_has_no_cell_to_point_at(open_page, plan):
    plan.reader()
    row = next(one for one in plan.shortfalls() if one["submission_id"] is None)
    page = open_page("shortfalls", rule=row["rule"], unit=row["unit"], item=row["item"])
    assert "没有可指的单元格" in page.text


ROWS = [
    {"unit": "甲单位", "item": "=1+1", "days": 3},
    {"unit": "乙单位", "item": None, "days": None},
]
LABELS = {"unit": "单位", "item": "事项", "days": "逾期天数"}


def test_csv_opens_in_chinese_excel_and_runs_no_formula():
    data = to_csv(ROWS, LABELS)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines == ["单位,事项,逾期天数", "甲单位,'=1+1,3", "乙单位,,"]


def test_a_workbook_has_labels_and_text_for_formulas():
    sheet = load_workbook(io.BytesIO(to_xlsx(ROWS, LABELS, "短板清单(截至 2021-07-01)"))).active
    assert [cell.value for cell in sheet[2]] == ["单位", "事项", "逾期天数"]
    assert sheet["B3"].value.endswith("=1+1")
    assert sheet["B3"].data_type == "s"
    assert sheet["C3"].value == 3


def test_the_list_can_be_exported_both_ways(open_page, short):
    short.reader()
    page = open_page("shortfalls")
    labels = [one.proto.label for one in page.app.main.get("download_button")]
    assert labels == ["导出 Excel", "导出 CSV"]
