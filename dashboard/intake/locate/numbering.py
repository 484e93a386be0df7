"""Rows that number the columns of a table."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.headers import Header
from dashboard.intake.locate.words import ordinal


def numbers_columns(grid: Grid, header: Header, row: int, columns: list[int]) -> bool:
    """True for 甲 | 乙 | 1 | 2 below the headings: the row only numbers the columns."""
    cells = grid.rows[row]
    numbers = [ordinal(cells[column]) for column in columns]
    if None in numbers or len(numbers) < 2 or len(numbers) < len(header.heads) - 2:
        return False
    stems = sum(isinstance(cells[c], str) and str(cells[c]).strip() in "甲乙丙丁" for c in columns)
    expected = [*range(1, stems + 1), *range(1, len(numbers) - stems + 1)]
    if numbers not in (expected, list(range(1, len(numbers) + 1))):
        return False
    return len(numbers) >= 5 or _more_below(grid, header, row, len(columns))


def _more_below(grid: Grid, header: Header, row: int, count: int) -> bool:
    left, right = header.left, header.right
    for below in grid.filled[row + 1 : row + 4]:
        if len(within(below, left, right)) * 2 >= count:
            return True
    return False
