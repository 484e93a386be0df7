"""A table of one column right above another: a heading, and under it one text a row.

Each of its rows looks like one more line of the other's title.
"""

from __future__ import annotations

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.headers import Header
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.labels import has_label, is_date
from dashboard.intake.locate.words import is_section, signs_off
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.dictionary import declared, is_choice
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

OVER_TITLES = lazy_pattern(
    r"附[件表录]|表\d|表[一二三四五六七八九十]|[表册录单账]\)?$|情况|统计|汇总|登记|公示|20\d\d|截[至止]|续|^\("
)
"""What a line over a title is worded like, or another line of it."""
LONGEST_TITLE = 60
_FEW = 3
"""Fewer names of offices under a heading are whose table it is."""


def list_over(grid: Grid, header: Header, floor: int) -> Found | None:
    """The table of one column between ``floor`` and that header; it is of no kind."""
    row = header.top - 1
    while row >= floor and not within(grid.filled[row], header.left, header.right):
        row -= 1
    gap = row < header.top - 1
    rows: list[int] = []
    while row >= floor:
        column = _single(grid, row, header)
        if column is None or (rows and column != _single(grid, rows[-1], header)):
            return None
        value = grid.rows[row][column]
        if len(rows) >= (1 if gap else 2) and isinstance(value, str) and declared(value):
            return _listed(grid, row, column, rows[::-1])
        if _is_line(value):
            return None
        rows.append(row)
        row -= 1
    return None


def _single(grid: Grid, row: int, header: Header) -> int | None:
    """The column of the row's only cell; None for several, and for one merged over others."""
    columns = within(grid.filled[row], header.left, header.right)
    if len(columns) != 1:
        return None
    end = grid.spans.get((row, columns[0]))
    return columns[0] if end is None or end[1] == columns[0] else None


def _listed(grid: Grid, row: int, column: int, rows: list[int]) -> Found | None:
    texts = [grid.text(one, column) for one in rows]
    if len(rows) < _FEW and any(map(signs_off, texts)):
        return None
    heads = [Head(column, (grid.text(row, column),))]
    return Found(grid, column, column, heads, [row], Body(rows=rows), sure=False)


def _is_line(value: CellValue) -> bool:
    """True for another line of a title, a unit or a day that is named as such."""
    if not isinstance(value, str) or is_choice(value):
        return is_date(value)
    text = normal(value[:LONGEST_TITLE])
    return (
        OVER_TITLES.search(text) is not None
        or is_section(value)
        or has_label(value)
        or is_date(value)
    )
