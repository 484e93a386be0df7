import pytest

from tests.queries.cases import case, row


def review(**columns):
    good = {"case_no": "1号", "reviewed_on": "2021-06-01", "wrong_case": True}
    return row("case_review", **(good | columns))


CASES = [
    case("nothing recorded", review(), found=["1号"]),
    case("recorded", review(accountability="给予警告"), found=[]),
    case("under inquiry is a record", review(accountability="正在调查"), found=[]),
    case("the word for none", review(accountability="无"), found=["1号"]),
    case("a stroke", review(accountability="/"), found=["1号"]),
    case("blanks", review(accountability="  "), found=["1号"]),
    case("no wrong case", review(wrong_case=False), found=[]),
    case("nobody says", review(wrong_case=None), found=[]),
    case("found on the day", review(reviewed_on="2021-07-01"), found=["1号"]),
    case("found the day after", review(reviewed_on="2021-07-02"), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_somebody_answers_for_a_wrong_case(judge, one):
    assert judge(one, "item") == one.found


def test_it_is_red(judge):
    assert judge(CASES[0].values[0], "severity") == ["red"]
