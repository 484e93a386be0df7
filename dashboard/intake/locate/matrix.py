"""A table of which the columns are words of a vocabulary: units down, lists across, √ and ×.

Such a table says one thing (是否公开) of each pair of row and column. It is turned into rows
of pairs, in a grid that remembers where each cell stands.
"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.headers import Head
from dashboard.intake.model import CellValue, Position
from dashboard.intake.recognise.across import laid_across
from dashboard.intake.recognise.common import PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.lexicon import is_choice, likeness
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import count_of, is_cross, is_tick

UNIT_LABEL = "单位"
_SHORT = 12
"""An answer (√, 已公开, 2021-06-09) is short; a text under such a heading is none."""


def as_pairs(found: Found) -> Found | None:
    """The table as rows of pairs, if at least two of its headings are such words."""
    if found.shape != "rows":
        return None
    meant = laid_across(head.path[-1] for head in found.heads)
    if meant is None:
        return None
    across = [head for head in found.heads if key(head.path[-1]) in meant.words]
    labels = (meant.column.label, meant.answer.label)
    return _paired(found, labels, across) if _answered(found, across) else None


def by_units(found: Found, is_unit: Callable[[str], bool]) -> Found | None:
    """The table as rows of pairs, if a heading that kinds know stands over names of units:
    完成进度 over 源汇大队 | 郾城大队 tells of each unit how far each task is."""
    groups: dict[tuple[str, ...], list[Head]] = {}
    for head in found.heads:
        if len(head.path) > 1:
            groups.setdefault(head.path[:-1], []).append(head)
    for path, heads in groups.items():
        if len(heads) > 1 and _tells(path[-1]) and all(is_unit(head.path[-1]) for head in heads):
            return _paired(found, (UNIT_LABEL, path[-1]), heads)
    return None


def by_choice(found: Found, matched: Matched) -> Found | None:
    """The table as rows of pairs, if headings are words of a choice and what each row is about
    stands under them: 会议纪要 under 文件, 会议照片 under 图片."""
    asked = [column for column in matched.kind.columns if column.required]
    if found.shape != "rows" or len(asked) != 1 or asked[0].type != "text":
        return None
    taken = matched.columns.get(asked[0].name)
    if taken is not None and not is_choice(taken.path[-1]):
        return None
    for column in matched.kind.columns:
        if column.type != "choice":
            continue
        words = {key(word) for spelled in column.choices.values() for word in spelled}
        across = [head for head in found.heads if key(head.path[-1]) in words]
        if len(across) > 1 and (taken is None or taken in across) and _named(found, across):
            return _paired(found, (column.label, asked[0].label), across, blanks=False)
    return None


def _named(found: Found, across: list[Head]) -> bool:
    """True where names stand under those headings: no ticks, numbers or days."""
    cells = found.grid.rows
    values = [cells[row][head.column] for head in across for row in found.body.rows]
    given = [value for value in values if value is not None]
    return bool(given) and all(
        isinstance(value, str)
        and not is_tick(value)
        and not is_cross(value)
        and count_of(value) is None
        for value in given
    )


def _answered(found: Found, across: list[Head]) -> bool:
    values = [found.grid.rows[row][head.column] for head in across for row in found.body.rows]
    given = [str(value) for value in values if value is not None]
    return bool(given) and all(len(text) <= _SHORT for text in given)


def _tells(heading: str) -> bool:
    """True for a heading of what rows say: 完成进度, not 单位 or 数量."""
    return any(
        score >= PLAINLY and column not in (UNIT, REPORTED_ON)
        for meanings in likeness((heading,)).values()
        for column, score in meanings.items()
    )


def _paired(
    found: Found, labels: tuple[str, str], across: list[Head], *, blanks: bool = True
) -> Found:
    """``labels``: the headings over the words and over what is said of each. ``blanks``: whether
    a word of which nothing is said makes a row; one of them does where nothing is said at all."""
    grid, head_row = found.grid, found.header_rows[-1]
    kept = [head for head in found.heads if head not in across]
    texts: list[CellValue] = [head.path[-1] for head in kept]
    rows: list[list[CellValue]] = [[*texts, *labels]]
    width = len(kept) + 2
    where = {(0, at): (head_row, head.column) for at, head in enumerate([*kept, *across[:2]])}
    for row in found.body.rows:
        said = [head for head in across if blanks or head.column in grid.filled[row]]
        for head in said or across[:1]:
            number = len(rows)
            own = [grid.value(row, one.column) for one in kept]
            word = head.path[-1] if said else None
            rows.append([*own, word, grid.rows[row][head.column]])
            places = [(row, one.column) for one in kept]
            places += [(head_row, head.column), (row, head.column)]
            where |= {(number, at): place for at, place in enumerate(places)}
    made = _grid(grid, rows, where)
    heads = [Head(at, (str(text),)) for at, text in enumerate(rows[0])]
    body = Body(rows=list(range(1, len(rows))))
    return Found(made, 0, width - 1, heads, [0], body, found.preamble, "form", paired=True)


def _grid(grid: Grid, rows: list[list[CellValue]], where: dict[Position, Position]) -> Grid:
    faulty = {at: grid.faulty[to] for at, to in where.items() if to in grid.faulty}
    return Grid(
        name=grid.name,
        rows=rows,
        width=len(rows[0]),
        filled=[
            [at for at, value in enumerate(row) if value is not None or (number, at) in faulty]
            for number, row in enumerate(rows)
        ],
        faulty=faulty,
        percent=frozenset(at for at, to in where.items() if to in grid.percent),
        places=lambda row, column: grid.origin(*where[row, column]),
    )
