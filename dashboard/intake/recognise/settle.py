"""What headings were matched to, and what became of those that were not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.beside import DOUBTFUL, Beside
from dashboard.intake.recognise.common import LEAST, SURE, UNIT
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.lexicon import is_whole, likeness, of_another_period
from dashboard.intake.recognise.qualified import qualified
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import Ticked
from dashboard.kinds import Kind
from dashboard.patterns import lazy_pattern

_PLAIN = 0.9
_WHOLE = lazy_pattern("全年|年度|累计|合计|总计|最终")
_NO_PART = lazy_pattern("比|率|增|减|扣|标准|满分|分值|应得|备注|说明")
_SPANS = ("起止", "起讫", "时间段", "时间安排")
_ENDS = ("due_on", "ends_on")


@dataclass(slots=True, eq=False)
class Matched:
    """Which column of a kind stands where, how sure that is, and what was left over."""

    kind: Kind
    columns: dict[str, Head] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    """Columns whose heading is not plainly theirs, taken for what else speaks for them."""
    ticks: list[Ticked] = field(default_factory=list)
    """Columns of the kind that are spread over several columns to be ticked."""
    beside: dict[str, Beside] = field(default_factory=dict)
    """Columns of the sheet that speak in place of one that was taken, by that one's name."""
    doubtful: list[tuple[Head, str, float]] = field(default_factory=list)
    """Headings that may mean a column and were not taken."""
    repeated: list[tuple[Head, str]] = field(default_factory=list)
    """Headings that mean a column which another heading means better."""
    ruled: int = 0
    """Headings that a person settled."""
    numbering: list[Head] = field(default_factory=list)
    unmatched: list[Head] = field(default_factory=list)


def indices(heads: list[Head], some: list[Head]) -> set[int]:
    """The numbers of those headings."""
    columns = {head.column for head in some}
    return {index for index, head in enumerate(heads) if head.column in columns}


def _end_of_span(matched: Matched) -> None:
    """起止时间 is both the beginning and the end, where no other column is the end."""
    begin = matched.columns.get("starts_on")
    names = {column.name for column in matched.kind.columns}
    end = next((name for name in _ENDS if name in names), None)
    if begin is None or end is None or end in matched.columns:
        return
    if any(word in key(begin.path[-1]) for word in _SPANS):
        matched.columns[end] = begin
        matched.confidence[end] = matched.confidence["starts_on"]


def name_doubts(
    matched: Matched,
    heads: list[Head],
    doubts: list[tuple[int, str]],
    undated: list[tuple[int, str, float]],
) -> None:
    """Headings that change or deny a column, nobody can tell how, are named beside it; and ticks
    in place of a day that the table has not."""
    for index, column in doubts:
        if column in matched.columns and _is_silent(matched, heads[index]):
            matched.repeated.append((heads[index], column))
    for index, column, sure in undated:
        if column not in matched.columns and _is_silent(matched, heads[index]):
            matched.doubtful.append((heads[index], column, sure))


def name_qualified(
    matched: Matched, heads: list[Head], contents: list[Content], passed: set[int]
) -> None:
    """Headings that are a column's own with more words are named where something stands under
    them; so are further columns under a heading that is merged over several, and the other parts
    of a number of which one was taken."""
    view = matched.kind.view
    by_path = {head.path: name for name, head in matched.columns.items()}
    for head in matched.unmatched:
        column = by_path.get(head.path) if head.shared else qualified(view, head.path)
        column = column or _part_of(matched, head)
        if column is None or not _is_silent(matched, head):
            continue
        (index,) = indices(heads, [head])
        if index in passed or not contents[index].size:
            continue
        if column not in matched.columns:
            matched.doubtful.append((head, column, DOUBTFUL))
        elif not _is_of_the_whole(matched.columns[column], head) and not _tells_how_it_went(
            matched.columns[column], head
        ):
            matched.repeated.append((head, column))


def name_split_days(matched: Matched, heads: list[Head]) -> None:
    """月 | 日 as headings of their own say nothing of what happened on that day: named, where a
    date is asked that no other heading has."""
    asked = [one.name for one in matched.kind.columns if one.type == "date"]
    missing = [name for name in asked if name not in matched.columns]
    for head, after in pairwise(heads):
        apart = head.path == ("月",) and after.path == ("日",)
        if apart and missing and _is_silent(matched, head):
            matched.doubtful.append((head, missing[0], DOUBTFUL))


def _part_of(matched: Matched, head: Head) -> str | None:
    """The number of which 女 is a part, where 男 beside it was taken: 执法人员 stands over both."""
    group = head.path[:-1]
    leaf = key(head.path[-1]) if group else ""
    if not leaf or _NO_PART.search(leaf) or any(of_another_period(key(t)) for t in head.path):
        return None
    meanings = likeness(group).get(matched.kind.view, {})
    for name, taken in matched.columns.items():
        beside = taken.path[:-1] == group and not is_whole(taken.path)
        if beside and name in _numbers(matched.kind) and meanings.get(name, 0.0) >= _PLAIN:
            return name
    return None


def _tells_how_it_went(taken: Head, head: Head) -> bool:
    """True for 实际开始时间 beside 计划开始时间: what the kind asks for is the one planned."""
    return "实际" in key(head.path[-1]) and "计划" in key(taken.path[-1])


def _is_of_the_whole(taken: Head, head: Head) -> bool:
    """True for 上半年计划数 beside 全年计划数, which has all of it."""
    wholes, parts = "".join(map(key, taken.path)), "".join(map(key, head.path))
    return _WHOLE.search(wholes) is not None and _WHOLE.search(parts) is None


def _numbers(kind: Kind) -> set[str]:
    return {column.name for column in kind.columns if column.type in ("integer", "number")}


def _is_silent(matched: Matched, head: Head) -> bool:
    """True for a heading that was left out without a word."""
    named = [*(one for one, _ in matched.repeated), *(one for one, *_ in matched.doubtful)]
    return head in matched.unmatched and head not in named


def settle(
    matched: Matched,
    heads: list[Head],
    found: dict[str, tuple[int, float]],
    scores: dict[tuple[int, str], float],
) -> None:
    """Give each column its heading where that is likely enough, and every other heading a place
    among those that are left: in doubt, repeated or unknown."""
    used: set[int] = set()
    for one in matched.ticks:
        matched.columns[one.column] = one.options[0][0]
        matched.confidence[one.column] = 0.9
        used |= indices(heads, [head for head, _ in one.options])
    for column, (index, score) in found.items():
        if score >= LEAST:
            matched.columns[column] = heads[index]
            matched.confidence[column] = round(min(1.0, score), 2)
            spelled = likeness(heads[index].path).get(matched.kind.view, {}).get(column, 0.0)
            if score < SURE and spelled < _PLAIN:
                matched.guessed.append(column)
            used.add(index)
    used |= indices(heads, [one.head for one in matched.beside.values()])
    _end_of_span(matched)
    counted = {head.column for head in matched.numbering}
    for index, head in enumerate(heads):
        if index in used or head.column in counted:
            continue
        matched.unmatched.append(head)
        likely = max(((s, c) for (i, c), s in scores.items() if i == index), default=(0.0, ""))
        if likely[0] >= 0.85 and likely[1] in matched.columns:
            if not _tells_how_it_went(matched.columns[likely[1]], head):
                matched.repeated.append((head, likely[1]))
            continue
        near = [(s, c) for (i, c), s in scores.items() if i == index and c not in matched.columns]
        if near and max(near)[0] >= DOUBTFUL and max(near)[1] != UNIT:
            matched.doubtful.append((head, max(near)[1], round(max(near)[0], 2)))
