"""What the headers of the rules say, for pages and for the queries that they ask."""

from __future__ import annotations

from dashboard.queries import Query, rules
from dashboard.texts import language
from dashboard.ui.shortfall_rows import rule_title

BUREAU = "全局"
"""The unit under which rules put what falls to the bureau as a whole."""


def rule_words() -> list[dict[str, str]]:
    """Every rule with the number of its area and its title, as page queries take ``$rules``."""
    return [
        {"rule": rule, "area_no": one.header.get("area", ""), "title": rule_title(rule)}
        for rule, one in rules().items()
    ]


def explanation(rule: Query) -> str:
    """What the rule looks at, for whoever is asked about it; English from its comment."""
    if language.get() == "en":
        return rule.description
    return rule.header.get("explain", "")


def thresholds(rule: Query) -> list[str]:
    """The ids of the thresholds that a rule compares with."""
    named = rule.header.get("threshold", "none")
    return [] if named == "none" else [one.strip() for one in named.split(",")]


def severities(rule: Query) -> list[str]:
    """The severities that a rule may give, worst first."""
    given = {one.strip() for one in rule.header.get("severity", "").split(",")}
    return [level for level in ("red", "amber", "blue") if level in given]
