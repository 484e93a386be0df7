import pytest

from tests.queries.cases import case, row

TASK = {"title": "事", "due_on": "2021-07-04"}
COMPLAINT = {"subject": "噪声", "received_on": "2021-06-01", "due_on": "2021-07-04"}
FINDING = {"finding_no": "D-01", "issue": "台账不全", "due_on": "2021-07-04"}

CASES = [
    case("a task in four days", row("task_progress", **TASK), as_of="2021-06-30", found=[]),
    case("a task in three days", row("task_progress", **TASK), found=["还有 3 天到期"]),
    case("a task today", row("task_progress", **TASK), as_of="2021-07-04", found=["今天到期"]),
    case("a task past", row("task_progress", **TASK), as_of="2021-07-05", found=[]),
    case("a task done", row("task_progress", **TASK, status="done"), found=[]),
    case("a task kept up for good", row("task_progress", **TASK, status="ongoing"), found=[]),
    case("a complaint in three days", row("complaint", **COMPLAINT), found=["还有 3 天到期"]),
    case("a complaint in four days", row("complaint", **COMPLAINT), as_of="2021-06-30", found=[]),
    case("a complaint settled", row("complaint", **COMPLAINT, closed_on="2021-07-01"), found=[]),
    case(
        "a complaint settled later",
        row("complaint", **COMPLAINT, closed_on="2021-07-02"),
        found=["还有 3 天到期"],
    ),
    case("a finding in three days", row("finding", **FINDING), found=["还有 3 天到期"]),
    case("a finding in four days", row("finding", **FINDING), as_of="2021-06-30", found=[]),
    case("a finding closed", row("finding", **FINDING, status="closed"), found=[]),
    case("nothing with a deadline", row("task_progress", title="事"), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_what_falls_due_within_three_days_is_announced(judge, one):
    assert judge(one, "gap") == one.found


def test_it_is_blue_and_measured_in_days_left(judge):
    found = judge(CASES[1].values[0], "severity", "measured", "item", "since_due")
    assert found == [("blue", 3, "任务 事", None)]


@pytest.mark.parametrize(
    ("as_of", "count"),
    [("2021-05-27", 0), ("2021-05-28", 1), ("2021-05-31", 1), ("2021-06-01", 0)],
)
def test_a_phase_with_work_left_stands_under_the_whole(store, as_of, count):
    store.add(
        "phase", unit=None, reported_on="2021-05-01", phase_id="1", name="动员部署",
        starts_on="2021-05-01", ends_on="2021-05-31",
    )  # fmt: skip
    store.add("unit", unit="甲", liaison="王某", reported_on="2021-05-01")
    found = store.ask("shortfalls/due_soon", as_of=as_of)
    assert [(one["unit"], one["item"]) for one in found] == [("全局", "创建步骤 动员部署")] * count


def test_a_phase_whose_work_is_done_is_not_announced(store):
    store.add(
        "phase",
        unit=None,
        phase_id="1",
        name="动员部署",
        starts_on="2021-05-01",
        ends_on="2021-05-31",
    )
    store.add("unit", unit="甲", liaison="王某")
    store.add("task_progress", unit="甲", title="事")
    assert store.ask("shortfalls/due_soon", as_of="2021-05-31") == []


@pytest.mark.parametrize(("days", "found"), [(7, 1), (6, 0)])
def test_the_days_come_from_the_plan(store, days, found):
    store.add("threshold", unit=None, rule="due_soon_days", value=days)
    store.add("complaint", subject="噪声", due_on="2021-07-08")
    assert len(store.ask("shortfalls/due_soon")) == found
