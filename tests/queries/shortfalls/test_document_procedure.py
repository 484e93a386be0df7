import pytest

from tests.queries.cases import case, row

STEPS = ("assessed", "consulted", "deliberated", "published", "filed")


def document(**columns):
    done = dict.fromkeys(STEPS, True)
    return row(
        "normative_document", **({"title": "办法", "issued_on": "2021-06-10"} | done | columns)
    )


CASES = [
    case("every step taken", document(), found=[]),
    case("not assessed", document(assessed=False), found=[(4, "未履行:评估论证")]),
    case("not consulted", document(consulted=False), found=[(4, "未履行:公开征求意见")]),
    case("not deliberated", document(deliberated=False), found=[(4, "未履行:集体审议")]),
    case("not published", document(published=False), found=[(4, "未履行:向社会公布")]),
    case("not filed", document(filed=False), found=[(4, "未履行:备案")]),
    case("left blank", document(filed=None), found=[(4, "未填报:备案")]),
    case(
        "one not taken and two blank",
        document(assessed=False, published=None, filed=None),
        found=[(2, "未履行:评估论证,未填报:向社会公布、备案")],
    ),
    case("legality review is another rule's", document(legality_reviewed=False), found=[]),
    case("not issued yet", document(issued_on="2021-07-02", filed=False), found=[]),
    case(
        "issued on the day",
        document(issued_on="2021-07-01", filed=False),
        found=[(4, "未履行:备案")],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_a_document_goes_through_five_steps_besides_review(judge, one):
    assert judge(one, "measured", "gap") == one.found


def test_it_is_amber(judge):
    assert judge(CASES[1].values[0], "severity", "required") == [("amber", 5)]
