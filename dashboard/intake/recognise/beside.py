"""Columns that speak in place of the one of their meaning, in the rows in which they are filled.

调整后完成时限 beside 原完成时限 is the deadline that counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from dashboard.intake.locate.heads import Head, Path
from dashboard.intake.recognise.assignment import Matches
from dashboard.intake.recognise.common import GENERIC, LEAST, PLAINLY, REPORTED_ON, SURE, UNIT
from dashboard.intake.recognise.content import Content, fitness
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Kind
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_CHANGE = "调整|变更|延期|顺延|展期|延长|更改|修改|更新|更正|修正|订正"
_CHANGED = lazy_pattern(
    rf"经?(?:{_CHANGE})(?!之?前)(?:之?后)?[的为至到]?|^(?:最新|最终|终评|终审|新|现)定?的?(?=\S)"
)
_AT_FIRST = lazy_pattern(
    rf"原先?(?:定|计划|来)?的?|(?:{_CHANGE})之?前的?|最初|初[始定评审]|既定|计划"
)
_OF_THE_CHANGE = lazy_pattern(r"是否|有无|原因|情况|依据|理由|说明|次数|文号|申请|审批|批准|天数")
"""What is told of the change itself: 延期原因 is no deadline."""
_CHANGED_TO = lazy_pattern(rf"经?(?:{_CHANGE})后?[至到为](?:日期|时间)?")
"""延期至: the new deadline itself, where days stand under it."""
_BRACKETS = lazy_pattern(r"[()\[\]【】]")
DOUBTFUL = 0.5
"""From here on a heading that is not taken is named."""
TAKEN = 0.9
"""What a heading is worth that is given a column for what stands beside it."""
_DEADLINE = "due_on"


class Beside(NamedTuple):
    """A column of the sheet that speaks in place of the one that was taken."""

    head: Head
    sort: Literal["changed", "denied"]
    word: str = ""
    """For ``denied``: what a tick under it says."""


def beside_by_change(
    kind: Kind, heads: list[Head], contents: list[Content], found: Matches, passed: set[int]
) -> tuple[dict[str, Beside], list[tuple[int, str]]]:
    """The columns that were changed later on, the first wording taken as the column itself; and
    the headings of which it cannot be told what they change, each with its column."""
    marked: dict[str, list[int]] = {}
    for index, head in enumerate(heads):
        if index in passed or head.shared or (rest := _changed(head.path)) is None:
            continue
        name = _changes(kind, rest, contents[index], found)
        if name is not None:
            marked.setdefault(name, []).append(index)
    beside: dict[str, Beside] = {}
    doubts: list[tuple[int, str]] = []
    for name, indices in marked.items():
        first = _first_wording(kind, heads, name, {*indices, *passed}, found)
        if len(indices) > 1 or not _plainly(kind, heads[indices[0]], name):
            doubts += [(index, name) for index in indices if found.get(name, (-1,))[0] != index]
        elif first is not None:
            _give(found, name, first, indices[0])
            beside[name] = Beside(heads[indices[0]], "changed")
        elif not _needs_a_first(heads[indices[0]].path):
            _give(found, name, indices[0])
    return beside, doubts


def _give(found: Matches, name: str, index: int, other: int | None = None) -> None:
    """Let the column be that heading's, and neither it nor the other any other column's."""
    known = found.get(name, (index, TAKEN))
    for column in [c for c, (i, _) in found.items() if i in (index, other)]:
        del found[column]
    found[name] = (index, max(known[1], TAKEN) if known[0] == index else TAKEN)


def _first_wording(
    kind: Kind, heads: list[Head], name: str, passed: set[int], found: Matches
) -> int | None:
    """The heading that has what stood there before the change."""
    taken = found.get(name, (0, 0.0))
    for index, head in enumerate(heads):
        if index in passed or head.shared or not head.path:
            continue
        before = _at_first(head.path)
        if before is not None and _meant(kind, before) == name:
            return index
    return taken[0] if taken[1] >= LEAST and taken[0] not in passed else None


def _changes(kind: Kind, rest: Path, content: Content, found: Matches) -> str | None:
    """The column that a heading changes. Without its own name, 延期日期, it is the deadline, if
    the table has one, and days stand there."""
    name = _meant(kind, rest)
    if name is None and (not rest or key(rest[-1]) in GENERIC or _is_deadline(kind, rest)):
        days = content.size and content.share(content.dates) > 0.5
        return _DEADLINE if days and _DEADLINE in found else None
    if name is None:
        return None
    column = next(one for one in kind.recognised if one.name == name)
    return name if column.type == "text" or fitness(column, content) >= 0 else None


def _plainly(kind: Kind, head: Head, name: str) -> bool:
    if name == _DEADLINE and _CHANGED_TO.fullmatch(_BRACKETS.sub("", normal(head.path[-1]))):
        return True
    rest = _changed(head.path)
    if rest is not None and name == _DEADLINE and _is_deadline(kind, rest):
        return True
    return rest is not None and _meant(kind, rest) == name


def _is_deadline(kind: Kind, path: Path) -> bool:
    """True for a bare 时限 too, which is like the deadline of any kind."""
    return likeness(path).get(kind.view, {}).get(_DEADLINE, 0.0) >= SURE if path else False


def _needs_a_first(path: Path) -> bool:
    """True for 新 and 现, which say nothing where no 原 stands beside them."""
    return normal(path[-1])[:1] in "最新现终"


def _meant(kind: Kind, path: Path) -> str | None:
    """The column of which that is plainly a heading."""
    meanings = likeness(path).get(kind.view, {}) if path else {}
    own = {name: worth for name, worth in meanings.items() if name not in (UNIT, REPORTED_ON)}
    name = max(own, key=lambda one: own[one], default=None)
    return name if name is not None and own[name] >= PLAINLY else None


@lru_cache(maxsize=10_000)
def _changed(path: Path) -> Path | None:
    return _without(path, _CHANGED)


@lru_cache(maxsize=10_000)
def _at_first(path: Path) -> Path | None:
    return _without(path, _AT_FIRST)


def _without(path: Path, words: re.Pattern[str]) -> Path | None:
    """The heading without those words; None where it has none of them."""
    leaf = _BRACKETS.sub("", normal(path[-1])) if path else ""
    if words.search(leaf) is None or _OF_THE_CHANGE.search(leaf) is not None:
        return None
    rest = words.sub("", leaf, count=1)
    return (*path[:-1], rest) if rest else path[:-1]
