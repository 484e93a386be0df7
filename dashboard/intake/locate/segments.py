"""Tables side by side: where one header row is the header of two tables."""

from __future__ import annotations

from itertools import groupby, pairwise

from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.headers import Header, grow, is_header_row, reads_as_title
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.labels import is_date
from dashboard.intake.recognise.dictionary import is_numbering
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key

_LIKELY = 0.85


def windows(grid: Grid) -> list[tuple[int, int]]:
    """The ranges of columns to be searched apart: the sheet is parted at a blank column
    where headers stand on both sides of it in different rows."""
    if not grid.width:
        return []
    used = [False] * grid.width
    for columns in {id(columns): columns for columns in grid.filled}.values():  # rows share them
        if len(columns) > 1:
            for column in columns:
                used[column] = True
    edges = [0]
    for column in range(1, grid.width - 1):
        if not used[column] and used[column + 1]:
            before = _header_rows(grid, edges[-1], column - 1)
            after = _header_rows(grid, column + 1, grid.width - 1)
            if before and after and not before & after:
                edges.append(column + 1)
    return list(zip(edges, [edge - 1 for edge in edges[1:]] + [grid.width - 1], strict=True))


def _header_rows(grid: Grid, left: int, right: int) -> set[int]:
    if right - left < 1:
        return set()
    return {
        row
        for row in range(min(60, len(grid.rows)))
        if is_header_row(grid, row, left, right) and len(within(grid.filled[row], left, right)) > 1
    }


def segments(grid: Grid, header: Header) -> list[Header]:
    """The header itself, or the headers of the tables that stand side by side under it."""
    cuts = _repeated(header.heads) or _titled(header.heads) or _gaps(grid, header)
    if not cuts:
        return [header]
    edges = [header.left, *cuts, header.right + 1]
    return [_part_of(grid, header, left, end - 1) for left, end in pairwise(edges)]


def _part_of(grid: Grid, header: Header, left: int, right: int) -> Header:
    """The header of one of the tables: it may take fewer rows than the one beside it."""
    for row in range(header.top, header.bottom + 1):
        if is_header_row(grid, row, left, right):
            return grow(grid, row, left, right)
    heads = [head for head in header.heads if left <= head.column <= right]
    return Header(header.top, header.bottom, left, right, heads)


def _repeated(heads: list[Head]) -> list[int]:
    """The columns at which the same headings begin again: 单位 人数 | 单位 人数."""
    names = [tuple(key(text) for text in head.path) for head in heads]
    first = names[0] if names else ()
    starts = [i for i, name in enumerate(names) if name == first and i]
    length = starts[0] if starts else 0
    if length < 2:
        return []
    again = names[length : 2 * length]
    same = sum(one in names[:length] for one in again)
    if same < max(2, 0.6 * min(length, len(again))):
        return []
    return [heads[start].column for start in starts if start % length == 0]


def _titled(heads: list[Head]) -> list[int]:
    """The columns at which the same headings begin again under another title."""
    groups = [list(group) for _, group in groupby(heads, key=lambda head: head.path[0])]
    below = {tuple(key("/".join(head.path[1:])) for head in group) for group in groups}
    if len(groups) < 2 or len(below) > 1 or len(groups[0]) < 2:
        return []
    for group in groups:
        text = group[0].path[0]
        if len(group[0].path) < 2 or not reads_as_title(text) or is_date(text):
            return []
    return [group[0].column for group in groups[1:]]


def _gaps(grid: Grid, header: Header) -> list[int]:
    """The columns after a blank column at which the headings of another kind begin."""
    cuts: list[int] = []
    left = 0
    heads = header.heads
    for i in range(1, len(heads)):
        gap = range(heads[i - 1].column + 1, heads[i].column)
        if gap and not _used(grid, header, gap) and _part(heads[left:i], heads[i:]):
            cuts.append(heads[i].column)
            left = i
    return cuts


def _used(grid: Grid, header: Header, gap: range) -> bool:
    below = grid.filled[header.bottom + 1 : header.bottom + 40]
    return any(column in gap for columns in below for column in columns)


def _part(before: list[Head], after: list[Head]) -> bool:
    """True where two runs of headings belong to different kinds, or begin alike."""
    if len(before) < 2 or len(after) < 2:
        return False
    if is_numbering(before[0].path[-1]) and is_numbering(after[0].path[-1]):
        return True
    one, other, both = _support(before), _support(after), _support(before + after)
    alone = max(one.values(), default=0) + max(other.values(), default=0)
    return max(other.values(), default=0) >= 2 and alone - max(both.values(), default=0) >= 1.5


def _support(heads: list[Head]) -> dict[str, float]:
    """View -> how many of the headings it knows, each of its columns once."""
    support: dict[str, float] = {}
    taken: set[tuple[str, str]] = set()
    for head in heads:
        for view, meanings in likeness(head.path).items():
            best = max(meanings, key=lambda name: meanings[name])
            if meanings[best] >= _LIKELY and (view, best) not in taken:
                taken.add((view, best))
                support[view] = support.get(view, 0) + 1
    return support
