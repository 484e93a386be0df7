import pytest

from tests.queries.cases import case, row

PLAN = [
    row("phase", phase_id="1", name="动员部署", starts_on="2021-05-01", ends_on="2021-05-31"),
    row("task", task_id="4.1.1", title="深化改革", due_on="2021-08-09"),
]


def task(progress=None, **columns):
    ten_days = {"task_id": "4.1.1", "starts_on": "2021-06-26", "due_on": "2021-07-06"}
    return row("task_progress", progress=progress, **(ten_days | columns))


# On 1 July five of ten days have gone by.
CASES = [
    case("exactly 20 points behind", task(0.3), found=[]),
    case("more than 20 points behind", task(0.29), found=[0.5]),
    case("less than 20 points behind", task(0.31), found=[]),
    case("ahead of its time", task(0.8), found=[]),
    case("the day before", task(0.29), as_of="2021-06-30", found=[]),
    case("on its last day", task(0.79), as_of="2021-07-06", found=[1.0]),
    case("exactly 20 points on its last day", task(0.8), as_of="2021-07-06", found=[]),
    case("past its deadline another rule speaks", task(0.1), as_of="2021-07-07", found=[]),
    case("on its first day", task(0), as_of="2021-06-26", found=[]),
    case("before its first day", task(0), as_of="2021-06-20", found=[]),
    case("no figure is no judgement", task(None), found=[]),
    case("no figure under way", task(None, status="in_progress"), found=[]),
    case("not begun is 0", task(None, status="not_started"), found=[0.5]),
    case("kept up for good", task(0.1, status="ongoing"), found=[]),
    case("done", task(0.1, status="done"), found=[]),
    case(
        "without a start from the season's",
        task(0.4, starts_on=None, due_on="2021-07-31"),
        found=[0.6703],
    ),
    case(
        "without a deadline to the plan's",
        task(0.1, starts_on="2021-06-09", due_on=None),
        as_of="2021-07-09",
        found=[0.4918],
    ),
    case(
        "a deadline before its start",
        task(0.1, starts_on="2021-08-01", due_on="2021-07-20"),
        found=[],
    ),
    case(
        "begun and due on one day", task(0.1, starts_on="2021-07-01", due_on="2021-07-01"), found=[]
    ),
    case(
        "of several measures the furthest behind",
        task(0.1, measure="一"),
        task(0.25, measure="二", due_on="2021-07-01"),
        found=[1.0],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_progress_keeps_within_20_points_of_the_time_elapsed(judge, one):
    assert judge(one, "required") == one.found


def test_it_says_by_how_much(judge):
    found = judge(CASES[1].values[0], "item", "gap", "severity")
    assert found == [("4.1.1 深化改革", "时间已过 50%,完成 29%,落后 21 个百分点", "amber")]


@pytest.mark.parametrize(("value", "found"), [(0.1, 1), (10, 1), (0.2, 0)])
def test_the_margin_comes_from_the_plan(store, value, found):
    store.add("threshold", unit=None, rule="task_behind", value=value)
    store.add(
        "task_progress", title="事", starts_on="2021-06-26", due_on="2021-07-06", progress=0.35
    )
    assert len(store.ask("shortfalls/task_behind")) == found
