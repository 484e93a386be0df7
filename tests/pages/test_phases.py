"""创建步骤: expected against actual, and who is behind in what."""

from __future__ import annotations

import pytest


def behind(store, part, as_of="2021-07-01", unit=None):
    rows = store.ask("pages/phases_behind", as_of=as_of, unit=unit)
    return {(row["unit"], row["lack"]): row for row in rows if row["part"] == part}


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        pytest.param("2021-06-19", "waiting", id="the day before it begins"),
        pytest.param("2021-06-20", "running", id="its first day"),
        pytest.param("2021-08-10", "running", id="its last day"),
        pytest.param("2021-08-11", "ended", id="the day after its end"),
    ],
)
def test_a_phase_runs_from_its_first_to_its_last_day(plan, as_of, state):
    rows = {row["name"]: row for row in plan.ask("pages/phases_list", as_of=as_of)}
    assert rows["收集印证资料"]["state"] == state
    assert rows["营造创建氛围"]["state"] == "undated"


def test_units_without_ledger_or_liaison_are_behind_in_the_kick_off(plan):
    plan.add("task_progress", unit="甲单位", task_id="4.1.2", title="落实权责清单制度")
    plan.add("task_progress", unit="乙单位", task_id="4.1.2", title="落实权责清单制度")
    assert set(behind(plan, "kick_off")) == {("乙单位", "liaison"), ("丙科", "ledger")}


def test_an_open_finding_puts_a_unit_behind_and_a_closed_one_does_not(plan):
    for number, status, unit in (("1", "open", "甲单位"), ("2", "closed", "乙单位")):
        plan.add(
            "finding", unit=unit, finding_no=number, issue="清单未上墙", status=status,
            found_on="2021-06-08", due_on="2021-06-20",
        )  # fmt: skip
    found = behind(plan, "supervision")
    assert set(found) == {("甲单位", "finding"), ("丙科", "visit")}
    assert found["甲单位", "finding"]["days_late"] == 11
    assert found["甲单位", "finding"]["items"] == ["1 清单未上墙"]


def test_tasks_without_evidence_are_counted_and_named(plan):
    for task in ("4.1.2", "4.4.1"):
        plan.add("task_progress", unit="甲单位", task_id=task)
    plan.add("evidence", unit="甲单位", task_id="4.1.2", title="清单", provision="uploaded")
    row = behind(plan, "evidence")["甲单位", "evidence"]
    assert (row["count_lacking"], row["items"]) == (1, ["4.4.1 加强行政执法规范化建设"])


def test_tasks_without_results_put_a_unit_behind_in_the_self_assessment(plan):
    plan.add("task_progress", unit="甲单位", task_id="4.1.2", note="已完成")
    plan.add("task_progress", unit="甲单位", task_id="4.4.1", note="无")
    row = behind(plan, "self_assessment")["甲单位", "note"]
    assert row["items"] == ["4.4.1 加强行政执法规范化建设"]


def test_only_the_unit_asked_for_is_looked_at(plan):
    assert {unit for unit, _ in behind(plan, "kick_off", unit="丙科")} == {"丙科"}


def test_the_page_shows_each_phase_with_its_basis_and_who_lacks_what(open_page, plan):
    plan.add("task_progress", unit="甲单位", task_id="4.1.2", title="落实权责清单制度")
    plan.reader()
    page = open_page("phases", as_of="2021-06-10")
    for words in ("进行动员部署", "五(一)", "创建台账", "没有报送任务分解台账", "没有明确联络员"):
        assert words in page.text
    assert "尚未开始" in page.text
    assert "时间待定" in page.text
    assert any(one.startswith("./shortfalls?") and "rule=phase_behind" in one for one in page.links)


def test_expected_and_actual_are_both_said(open_page, plan):
    plan.reader()
    page = open_page("phases", as_of="2021-06-10")
    assert page.text.count("应达") >= 3
    assert "100%" in page.text


def test_without_a_plan_the_page_says_what_to_do(open_page, store):
    store.add("publicity", title="一篇报道")
    store.reader()
    assert "还没有收到创建步骤表" in open_page("phases").text
