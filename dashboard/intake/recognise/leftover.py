"""Headings that likeness gave no column: one letter off, or a bare 名称 for 文件名称."""

from __future__ import annotations

from functools import lru_cache

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.assignment import Matches, taken
from dashboard.intake.recognise.common import LEAST, SURE
from dashboard.intake.recognise.content import Content, choice_share, fitness
from dashboard.intake.recognise.contrary import says_the_contrary
from dashboard.intake.recognise.dictionary import known
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Column, Kind, kinds

_FEWEST_FOUND = 2
_SAYS_NOTHING = frozenset(
    ("项目", "内容", "名称", "事项", "程序", "步骤", "环节", "指标", "评查项目", "具体内容")
)
_MOSTLY = 0.8


def by_one_letter(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    found: Matches,
    passed: set[int],
) -> None:
    """按由 for 案由: one letter off, nothing else near, in the place where the kind has it."""
    if len(taken(found, SURE)) < 3:
        return
    free = set(range(len(heads))) - passed - taken(found, LEAST)
    for index in sorted(free):
        head = heads[index]
        if head.shared or known(head.path[-1]):
            continue
        near = [
            column
            for column in _near(kind.view, key(head.path[-1]))
            if found.get(column.name, (0, 0.0))[1] < LEAST and fitness(column, contents[index]) >= 0
        ]
        if len(near) == 1 and _in_place(kind, near[0], index, found):
            found[near[0].name] = (index, LEAST)


@lru_cache(maxsize=5_000)
def _near(view: str, leaf: str) -> tuple[Column, ...]:
    """The columns of that kind of which a heading is one letter off, and nothing speaks
    against them."""
    return tuple(
        column
        for column in kinds()[view].columns
        if not says_the_contrary(column.name, leaf)
        and any(_one_off(leaf, key(one)) for one in column.headings)
    )


def _one_off(written: str, heading: str) -> bool:
    """True for two short words of one length that differ in one letter."""
    if len(written) != len(heading) or not 2 <= len(written) <= 4:
        return False
    return sum(a != b for a, b in zip(written, heading, strict=True)) == 1


def _in_place(kind: Kind, column: Column, index: int, found: Matches) -> bool:
    """True where the nearest columns found on both sides are those the kind has there."""
    order = {one.name: number for number, one in enumerate(kind.columns)}
    here = order[column.name]
    placed = sorted(
        (i, order[name]) for name, (i, s) in found.items() if s >= SURE and name in order
    )
    before = [number for i, number in placed if i < index]
    after = [number for i, number in placed if i > index]
    return (not before or before[-1] < here) and (not after or here < after[0])


def by_bare_name(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    found: Matches,
    passed: set[int],
) -> None:
    """名称 for 文件名称, 事项 for 决策事项: the end of the one required column that is missing,
    if no other heading left over could be it."""
    missing = [c for c in kind.columns if c.required and found.get(c.name, (0, 0.0))[1] < LEAST]
    if len(missing) != 1 or missing[0].type != "text":
        return
    used = taken(found, LEAST)
    near = [
        index
        for index in range(len(heads))
        if index not in used | passed
        and not heads[index].shared
        and _ends(missing[0], key(heads[index].path[-1]))
        and fitness(missing[0], contents[index]) >= 0
    ]
    if len(near) == 1:
        found[missing[0].name] = (near[0], LEAST)


def by_only_names(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    found: Matches,
    passed: set[int],
) -> None:
    """项目 or 程序 for 文件名称: the only heading that is left, over names that all differ, where
    the one text that every row must have is missing."""
    asked = [column for column in kind.columns if column.required]
    if len(asked) != 1 or asked[0].type != "text" or asked[0].name in found:
        return
    used = taken(found, LEAST)
    left = [index for index in range(len(heads)) if index not in used | passed]
    if len(left) != 1 or len(used) < _FEWEST_FOUND:
        return
    head, content = heads[left[0]], contents[left[0]]
    names = content.size > 1 and len(set(content.words)) == content.size
    plain = content.dates + content.numbers + content.yesno == 0
    if names and plain and key(head.path[-1]) in _SAYS_NOTHING:
        found[asked[0].name] = (left[0], LEAST)


def _ends(column: Column, written: str) -> bool:
    return len(written) >= 2 and any(key(one).endswith(written) for one in column.headings)


def by_no_name(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    found: Matches,
    passed: set[int],
) -> None:
    """What names the records of a table on its side, for the one required column missing."""
    missing = [c for c in kind.columns if c.required and found.get(c.name, (0, 0.0))[1] < SURE]
    used = taken(found, SURE)
    for index, head in enumerate(heads):
        if not head.corner or index in used | passed or len(missing) != 1:
            continue
        column, content = missing[0], contents[index]
        if column.type == "choice":
            fits = choice_share(column, content) >= _MOSTLY
        else:
            plain = not (content.numbers or content.dates or any(map(known, content.words)))
            fits = column.type == "text" and plain
        if fits:
            found[column.name] = (index, SURE)
