import pytest

from tests.queries.cases import case, row


def unit(enforces):
    return row("unit", enforces=enforces, reported_on="2020-12-01")


ENFORCING = unit(True)


def review(**columns):
    return row("case_review", **({"case_no": "1号"} | columns))


CASES = [
    case("none on 31 October", ENFORCING, as_of="2021-10-31", found=["amber"]),
    case("none on 1 November", ENFORCING, as_of="2021-11-01", found=["red"]),
    case("none on 31 December", ENFORCING, as_of="2021-12-31", found=["red"]),
    case("none on 1 January", ENFORCING, as_of="2021-01-01", found=["amber"]),
    case("one this year", ENFORCING, review(reviewed_on="2021-06-01"), found=[]),
    case("one on the day", ENFORCING, review(reviewed_on="2021-07-01"), found=[]),
    case("one the day after", ENFORCING, review(reviewed_on="2021-07-02"), found=["amber"]),
    case("one last year", ENFORCING, review(reviewed_on="2020-12-31"), found=["amber"]),
    case("one on 1 January", ENFORCING, review(reviewed_on="2021-01-01"), found=[]),
    case("without its day the sheet's counts", ENFORCING, review(), found=[]),
    case(
        "without its day on a sheet of last year",
        ENFORCING,
        review(reported_on="2020-12-31"),
        found=["amber"],
    ),
    case(
        "last year's does not count next year",
        ENFORCING,
        review(reviewed_on="2021-06-01"),
        as_of="2022-01-01",
        found=["amber"],
    ),
    case("an office that does not enforce", unit(False), found=[]),
    case("an office of which nobody says", unit(None), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_an_enforcing_unit_reviews_case_files_every_calendar_year(judge, one):
    assert judge(one, "severity") == one.found


def test_the_item_belongs_to_its_year(judge):
    assert judge(CASES[0].values[0], "item", "measured", "source_row") == [
        ("2021年度案卷评查", 0, None)
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], "本年度已评查 0 次,应至少评查 2 次"),
        (["2021-03-01", "2021-03-01"], "本年度已评查 1 次(2 件),应至少评查 2 次"),
        (["2021-03-01", "2021-06-01"], None),
    ],
)
def test_a_plan_may_ask_for_more_reviews_and_cases_of_one_day_are_one(store, days, said):
    store.add("unit", enforces=True)
    store.add("threshold", unit=None, rule="case_review_missing", value=2)
    for number, day in enumerate(days):
        store.add("case_review", case_no=f"{number}号", reviewed_on=day)
    found = store.ask("shortfalls/case_review_missing")
    assert [(one["measured"], one["gap"]) for one in found] == (
        [] if said is None else [(len(set(days)), said)]
    )
