"""任务分解: units × tasks, the measures behind a cell, overdue and unassigned tasks."""

from __future__ import annotations

import pytest


def measure(store, unit="甲单位", task_id="4.1.2", **more):
    columns = {"person": "张三", "starts_on": "2021-06-01", "due_on": "2021-12-31"} | more
    store.add("task_progress", unit=unit, task_id=task_id, **columns)


def cell(store, as_of="2021-07-01"):
    (row,) = store.ask("pages/tasks_matrix", as_of=as_of)
    return row


@pytest.mark.parametrize(
    ("given", "progress", "status"),
    [
        pytest.param([{"progress": 0.4}, {"progress": 0.6}], 0.5, "in_progress", id="mean"),
        pytest.param([{"status": "done"}], 1.0, "done", id="a status decides"),
        pytest.param([{"status": "done"}, {"progress": 0.5}], 0.75, "in_progress", id="half"),
        pytest.param([{"status": "ongoing"}], None, "ongoing", id="no figure"),
        pytest.param(
            [{"status": "blocked", "progress": 0.1}, {"status": "done"}], 0.55, "blocked",
            id="blocked comes first",
        ),
        pytest.param([{"status": "not_started", "progress": 0.0}], 0.0, "not_started", id="none"),
    ],
)  # fmt: skip
def test_a_cell_sums_up_the_measures_of_a_unit(plan, given, progress, status):
    for one in given:
        measure(plan, **one)
    row = cell(plan)
    assert (row["progress"], row["status"]) == (progress, status)


@pytest.mark.parametrize(
    ("as_of", "overdue", "due_soon"),
    [
        pytest.param("2021-06-30", False, True, id="its last day"),
        pytest.param("2021-07-01", True, False, id="the day after"),
    ],
)
def test_a_cell_says_what_the_rules_found(plan, as_of, overdue, due_soon):
    measure(plan, due_on="2021-06-30", progress=0.95)
    row = cell(plan, as_of)
    assert (row["is_overdue"], row["is_due_soon"]) == (overdue, due_soon)


def test_a_task_of_the_plan_that_nobody_took_up_counts_no_units(plan):
    measure(plan)
    rows = {row["task_key"]: row for row in plan.ask("pages/tasks_plan")}
    assert (rows["4.1.2"]["count_units"], rows["4.4.1"]["count_units"]) == (1, 0)


def test_a_task_beyond_the_plan_stands_after_it(plan):
    measure(plan)
    measure(plan, task_id=None, title="自选任务")
    assert [row["title"] for row in plan.ask("pages/tasks_plan")][-1] == "自选任务"


def test_every_cell_leads_to_its_measures(plan, open_page):
    measure(plan, progress=0.5)
    measure(plan, unit="乙单位", task_id="4.4.1", due_on="2021-06-20", progress=0.9)
    plan.reader()
    page = open_page("tasks")
    assert "◐ 50%" in page.text
    assert "■ 90%" in page.text
    assert any("task=4.4.1" in one and "unit=" in one for one in page.links)
    assert "还有 1 个单位没有报送任务分解台账：丙" in page.text


def test_a_cell_opened_shows_person_progress_note_problem_and_source(plan, open_page):
    measure(
        plan, measure="编制权责清单", section="法制科", progress=0.5, note="已初稿", problem="缺人"
    )
    measure(plan, unit="乙单位", measure="另一项举措")
    plan.reader()
    page = open_page("tasks", task="4.1.2", unit="甲单位")
    for word in ("编制权责清单", "张三", "法制科", "50%", "已初稿", "问题：缺人", "四(一)2"):
        assert word in page.text
    assert "另一项举措" not in page.text
    assert any(one.startswith("./source?") for one in page.links)


def test_overdue_and_unassigned_tasks_are_listed(plan, open_page):
    measure(plan, due_on="2021-06-20", progress=0.9)
    measure(plan, unit="乙单位", task_id="4.1.2", person=None)
    plan.reader()
    page = open_page("tasks")
    assert "逾期 11 天" in page.text
    assert "未明确责任人" in page.text
    assert "尚无单位承担" in page.text


def test_an_area_leaves_the_other_tasks_out(plan, open_page):
    measure(plan)
    measure(plan, unit="乙单位", task_id="4.4.1")
    plan.reader()
    page = open_page("tasks", area="依法全面履行政府职能")
    assert "落实权责清单制度" in page.text
    assert "加强行政执法规范化建设" not in page.text


def test_an_area_or_task_that_does_not_exist_is_named(plan, open_page):
    measure(plan)
    plan.reader()
    assert "重点任务=没有" in open_page("tasks", area="没有").text
    assert "任务=9.9.9" in open_page("tasks", task="9.9.9").text


def test_without_ledgers_the_plan_is_shown_and_what_to_do(plan, open_page):
    plan.reader()
    page = open_page("tasks")
    assert "还没有收到任务分解台账" in page.text
    assert "落实权责清单制度" in page.text


def test_without_a_plan_the_page_says_what_to_do(store, open_page):
    store.add("unit", unit="甲单位")
    store.reader()
    assert "还没有收到任务分解台账" in open_page("tasks").text


def test_progress_over_time_is_drawn_and_a_sheet_of_its_own_day_counts(plan, open_page):
    for day, progress in (("2021-06-04", 0.2), ("2021-06-11", 0.5)):
        plan.add("task_progress", task_id="4.1.1", progress=progress, reported_on=day)
    rows = plan.ask("pages/tasks_history", as_of="2021-06-30", units=["甲单位"])
    assert [(str(row["reported_on"]), row["progress"]) for row in rows] == [
        ("2021-06-04", 0.2),
        ("2021-06-11", 0.5),
    ]
    plan.reader()
    assert "进度走势" in open_page("tasks", as_of="2021-06-30").text
