"""Headings that deny what a column asks: 未公开 beside 公开, 否 and × under 是否公开.

Such a heading is like the column in all letters but one, and a tick under it says no.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from dashboard.intake.locate.heads import Head, Path
from dashboard.intake.recognise.assignment import Matches
from dashboard.intake.recognise.beside import DOUBTFUL, TAKEN, Beside
from dashboard.intake.recognise.common import ANSWERED, LEAST, PLAINLY
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import are_answers_in_ticks, are_ticks
from dashboard.kinds import Column, Kind
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

Scores = dict[tuple[int, str], float]

_NO = lazy_pattern(r"^(?:尚未|没有|[未不没无非否])(?:已|经)*")
_YES = lazy_pattern(r"^(?:已经?|是|有)")
_NO_IN_BRACKETS = lazy_pattern(r"\((?:否|无|未|×|✗|[未不没无非][^()]{1,6})\)$")
_YES_IN_BRACKETS = lazy_pattern(r"\((?:是|有|已|√|✓|已[^()]{1,6})\)$")
_CROSSES, _TICKS = frozenset("×✗✘✕"), frozenset("√✓✔")
_ASKED = 0.85


@dataclass(slots=True, eq=False)
class Denials:
    """Headings that deny a column, by their numbers."""

    ticked: dict[str, list[int]] = field(default_factory=dict)
    others: list[tuple[int, str]] = field(default_factory=list)
    """Those under which other things stand than ticks."""
    undated: list[tuple[int, str, float]] = field(default_factory=list)
    """Ticks that say that something is done of which the kind asks the day."""


def set_denials_apart(
    kind: Kind, heads: list[Head], contents: list[Content], scores: Scores, passed: set[int]
) -> Denials:
    """Take the headings that deny a column out of the scores: the likeness that they have is to
    what they deny. Their opposites, 已公开 over ticks, mean the column plainly."""
    denials = Denials()
    for index, head in enumerate(heads):
        if index in passed or head.shared or not head.path:
            continue
        denied = _denied(head.path)
        if denied is not None:
            if not _is_heading(kind, head.path):
                _set_apart(kind, heads, contents, index, scores, denials)
        elif (claimed := _claimed(head.path)) is not None and are_ticks(contents[index]):
            column = _asked(kind, claimed)
            if column is not None:
                _mean(scores, index, column)
            elif contents[index].size:
                denials.undated += _days(kind, index, claimed)
    return denials


def _set_apart(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    index: int,
    scores: Scores,
    denials: Denials,
) -> None:
    path = heads[index].path
    rest = _denied(path) or ()
    column = _asked(kind, rest) or (_asked(kind, path[:-1]) if len(path) > 1 else None)
    if column is None:
        return
    for pair in [pair for pair in scores if pair[0] == index]:
        del scores[pair]
    if not are_answers_in_ticks(contents[index]):
        denials.others.append((index, column.name))
        return
    denials.ticked.setdefault(column.name, []).append(index)
    for other, head in enumerate(heads):
        if len(path) > 1 and head.path[:-1] == path[:-1] and _are_opposites(head.path, rest):
            _mean(scores, other, column)


def _are_opposites(path: Path, rest: Path) -> bool:
    """True for 完成 and 已完成 where 未完成 stands beside, and for √ where × does."""
    return path == rest or (_claimed(path) or path) == rest


def _mean(scores: Scores, index: int, column: Column) -> None:
    scores[index, column.name] = max(scores.get((index, column.name), 0.0), TAKEN)


def _days(kind: Kind, index: int, path: Path) -> list[tuple[int, str, float]]:
    """The day that 已办结 is asked for: 办结日期."""
    meanings = likeness((*path[:-1], f"{path[-1]}日期")).get(kind.view, {})
    days = [column.name for column in kind.columns if column.type == "date"]
    return [(index, name, DOUBTFUL) for name in days if meanings.get(name, 0.0) >= PLAINLY]


def beside_by_denial(
    kind: Kind, heads: list[Head], denials: Denials, found: Matches, given: set[str]
) -> dict[str, Beside]:
    """The columns that a tick denies. A heading that stands alone, without its opposite, becomes
    the column itself. ``given``: columns that are laid out as ticks."""
    beside: dict[str, Beside] = {}
    for name, indices in denials.ticked.items():
        head = heads[indices[0]]
        column = next(one for one in kind.recognised if one.name == name)
        plain = column.type != "choice" or column.no is not None
        beside[name] = Beside(head, "denied", "否" if plain else head.path[-1])
        if found.get(name, (0, 0.0))[1] < LEAST and name not in given:
            found[name] = (indices[0], TAKEN)
        denials.others += [(index, name) for index in indices[1:]]
    return beside


@lru_cache(maxsize=10_000)
def _denied(path: Path) -> Path | None:
    """The heading that this one denies; None where it denies none."""
    text = normal(path[-1])
    if text in _CROSSES:
        return path[:-1] or None
    if match := _NO_IN_BRACKETS.search(text):
        return (*path[:-1], text[: match.start()])
    match = _NO.match(key(path[-1]))
    return _rest(path, match.end()) if match else None


@lru_cache(maxsize=10_000)
def _claimed(path: Path) -> Path | None:
    """The heading of which this one says that it is so; None where it says no such thing."""
    text = normal(path[-1])
    if text in _TICKS:
        return path[:-1] or None
    if match := _YES_IN_BRACKETS.search(text):
        return (*path[:-1], text[: match.start()])
    match = _YES.match(key(path[-1]))
    return _rest(path, match.end()) if match else None


def _rest(path: Path, end: int) -> Path | None:
    """The heading from there on, that of its group where nothing follows."""
    rest = key(path[-1])[end:]
    return (*path[:-1], rest) if rest else (path[:-1] or None)


def _is_heading(kind: Kind, path: Path) -> bool:
    """True where the whole is a heading of the kind, its brackets read as well."""
    text = normal(path[-1])
    if text in _CROSSES or _NO_IN_BRACKETS.search(text):
        return False
    return max(likeness(path).get(kind.view, {}).values(), default=0.0) >= PLAINLY


def _asked(kind: Kind, path: Path) -> Column | None:
    """The column that is answered by yes or no and asks whether that is so."""
    best: tuple[float, Column] | None = None
    asking = [likeness(one).get(kind.view, {}) for one in (path, (*path[:-1], f"是否{path[-1]}"))]
    for column in kind.recognised:
        if column.type not in ANSWERED:
            continue
        worth = max(meanings.get(column.name, 0.0) for meanings in asking)
        if worth >= _ASKED and (best is None or worth > best[0]):
            best = (worth, column)
    return best[1] if best else None
