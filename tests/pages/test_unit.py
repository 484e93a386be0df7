"""单位档案: what a unit sent, what it owes, what it is praised for."""

from __future__ import annotations

import pytest


@pytest.fixture
def season(plan):
    """甲单位 does well and has sent much; 丙科 has sent nothing."""
    plan.add(
        "task_progress", unit="甲单位", task_id="4.1.2", measure="公布清单", person="王芳",
        status="done", progress=1.0, due_on="2021-06-30", reported_on="2021-06-25",
    )  # fmt: skip
    plan.add(
        "task_progress", unit="甲单位", task_id="4.4.1", measure="配齐人员",
        status="in_progress", progress=0.4, due_on="2021-06-20", reported_on="2021-06-25",
    )  # fmt: skip
    plan.add("evidence", unit="甲单位", task_id="4.1.2", title="清单", provision="uploaded")
    plan.add("staffing", unit="甲单位", enforcement_staff=40, legal_reviewers=2)
    plan.add(
        "case_review", unit="甲单位", case_no="甲罚字第1号", cause="超时经营", total=55,
        grade="fail", reviewed_on="2021-06-20",
    )  # fmt: skip
    plan.add(
        "finding", unit="甲单位", finding_no="1", issue="清单未上墙", found_on="2021-06-08",
        due_on="2021-06-20", status="closed", closed_on="2021-06-18",
    )  # fmt: skip
    plan.add(
        "publicity", unit="甲单位", title="法治宣传进社区", outlet="漯河日报", level="municipal"
    )
    return plan


def test_without_a_choice_the_units_are_listed_with_their_counts(open_page, season):
    season.reader()
    page = open_page("unit")
    for unit in ("甲单位", "乙单位", "丙科"):
        assert unit in page.text
    assert "从未报送" in page.text
    assert "单位按红项、黄项、逾期天数依次排序" in page.text
    assert sum(one.startswith("./unit?") for one in page.links) == 3


def test_a_task_counts_as_done_when_all_its_measures_are(season):
    season.add(
        "task_progress", unit="甲单位", task_id="4.1.2", measure="再核一遍", status="in_progress",
        reported_on="2021-06-25",
    )  # fmt: skip
    rows = {row["unit"]: row for row in season.ask("pages/unit_list")}
    assert (rows["甲单位"]["count_done"], rows["甲单位"]["count_tasks"]) == (0, 2)


def test_the_file_shows_directory_tasks_cases_and_findings(open_page, season):
    season.reader()
    page = open_page("unit", unit="甲单位")
    for words in ("张三", "公布清单", "逾期 11 天", "甲罚字第1号", "不合格", "清单未上墙"):
        assert words in page.text
    assert any(one.startswith("./source?") for one in page.links)


def test_it_lists_what_the_unit_owes(open_page, season):
    season.reader()
    page = open_page("unit", unit="甲单位")
    assert "缺印证资料：4.4.1 加强行政执法规范化建设" in page.text
    assert "没有责任人：4.4.1 加强行政执法规范化建设" in page.text
    assert "从未报送双随机抽查情况" in page.text


def test_it_lists_what_the_unit_is_praised_for(open_page, season):
    season.reader()
    text = open_page("unit", unit="甲单位").text
    praised = text[text.index("逐条核对没有短板的规则") :]
    assert "法制审核人员不足" in praised  # exactly 5 %: nothing found
    assert "法治宣传进社区（漯河日报，市级）" in praised
    assert "清单未上墙（2021-06-18 销号）" in praised
    assert "已完成的任务（1）" in praised


def test_a_rule_that_found_something_is_no_praise(open_page, season):
    season.reader()
    text = open_page("unit", unit="甲单位").text
    passed = text[text.index("逐条核对没有短板的规则") : text.index("已完成的任务")]
    assert "案卷不合格" not in passed


def test_a_silent_unit_owes_and_has_sent_nothing(open_page, season):
    season.reader()
    page = open_page("unit", unit="丙科")
    assert "没有报送过表格" in page.text
    assert "从未报送任务分解台账" in page.text
    assert "还没有收到这个单位的任务分解台账" in page.text
    assert "法制审核人员配备表" not in page.text  # it does not enforce, so it owes none


def test_what_was_sent_after_the_day_is_not_shown(open_page, season):
    season.add("complaint", unit="甲单位", subject="噪声", reported_on="2021-08-01")
    season.reader()
    assert "投诉举报办理" not in open_page("unit", unit="甲单位").text
    later = open_page("unit", as_of="2021-08-02", unit="甲单位")
    assert "投诉举报办理" in later.text


def test_a_name_that_the_directory_lacks_is_said(open_page, season):
    season.add("publicity", unit="丁单位", title="别的报道")
    season.reader()
    page = open_page("unit", unit="丁单位")
    assert "单位名录里没有“丁单位”" in page.text


def test_without_a_directory_the_page_says_what_to_do(open_page, store):
    store.add("publicity", title="一篇报道")
    store.reader()
    assert "还没有收到单位名录" in open_page("unit").text


def test_a_unit_stands_on_its_page_where_it_stands_on_the_list(season):
    listed = season.ask("pages/unit_list", as_of="2021-07-01")
    assert len(listed) == 3
    for row in listed:
        found = season.ask("pages/unit_place", as_of="2021-07-01", unit=row["unit"])
        told = {name: row[name] for name in ("place", "last_reported_on", "days_silent")}
        assert found == [told | {"count_units": 3}]
    assert season.ask("pages/unit_place", as_of="2021-07-01", unit="没有的单位") == []
