import pytest

from tests.queries.cases import case, row


def inspection(planned, completed, joint_planned=None, joint_completed=None):
    return row(
        "random_inspection",
        planned=planned,
        completed=completed,
        joint_planned=joint_planned,
        joint_completed=joint_completed,
    )


def item(name="网吧", due_on="2021-06-30"):
    return row("inspection_item", item=name, due_on=due_on)


PACE, JOINT = "双随机抽查", "跨部门联合抽查"

# 1 July is day 182 of 365: of 365 planned, 182 are due; of 12, 5.98.
CASES = [
    case("at the pace", inspection(365, 182), found=[]),
    case("one behind the pace", inspection(365, 181), found=[PACE]),
    case("the day before it was at the pace", inspection(365, 181), as_of="2021-06-30", found=[]),
    case("part of an inspection is not due", inspection(12, 5), found=[]),
    case("a whole one is", inspection(12, 4), found=[PACE]),
    case("all are due on the last day", inspection(12, 11), as_of="2021-12-31", found=[PACE]),
    case("all done on the last day", inspection(12, 12), as_of="2021-12-31", found=[]),
    case("nothing planned", inspection(0, 0), found=[]),
    case("planned blank", inspection(None, 0), found=[]),
    case("completed blank", inspection(12, None), found=[]),
    case("joint ones planned and none done", inspection(0, 0, 2, 0), found=[JOINT]),
    case("one joint one done", inspection(0, 0, 2, 1), found=[]),
    case("no joint ones planned", inspection(0, 0, 0, 0), found=[]),
    case("joint count blank", inspection(0, 0, 2, None), found=[]),
    case("an item on its last day", item(due_on="2021-07-01"), found=[]),
    case("an item the day after, nothing sent", item(), found=["抽查事项 网吧"]),
    case("an item past its time, one inspection done", item(), inspection(12, 1), found=[]),
    case("an item past its time, none done", item(), inspection(12, 0), found=["抽查事项 网吧"]),
    case("an item past its time, the count blank", item(), inspection(12, None), found=[]),
    case(
        "two items past, one inspection covers the earlier",
        item("网吧", "2021-05-31"),
        item("景区", "2021-06-30"),
        inspection(12, 1),
        found=["抽查事项 景区"],
    ),
    case(
        "timed items set the pace",
        item(due_on="2021-11-30"),
        inspection(12, 0),
        found=[],
    ),
    case(
        "an item without a time leaves the year's pace",
        item(due_on="2021-11-30"),
        item("景区", None),
        inspection(12, 0),
        found=[PACE],
    ),
    case("an item without a time alone", item(due_on=None), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_inspections_keep_pace_with_the_year_or_with_their_own_time(judge, one):
    assert judge(one, "item") == one.found


def test_days_of_a_leap_year_are_366(store):
    store.add("random_inspection", planned=366, completed=182)
    assert store.ask("shortfalls/inspection_behind", as_of="2024-07-01")[0]["required"] == 183


def test_a_late_item_says_by_how_many_days(judge):
    found = judge(CASES[15].values[0], "severity", "since_due", "gap")
    assert found == [("amber", 1, "逾期 1 天未完成")]
