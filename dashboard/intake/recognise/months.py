"""Columns of months: the last of them is how far things are, the last ticked when they are due."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import LEAST, PLAINLY
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import Ticked, are_ticks
from dashboard.kinds import Kind
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_PLAN, _DUE = "inspection_item", "due_on"
_FEWEST_MONTHS = 3
_STATES = ("progress", "status")
"""Columns that say how a thing stands. What was done in a month is a part of the whole."""
_MONTH = lazy_pattern(r"(?:20\d\d年)?(1[0-2]|[1-9])月(?:份|底|末)?")
_LEAST = 0.5
"""Where a month under 完成进度 is held down to: it is worth that much."""
_BESIDE = 0.86
"""What the other months are worth: too little to be taken, enough to be named beside it."""


def last_of_months(
    heads: list[Head], contents: list[Content], scores: dict[tuple[int, str], float]
) -> None:
    """Let 6月进度 beside 4月进度 and 5月进度, the last with any cells, stand for them all."""
    for column in _STATES:
        months = {
            index: month
            for (index, name), score in scores.items()
            if name == column and score >= _LEAST and (month := _month(heads[index]))
        }
        if len(set(months.values())) < 2 or len({_rest(heads[index]) for index in months}) > 1:
            continue
        given = [index for index in months if contents[index].size] or list(months)
        last = max(given, key=lambda index: months[index])
        worth = max(PLAINLY, scores[last, column])
        for index in months:
            scores[index, column] = _BESIDE
        scores[last, column] = worth


def month_ticks(
    kind: Kind, heads: list[Head], contents: list[Content], scores: dict[tuple[int, str], float]
) -> list[Ticked]:
    """The months of a plan of inspections, ticked for when each is due; none where a column of
    its own says it."""
    if kind.view != _PLAN:
        return []
    if any(column == _DUE and score >= LEAST for (_, column), score in scores.items()):
        return []
    options = [
        (head, f"{_month(head)}月")
        for head, content in zip(heads, contents, strict=True)
        if head.path and _MONTH.fullmatch(key(head.path[-1])) and are_ticks(content)
    ]
    if len(options) < _FEWEST_MONTHS or len({word for _, word in options}) < len(options):
        return []
    return [Ticked(_DUE, tuple(options), span=True)]


def _month(head: Head) -> int:
    found = {int(number) for text in head.path for number in _MONTH.findall(normal(text))}
    return found.pop() if len(found) == 1 else 0


def _rest(head: Head) -> str:
    return key("".join(_MONTH.sub("", normal(text)) for text in head.path))
