import pytest

from tests.queries.cases import case, row


def document(**columns):
    return row("normative_document", **({"title": "办法", "issued_on": "2021-06-10"} | columns))


CASES = [
    case("reviewed", document(legality_reviewed=True), found=[]),
    case(
        "not reviewed",
        document(legality_reviewed=False),
        found=[("办法", "未经合法性审核,本单位已审核 0/1 件")],
    ),
    case(
        "left blank",
        document(legality_reviewed=None),
        found=[("办法", "未填报合法性审核,本单位已审核 0/1 件")],
    ),
    case("not issued yet", document(issued_on="2021-07-02"), found=[]),
    case(
        "issued on the day",
        document(issued_on="2021-07-01", legality_reviewed=False),
        found=[("办法", "未经合法性审核,本单位已审核 0/1 件")],
    ),
    case(
        "without a date it counts as issued",
        document(issued_on=None, legality_reviewed=False),
        found=[("办法", "未经合法性审核,本单位已审核 0/1 件")],
    ),
    case(
        "repealed since",
        document(legality_reviewed=False, validity="repealed"),
        found=[("办法", "未经合法性审核,本单位已审核 0/1 件")],
    ),
    case(
        "one of two",
        document(title="甲办法", legality_reviewed=True),
        document(title="乙办法", legality_reviewed=False),
        found=[("乙办法", "未经合法性审核,本单位已审核 1/2 件")],
    ),
    case(
        "mended by a later sheet",
        document(legality_reviewed=False, reported_on="2021-06-11"),
        document(legality_reviewed=True, reported_on="2021-06-20"),
        found=[],
    ),
    case(
        "without a title its number stands for it",
        document(title=None, doc_no="漯文〔2021〕1号"),
        found=[("漯文〔2021〕1号", "未填报合法性审核,本单位已审核 0/1 件")],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_every_issued_document_needs_a_legality_review(judge, one):
    assert judge(one, "item", "gap") == one.found


@pytest.mark.parametrize(
    ("reviewed", "found"),
    [
        pytest.param(3, 0, id="at the rate"),
        pytest.param(2, 2, id="below the rate"),
        pytest.param(4, 0, id="above the rate"),
    ],
)
def test_the_rate_comes_from_the_plan(store, reviewed, found):
    store.add("threshold", unit=None, rule="document_unreviewed", value=0.75)
    for n in range(4):
        store.add("normative_document", title=f"办法{n}", legality_reviewed=n < reviewed)
    assert len(store.ask("shortfalls/document_unreviewed")) == found


def test_it_is_red(judge):
    assert judge(CASES[1].values[0], "severity", "since_due") == [("red", None)]
