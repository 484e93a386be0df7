import datetime as dt

import pytest

PLAN = {"task_id": "4.4.1", "title": "加强行政执法规范化建设", "due_on": "2021-12-31"}


@pytest.mark.parametrize(
    ("written", "task_id", "item"),
    [
        pytest.param({"task_id": "4.4.1"}, "4.4.1", "4.4.1 加强行政执法规范化建设", id="number"),
        pytest.param(
            {"task_id": "４．４．１"}, "4.4.1", "4.4.1 加强行政执法规范化建设", id="full width"
        ),
        pytest.param(
            {"task_id": " 4.4.1. "}, "4.4.1", "4.4.1 加强行政执法规范化建设", id="stray marks"
        ),
        pytest.param(
            {"title": "加强行政执法规范化建设"}, "4.4.1", "4.4.1 加强行政执法规范化建设", id="title"
        ),
        pytest.param(
            {"task_id": "7", "title": "1.加强行政执法 规范化建设。"},
            "4.4.1",
            "4.4.1 加强行政执法规范化建设",
            id="title with marks beside a number of its own",
        ),
        pytest.param({"task_id": "9.9", "title": "自选"}, None, "9.9 自选", id="neither"),
        pytest.param({"measure": "开会"}, None, "开会", id="a measure alone"),
        pytest.param({}, None, "(未填任务名称)", id="nothing at all"),
    ],
)
def test_the_plans_task_is_found_by_number_then_title(store, written, task_id, item):
    store.add("task", unit=None, **PLAN)
    store.add("task_progress", **written)
    assert store.sql("select task_id, item from unit_task") == [(task_id, item)]


@pytest.mark.parametrize(
    ("own", "due_on"), [("2021-08-01", dt.date(2021, 8, 1)), (None, dt.date(2021, 12, 31))]
)
def test_the_deadline_is_the_units_own_or_the_plans(store, own, due_on):
    store.add("task", unit=None, **PLAN)
    store.add("task_progress", title=PLAN["title"], due_on=own)
    assert store.sql("select due_on from unit_task") == [(due_on,)]


@pytest.mark.parametrize(
    ("columns", "is_done"),
    [
        ({}, False),
        ({"status": "done"}, True),
        ({"status": "in_progress"}, False),
        ({"progress": 1.0}, True),
        ({"progress": 0.99}, False),
        ({"status": "ongoing"}, False),
    ],
)
def test_status_or_full_progress_means_done(store, columns, is_done):
    store.add("task_progress", title="事", **columns)
    assert store.sql("select is_done from unit_task") == [(is_done,)]


def test_two_tasks_of_one_title_are_told_apart_by_number(store):
    store.add("task", unit=None, task_id="1", title="同名")
    store.add("task", unit=None, task_id="2", title="同名")
    store.add("task_progress", task_id="2", title="同名")
    store.add("task_progress", title="同名")
    assert store.sql("select task_id from unit_task order by source_row") == [("2",), ("1",)]
