import pytest

from tests.queries.cases import case, row


def staffing(reviewers, qualified):
    return row(
        "staffing",
        enforcement_staff=20,
        legal_reviewers=reviewers,
        qualified_reviewers=qualified,
    )


CASES = [
    case(
        "one of two is qualified",
        staffing(2, 1),
        found=["法制审核人员 2 人,取得法律职业资格 1 人,待核实 1 人"],
    ),
    case(
        "none is qualified",
        staffing(2, 0),
        found=["法制审核人员 2 人,取得法律职业资格 0 人,待核实 2 人"],
    ),
    case("all are qualified", staffing(2, 2), found=[]),
    case("more are qualified than review", staffing(2, 3), found=[]),
    case("nobody reviews", staffing(0, 0), found=[]),
    case("a blank count is no judgement", staffing(2, None), found=[]),
    case("blank reviewers are no judgement", staffing(None, 0), found=[]),
    case("nothing sent", row("unit", enforces=True), found=[]),
    case("an office that does not enforce", row("unit", enforces=False), staffing(2, 1), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_reviewers_without_a_qualification_are_to_be_verified(judge, one):
    assert judge(one, "gap") == one.found


def test_it_is_amber_since_the_article_binds_newcomers_alone(judge):
    assert judge(CASES[0].values[0], "severity") == ["amber"]
