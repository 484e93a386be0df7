import pytest

from tests.queries.cases import case, row

PLAN = [row("task", task_id="4.1.1", title="深化改革", due_on="2021-06-20")]


def task(**columns):
    return row("task_progress", **({"task_id": "4.1.1", "due_on": "2021-07-01"} | columns))


CASES = [
    case("the last day is in time", task(), as_of="2021-07-01", found=[]),
    case("the day after", task(), as_of="2021-07-02", found=[1]),
    case("done by its status", task(status="done"), as_of="2021-07-02", found=[]),
    case("done by its progress", task(progress=1.0), as_of="2021-07-02", found=[]),
    case("nearly done", task(progress=0.99), as_of="2021-07-02", found=[1]),
    case(
        "under way at 100 %", task(progress=1.0, status="in_progress"), as_of="2021-07-02", found=[]
    ),
    case(
        "done with less than 100 %", task(progress=0.9, status="done"), as_of="2021-07-02", found=[]
    ),
    case("kept up for good", task(status="ongoing"), as_of="2021-07-02", found=[]),
    case("blocked is not done", task(status="blocked"), as_of="2021-07-02", found=[1]),
    case("without its own the plan's deadline", task(due_on=None), as_of="2021-06-21", found=[1]),
    case("on the plan's last day", task(due_on=None), as_of="2021-06-20", found=[]),
    case(
        "no deadline anywhere",
        row("task_progress", title="另一件事"),
        as_of="2021-12-31",
        found=[],
    ),
    case(
        "of several measures the latest",
        task(measure="一", due_on="2021-06-10"),
        task(measure="二", due_on="2021-06-20"),
        task(measure="三", due_on="2021-07-20"),
        as_of="2021-07-02",
        found=[22],
    ),
    case(
        "replaced by a newer sheet",
        task(reported_on="2021-06-01"),
        task(status="done", reported_on="2021-07-02"),
        as_of="2021-07-02",
        found=[],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_a_task_is_overdue_the_day_after_its_deadline(judge, one):
    assert judge(one, "since_due") == one.found


@pytest.mark.parametrize(
    ("name", "gap"),
    [
        ("the day after", "逾期 1 天,未填进度"),
        ("nearly done", "逾期 1 天,完成进度 99%"),
        ("blocked is not done", "逾期 1 天,未填进度,受阻"),
        ("of several measures the latest", "逾期 22 天,未填进度,共 2 项举措逾期"),
    ],
)
def test_the_gap_tells_how_far_it_is(judge, name, gap):
    one = next(c.values[0] for c in CASES if c.id == name)
    assert judge(one, "item", "gap", "severity") == [("4.1.1 深化改革", gap, "red")]
