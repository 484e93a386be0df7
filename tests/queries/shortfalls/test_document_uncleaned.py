import pytest

from tests.queries.cases import case, row


def document(**columns):
    return row("normative_document", **({"title": "办法", "issued_on": "2021-06-10"} | columns))


CASES = [
    case("cleaned", document(cleaned=True), found=[]),
    case("not cleaned", document(cleaned=False), found=["未清理,效力未明确"]),
    case("left blank", document(), found=["未填报清理情况和效力"]),
    case("confirmed in force", document(validity="in_force"), found=[]),
    case("repealed", document(cleaned=False, validity="repealed"), found=[]),
    case("not issued yet", document(issued_on="2021-07-02"), found=[]),
    case("issued on the day", document(issued_on="2021-07-01"), found=["未填报清理情况和效力"]),
]


@pytest.mark.parametrize("one", CASES)
def test_a_document_is_cleaned_up_or_confirmed_in_force(judge, one):
    assert judge(one, "gap") == one.found


def test_it_is_amber(judge):
    assert judge(CASES[1].values[0], "severity", "item") == [("amber", "办法")]
