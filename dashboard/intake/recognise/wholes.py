"""专职 | 兼职 | 合计 under one heading: the whole of it is meant, and none of its parts."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import LEAST
from dashboard.intake.recognise.lexicon import is_whole

_AHEAD = 0.01


def whole_first(heads: list[Head], scores: dict[tuple[int, str], float]) -> None:
    """Let the whole stand before its parts in whatever column of the kind both may mean."""
    for index, head in enumerate(heads):
        if len(head.path) < 2 or not is_whole(head.path):
            continue
        for column in [name for at, name in scores if at == index]:
            parts = [
                score
                for (at, name), score in scores.items()
                if name == column
                and at != index
                and heads[at].path[:-1] == head.path[:-1]
                and not is_whole(heads[at].path)
            ]
            best = max(parts, default=0.0)
            if LEAST <= scores[index, column] <= best:
                scores[index, column] = best + _AHEAD
