import pytest

from tests.queries.cases import case, row

STEPS = (
    "participation",
    "expert_review",
    "risk_assessment",
    "legality_reviewed",
    "collective_discussion",
)


def decision(**columns):
    done = dict.fromkeys(STEPS, "yes")
    return row("major_decision", **({"title": "决策", "decided_on": "2021-06-10"} | done | columns))


CASES = [
    case("every step taken", decision(), found=[]),
    case("no review", decision(legality_reviewed="no"), found=[("red", 4, "未履行:合法性审查")]),
    case("review blank", decision(legality_reviewed=None), found=[("red", 4, "未填报:合法性审查")]),
    case(
        "review called not applicable",
        decision(legality_reviewed="na"),
        found=[("red", 4, "不得填不适用:合法性审查")],
    ),
    case(
        "no discussion",
        decision(collective_discussion="no"),
        found=[("red", 4, "未履行:集体讨论决定")],
    ),
    case(
        "discussion blank",
        decision(collective_discussion=None),
        found=[("red", 4, "未填报:集体讨论决定")],
    ),
    case(
        "discussion called not applicable",
        decision(collective_discussion="na"),
        found=[("red", 4, "不得填不适用:集体讨论决定")],
    ),
    case("no participation", decision(participation="no"), found=[("red", 4, "未履行:公众参与")]),
    case("no experts", decision(expert_review="no"), found=[("red", 4, "未履行:专家论证")]),
    case("no assessment", decision(risk_assessment="no"), found=[("red", 4, "未履行:风险评估")]),
    case(
        "participation blank", decision(participation=None), found=[("amber", 4, "未填报:公众参与")]
    ),
    case("experts blank", decision(expert_review=None), found=[("amber", 4, "未填报:专家论证")]),
    case(
        "assessment blank", decision(risk_assessment=None), found=[("amber", 4, "未填报:风险评估")]
    ),
    case(
        "the three not applicable",
        decision(participation="na", expert_review="na", risk_assessment="na"),
        found=[],
    ),
    case(
        "the worst of several decides",
        decision(participation=None, risk_assessment="no"),
        found=[("red", 3, "未履行:风险评估,未填报:公众参与")],
    ),
    case("not decided yet", decision(decided_on="2021-07-02", legality_reviewed="no"), found=[]),
    case(
        "decided on the day",
        decision(decided_on="2021-07-01", legality_reviewed="no"),
        found=[("red", 4, "未履行:合法性审查")],
    ),
    case(
        "without a date",
        decision(decided_on=None, legality_reviewed="no"),
        found=[("red", 4, "未履行:合法性审查")],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_review_and_discussion_are_always_due_and_three_steps_in_certain_cases(judge, one):
    assert judge(one, "severity", "measured", "gap") == one.found
