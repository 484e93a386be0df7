"""Two counts in a cell, as the heading says: 执法人员总数(其中持证) over 46(44)."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import SURE
from dashboard.intake.recognise.lexicon import likeness
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_CLOSING = (")", "\uff09")
_OF_WHICH = lazy_pattern(r"\((?:其中|含|括号内?为?)[:,]?([^()]{2,12})\)$")
_TWO = lazy_pattern(r"(\d{1,6})[人名件个次家户]?\((?:其中)?(\d{1,6})[人名件个次家户]?\)")


def part_counts(draft: Draft, raw: Raw) -> None:
    """Part such cells where the heading says what the second number counts. It goes to the
    column of that meaning, if there is one and the sheet has none of its own."""
    for name, head in list(draft.matched.columns.items()):
        last = head.path[-1].rstrip()[-1:] if head.path else ""
        said = _OF_WHICH.search(normal(head.written)) if last in _CLOSING else None
        if said is None or not draft.is_count(name):
            continue
        pairs = [_two(value) for value in raw[name]]
        if not any(pairs):
            continue
        second = _meant(draft, said[1])
        raw[name] = [
            pair[0] if pair else value for pair, value in zip(pairs, raw[name], strict=True)
        ]
        if second is not None:
            raw[second] = [pair[1] if pair else None for pair in pairs]
            draft.matched.columns[second] = head
            draft.matched.confidence[second] = draft.matched.confidence[name]


def _two(value: CellValue) -> tuple[str, str] | None:
    match = _TWO.fullmatch(normal(value)) if isinstance(value, str) else None
    return (match[1], match[2]) if match else None


def _meant(draft: Draft, words: str) -> str | None:
    """The column of which those words are the heading, if it is free."""
    meanings = likeness((words,)).get(draft.kind.view, {})
    free = {
        name: worth
        for name, worth in meanings.items()
        if name not in draft.matched.columns and draft.is_count(name)
    }
    best = max(free, key=lambda name: free[name], default=None)
    return best if best is not None and free[best] >= SURE else None
