"""Which column says whose the rows are, where headings alone do not."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import LEAST, SURE, UNIT
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.contrary import says_the_contrary
from dashboard.intake.recognise.lexicon import of_another_period
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Kind

_BY_UNITS = 0.8


def settle_unit(
    kind: Kind,
    scores: dict[tuple[int, str], float],
    heads: list[Head],
    contents: list[Content],
    passed: set[int],
) -> None:
    """Settle by what the columns hold which of them names the unit.

    ``passed``: headings that mean something else already."""
    _unit_under_shared(kind, scores, heads, contents)
    _unit_of_two(scores, contents)
    _unit_by_content(kind, scores, heads, contents, passed)


def _unit_under_shared(
    kind: Kind,
    scores: dict[tuple[int, str], float],
    heads: list[Head],
    contents: list[Content],
) -> None:
    """单位 merged over 局属单位 | 市图书馆: of the columns under it, the one with names."""
    for index, head in enumerate(heads):
        if not head.shared or not contents[index].units or kind.collection == "plan":
            continue
        first = max((i for i in range(index) if not heads[i].shared), default=index)
        score = scores.get((first, UNIT), 0.0)
        if score >= SURE and heads[first].path == head.path and not contents[first].units:
            del scores[first, UNIT]
            scores[index, UNIT] = score


def _unit_of_two(scores: dict[tuple[int, str], float], contents: list[Content]) -> None:
    """Of 被检查单位 and 检查单位, each a name of the column, the one that names units."""
    pairs = [pair for pair, score in scores.items() if pair[1] == UNIT and score >= SURE]
    if len(pairs) > 1 and any(contents[index].units for index, _ in pairs):
        for pair in [one for one in pairs if not contents[one[0]].units]:
            del scores[pair]


def _unit_by_content(
    kind: Kind,
    scores: dict[tuple[int, str], float],
    heads: list[Head],
    contents: list[Content],
    passed: set[int],
) -> None:
    """Where no heading says unit, a column of names of the directory does, if its heading
    says nothing else."""
    if kind.collection == "plan" or any(c == UNIT and s >= LEAST for (_, c), s in scores.items()):
        return
    for index in range(len(heads)):
        if index in passed or not contents[index].units or _helps(heads[index]):
            continue
        if of_another_period(key(heads[index].written)):
            continue
        if max((s for (i, _), s in scores.items() if i == index), default=0.0) < LEAST:
            scores[index, UNIT] = _BY_UNITS
            return


def _helps(head: Head) -> bool:
    """True for 配合科室 and 审核机构: who had a part in it, not whose it is."""
    return bool(head.path) and says_the_contrary(UNIT, key(head.path[-1]))
