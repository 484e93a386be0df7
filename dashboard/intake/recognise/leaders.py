"""责任领导 beside 责任人: who answers for a thing, and who does it."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import LEAST

_PERSON = "person"
_LEADER = "领导"


def leaders_last(heads: list[Head], scores: dict[tuple[int, str], float]) -> None:
    """Let a leader's heading be the person responsible only where no other heading is."""
    leaders = {i for i, head in enumerate(heads) if head.path and _LEADER in head.path[-1]}
    if not leaders:
        return
    most: dict[int, float] = {}
    for (index, _), score in scores.items():
        most[index] = max(score, most.get(index, 0.0))
    if any(
        name == _PERSON and index not in leaders and LEAST <= score == most[index]
        for (index, name), score in scores.items()
    ):
        for index in leaders:
            scores.pop((index, _PERSON), None)
