import pytest

from tests.queries.cases import case, row


def enforcement(**columns):
    good = {"publicity": True, "recording": True, "major_decisions": 10, "major_reviewed": 10}
    return row("enforcement", **(good | columns))


CASES = [
    case("all in place", enforcement(), found=[]),
    case("no publicity", enforcement(publicity=False), found=[("行政执法公示制度", "未落实")]),
    case("publicity blank", enforcement(publicity=None), found=[("行政执法公示制度", "未填报")]),
    case("no recording", enforcement(recording=False), found=[("执法全过程记录制度", "未落实")]),
    case("recording blank", enforcement(recording=None), found=[("执法全过程记录制度", "未填报")]),
    case(
        "nine of ten reviewed",
        enforcement(major_reviewed=9),
        found=[("重大执法决定法制审核制度", "重大执法决定 10 件,经法制审核 9 件,缺 1 件")],
    ),
    case("more reviewed than made", enforcement(major_reviewed=11), found=[]),
    case("nothing to review", enforcement(major_decisions=0, major_reviewed=0), found=[]),
    case("reviewed count blank", enforcement(major_reviewed=None), found=[]),
    case("both counts blank", enforcement(major_decisions=None, major_reviewed=None), found=[]),
    case(
        "two of three",
        enforcement(publicity=False, recording=False),
        found=[("执法全过程记录制度", "未落实"), ("行政执法公示制度", "未落实")],
    ),
    case(
        "an office that does not enforce",
        row("unit", enforces=False),
        enforcement(publicity=False),
        found=[],
    ),
    case(
        "an enforcing unit",
        row("unit", enforces=True),
        enforcement(publicity=False),
        found=[("行政执法公示制度", "未落实")],
    ),
    case(
        "the day before a better sheet",
        enforcement(publicity=False, reported_on="2021-06-01"),
        enforcement(reported_on="2021-06-30"),
        as_of="2021-06-29",
        found=[("行政执法公示制度", "未落实")],
    ),
    case(
        "the day of a better sheet",
        enforcement(publicity=False, reported_on="2021-06-01"),
        enforcement(reported_on="2021-06-30"),
        as_of="2021-06-30",
        found=[],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_three_systems_are_in_place(judge, one):
    assert sorted(judge(one, "item", "gap")) == sorted(one.found)


def test_it_is_red(judge):
    assert judge(CASES[5].values[0], "severity", "measured", "required") == [("red", 9, 10)]


@pytest.mark.parametrize(("reviewed", "found"), [(18, 0), (17, 1)])
def test_the_share_comes_from_the_plan(store, reviewed, found):
    store.add("threshold", unit=None, rule="enforcement_systems", value=0.9)
    store.add(
        "enforcement", publicity=True, recording=True, major_decisions=20, major_reviewed=reviewed
    )
    assert len(store.ask("shortfalls/enforcement_systems")) == found
