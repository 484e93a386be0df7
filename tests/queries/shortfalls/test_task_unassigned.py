import pytest

KICK_OFF = {"phase_id": "1", "name": "动员部署", "starts_on": "2021-05-01", "ends_on": "2021-05-31"}


@pytest.fixture
def plan(store):
    store.add("phase", unit=None, **KICK_OFF)
    store.add("unit", unit="法规科", short_name="法规", aliases="政策法规科、法制科")
    store.add("task", unit=None, task_id="4.1.1", title="深化改革", lead_unit="法制科")
    return store


def found(store, as_of="2021-06-01"):
    rows = store.ask("shortfalls/task_unassigned", as_of=as_of)
    return [(one["unit"], one["item"], one["gap"]) for one in rows]


@pytest.mark.parametrize(
    ("as_of", "rows"),
    [
        pytest.param("2021-05-31", [], id="last day of the kick-off"),
        pytest.param(
            "2021-06-01", [("法规科", "4.1.1 深化改革", "尚无单位承担")], id="the day after"
        ),
    ],
)
def test_a_task_of_the_plan_is_taken_up_by_the_end_of_the_kick_off(plan, as_of, rows):
    assert found(plan, as_of) == rows


@pytest.mark.parametrize("written", [{"task_id": "4.1.1"}, {"title": "1.深化改革"}])
def test_any_unit_may_take_it_up_by_number_or_title(plan, written):
    plan.add("task_progress", unit="甲单位", person="王某", **written)
    assert found(plan) == []


@pytest.mark.parametrize("person", [None, "", " ", "/", "无"])
def test_a_task_in_a_ledger_names_a_person(plan, person):
    plan.add("task_progress", unit="甲单位", task_id="4.1.1", person=person)
    assert found(plan) == [("甲单位", "4.1.1 深化改革", "未明确责任人")]


def test_one_person_among_several_measures_is_enough(plan):
    plan.add("task_progress", unit="甲单位", task_id="4.1.1", measure="一", person="王某")
    plan.add("task_progress", unit="甲单位", task_id="4.1.1", measure="二", person=None)
    assert found(plan) == []


@pytest.mark.parametrize("lead", [None, "局属各单位、机关各科室", "没有的科"])
def test_without_a_lead_unit_in_the_directory_it_stands_under_the_whole(store, lead):
    store.add("phase", unit=None, **KICK_OFF)
    store.add("task", unit=None, task_id="4.1.1", title="深化改革", lead_unit=lead)
    assert found(store) == [("全局", "4.1.1 深化改革", "尚无单位承担")]


def test_without_a_kick_off_the_first_phase_counts(store):
    store.add(
        "phase",
        unit=None,
        phase_id="1",
        name="第一阶段",
        starts_on="2021-05-01",
        ends_on="2021-05-31",
    )
    store.add(
        "phase",
        unit=None,
        phase_id="2",
        name="第二阶段",
        starts_on="2021-06-01",
        ends_on="2021-12-31",
    )
    store.add("task_progress", task_id="4.1.1", person=None)
    assert found(store, "2021-05-31") == []
    assert found(store, "2021-06-01") == [("甲单位", "4.1.1", "未明确责任人")]


def test_without_a_plan_there_is_no_judgement(store):
    store.add("task_progress", task_id="4.1.1", person=None)
    assert found(store) == []
