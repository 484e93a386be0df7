import pytest

from tests.queries.cases import case, row


def finding(**columns):
    good = {
        "finding_no": "D-01",
        "found_on": "2021-06-10",
        "issue": "台账不全",
        "due_on": "2021-07-01",
    }
    return row("finding", **(good | columns))


CASES = [
    case("the last day is in time", finding(), as_of="2021-07-01", found=[]),
    case("the day after", finding(), as_of="2021-07-02", found=[1]),
    case("closed", finding(status="closed"), as_of="2021-07-02", found=[]),
    case(
        "closed in time",
        finding(status="closed", closed_on="2021-06-30"),
        as_of="2021-07-02",
        found=[],
    ),
    case(
        "closed that day",
        finding(status="closed", closed_on="2021-07-02"),
        as_of="2021-07-02",
        found=[],
    ),
    case(
        "closed later",
        finding(status="closed", closed_on="2021-07-03"),
        as_of="2021-07-02",
        found=[1],
    ),
    case(
        "a closing day without a status",
        finding(closed_on="2021-06-30"),
        as_of="2021-07-02",
        found=[],
    ),
    case("under way", finding(status="in_progress"), as_of="2021-07-02", found=[1]),
    case(
        "under way in spite of a closing day",
        finding(status="in_progress", closed_on="2021-06-30"),
        as_of="2021-07-02",
        found=[1],
    ),
    case("open", finding(status="open"), as_of="2021-07-02", found=[1]),
    case("no deadline", finding(due_on=None), as_of="2021-12-31", found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_an_open_finding_is_overdue_the_day_after_its_deadline(judge, one):
    assert judge(one, "since_due") == one.found


@pytest.mark.parametrize(("number", "item"), [("D-01", "D-01"), (None, "2021-06-10 台账不全")])
def test_it_is_named_by_what_identifies_it(store, number, item):
    store.add(
        "finding", finding_no=number, found_on="2021-06-10", issue="台账不全", due_on="2021-06-30"
    )
    (found,) = store.ask("shortfalls/finding_overdue")
    assert (found["item"], found["gap"]) == (item, "逾期 1 天未销号:台账不全")
