import pytest

from tests.queries.cases import case, row


def complaint(**columns):
    good = {"subject": "占道经营", "received_on": "2021-06-01", "due_on": "2021-07-01"}
    return row("complaint", **(good | columns))


CASES = [
    case("the last day is in time", complaint(), as_of="2021-07-01", found=[]),
    case("the day after", complaint(), as_of="2021-07-02", found=[1]),
    case("open past the deadline", complaint(), as_of="2021-07-03", found=[2]),
    case("settled in time", complaint(closed_on="2021-06-20"), as_of="2021-07-03", found=[]),
    case("settled that day", complaint(closed_on="2021-07-03"), as_of="2021-07-03", found=[]),
    case("settled later", complaint(closed_on="2021-07-05"), as_of="2021-07-03", found=[2]),
    case("no deadline", complaint(due_on=None), as_of="2021-07-03", found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_an_open_complaint_is_overdue_the_day_after_its_deadline(judge, one):
    assert judge(one, "since_due") == one.found


def test_it_is_named_by_its_day_and_subject(judge):
    found = judge(CASES[2].values[0], "item", "gap", "severity")
    assert found == [("2021-06-01 占道经营", "逾期 2 天", "red")]
