"""总览: counts with their change, phases, worst units, what came in last."""

from __future__ import annotations

import datetime as dt

from dashboard.ingest import ingest
from tests.helpers import judge_only
from tests.ingest.sheets import book
from tests.ingest.sheets import staffing as staffing_sheet


def staffing(store, unit, reviewers, reported_on="2021-06-20"):
    store.add(
        "staffing", unit=unit, enforcement_staff=41, legal_reviewers=reviewers,
        reported_on=reported_on,
    )  # fmt: skip


def test_without_a_store_the_page_says_where_to_drop_files(open_page):
    page = open_page("overview")
    assert "收件箱" in page.text


def test_without_a_plan_it_says_that_no_phases_came_in(open_page, store):
    store.add("publicity", title="一篇报道")
    store.reader()
    page = open_page("overview")
    assert "还没有收到创建步骤表" in page.text


def test_red_counts_lead_to_the_red_shortfalls_and_say_how_they_changed(open_page, plan):
    staffing(plan, "甲单位", 2, "2021-06-30")
    plan.reader()
    page = open_page("overview", as_of="2021-07-01")
    red = plan.ask("pages/rules_counts", as_of="2021-07-01", unit=None)
    count = sum(row["count_found"] for row in red if row["severity"] == "red")
    assert f"> {count} <".replace(" ", "") in page.html
    assert "比一周前" in page.text
    assert any(one.startswith("./shortfalls?") and "severity=red" in one for one in page.links)


def test_a_new_red_shortfall_counts_as_an_increase_over_the_week(plan):
    staffing(plan, "甲单位", 3, "2021-06-20")
    staffing(plan, "甲单位", 2, "2021-06-30")
    rows = plan.ask(
        "pages/overview_counts", as_of="2021-07-01", before=plan_day("2021-06-24"), unit=None,
        rules=[{"rule": "reviewer_ratio", "area_no": "4.4", "title": "法制审核人员不足"}],
    )  # fmt: skip
    found = [row for row in rows if row["rule"] == "reviewer_ratio"]
    assert [(row["count_now"], row["count_before"]) for row in found] == [(1, 0)]
    assert found[0]["area"] == "行政执法严格规范公正文明"


def test_units_are_ranked_by_red_then_amber(plan):
    staffing(plan, "甲单位", 3)
    staffing(plan, "乙单位", 2)
    rows = plan.ask(
        "pages/overview_units", as_of="2021-07-01", before=plan_day("2021-06-24"), unit=None, size=9
    )
    assert rows[0]["unit"] == "乙单位"
    keys = [(row["count_red"], row["count_amber"], row["days_overdue"]) for row in rows]
    assert keys == sorted(keys, reverse=True)


def test_what_falls_to_the_bureau_has_no_place_among_the_units(plan):
    rows = plan.ask(
        "pages/overview_units", as_of="2021-12-31", before=plan_day("2021-12-24"), unit=None, size=9
    )
    assert rows
    assert "全局" not in [row["unit"] for row in rows]


def test_the_page_says_how_units_are_ranked(open_page, plan):
    staffing(plan, "乙单位", 2)
    plan.reader()
    assert "单位按红项、黄项、逾期天数依次排序" in open_page("overview").text


def test_what_came_in_last_stands_first_and_leads_to_its_submission(open_page, plan):
    staffing(plan, "甲单位", 3, "2021-06-20")
    plan.add("publicity", unit="丙科", title="一篇报道", reported_on="2021-06-25")
    plan.add("publicity", unit="丙科", title="以后的报道", reported_on="2021-07-20")
    plan.reader()
    page = open_page("overview", as_of="2021-07-01")
    files = [one for one in page.html.split(">") if one.startswith(("staffing", "publicity"))]
    assert [one.split("-")[0] for one in files] == ["publicity", "staffing"]
    assert any("submissions?" in one and "submission=" in one for one in page.links)


def test_with_a_unit_chosen_only_its_counts_are_shown(open_page, plan):
    staffing(plan, "甲单位", 3)
    staffing(plan, "乙单位", 2)
    plan.reader()
    page = open_page("overview", unit="甲单位")
    assert "法制审核人员不足" not in page.text
    assert "法制审核人员不足" in open_page("overview", unit="乙单位").text


def test_the_time_line_marks_the_as_of_date(open_page, plan):
    plan.reader()
    page = open_page("overview", as_of="2021-07-01")
    chart = page.app.main.get("plotly_chart")[0].proto
    assert "2021-07-01" in str(chart)


def plan_day(text):
    import datetime as dt

    return dt.date.fromisoformat(text)


def test_units_are_offered_by_their_short_names_first(plan, open_page):
    plan.add("unit", unit="丁局直属单位")
    plan.reader()
    options = open_page("overview").app.sidebar.selectbox[0].options
    assert options[:2] == ["全部单位", "甲 · 甲单位"]
    assert options[-1] == "丁局直属单位"


def test_lines_of_history_come_by_themselves_once_the_days_are_judged(plan, open_page, monkeypatch):
    judge_only(monkeypatch, "liaison_missing")
    reader = plan.reader()
    page = open_page("overview")
    assert page.app.session_state["awaits_history"]
    assert "dudao-spark" not in page.html
    reader.past.judge_days(reader.past.missing(dt.date(2021, 7, 1)))
    page.app.run()
    assert not page.app.session_state["awaits_history"]
    assert "dudao-spark" in page.html


def test_a_workbook_of_many_units_is_one_file_that_came(planned_workspace):
    rows = [(unit, 20, 1) for unit in ("政策法规科", "办公室")]
    headings = ("单位", "执法人员总数", "法制审核人员数")
    inbox = planned_workspace.inbox
    book(inbox / "汇总.xlsx", "法制审核人员配备表", headings, *rows, day="2021-06-09")
    staffing_sheet(inbox / "文物中心.xlsx", 25, 1)
    ingest(planned_workspace)
    reader = planned_workspace.store.reader()

    def came(unit, day):
        (row,) = reader.ask("pages/overview_reports", unit=unit, as_of=day)
        return row["count_submissions"]

    assert came(None, dt.date(2021, 6, 30)) == 2
    assert came(None, dt.date(2021, 6, 9)) == 1
    assert came(None, dt.date(2021, 6, 1)) == 0
