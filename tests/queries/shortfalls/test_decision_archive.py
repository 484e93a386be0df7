import pytest

from tests.queries.cases import case, row


def decision(**columns):
    done = {"in_catalogue": "yes", "recorded": "yes", "post_evaluated": "yes"}
    return row("major_decision", **({"title": "决策", "decided_on": "2021-06-10"} | done | columns))


CASES = [
    case("all in order", decision(), found=[]),
    case("not in the catalogue", decision(in_catalogue="no"), found=[(2, "未落实:列入年度目录")]),
    case("catalogue blank", decision(in_catalogue=None), found=[(2, "未填报:列入年度目录")]),
    case(
        "catalogue not applicable", decision(in_catalogue="na"), found=[(2, "未落实:列入年度目录")]
    ),
    case("not archived", decision(recorded="no"), found=[(2, "未落实:全过程记录归档")]),
    case("archive not applicable", decision(recorded="na"), found=[(2, "未落实:全过程记录归档")]),
    case("archive blank", decision(recorded=None), found=[(2, "未填报:全过程记录归档")]),
    case("not evaluated", decision(post_evaluated="no"), found=[(2, "未落实:决策后评估")]),
    case("evaluation blank", decision(post_evaluated=None), found=[(2, "未填报:决策后评估")]),
    case("evaluation not applicable", decision(post_evaluated="na"), found=[]),
    case("not decided yet", decision(decided_on="2021-07-02", recorded="no"), found=[]),
    case(
        "decided on the day",
        decision(decided_on="2021-07-01", recorded="no"),
        found=[(2, "未落实:全过程记录归档")],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_a_decision_is_listed_archived_and_evaluated(judge, one):
    assert judge(one, "measured", "gap") == one.found


def test_it_is_amber(judge):
    assert judge(CASES[1].values[0], "severity", "required") == [("amber", 3)]
