"""The lines over and under a table: which rows and cells they are looked for in."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.intake.locate.foot import day_signed
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.labels import Line, date_lines, unit_line


def outer_grid(found: Found, grid: Grid) -> Grid:
    """The grid in which the rows over a table are counted: the sheet's own for forms."""
    return found.grid if found.shape == "rows" else grid


def cells_over(found: Found, outer: Grid, row: int) -> list[int]:
    """The cells of a row over the table: its own, or, of a title over several, all."""
    columns = outer.filled[row]
    if found.shape != "rows":
        return columns
    own = within(columns, found.left, found.right)
    return own if own and len(columns) > 1 else columns


def below(found: Found) -> list[list[int]]:
    """The rows under a table."""
    return [found.body.notes] if found.shape == "rows" else [found.outer_notes]


def unit_line_in(found: Found, outer: Grid, rows: Sequence[int]) -> Line | None:
    """The first line in those rows that names a unit."""
    for row in rows:
        columns = cells_over(found, outer, row)
        if columns:
            line = unit_line(outer, [row], columns[0], outer.width - 1)
            if line:
                return line
    return None


def date_lines_in(found: Found, outer: Grid, rows: Sequence[int]) -> list[Line]:
    """The lines in those rows that are labelled as dates."""
    lines: list[Line] = []
    for row in rows:
        columns = cells_over(found, outer, row)
        if columns:
            lines += date_lines(outer, [row], columns[0], outer.width - 1)
    return lines


def days_signed(outer: Grid, rows: Sequence[int]) -> list[Line]:
    """The days that stand behind who signed, in one cell with them."""
    return [
        Line(day, (row, column))
        for row in rows
        for column in outer.filled[row]
        if isinstance(value := outer.rows[row][column], str) and (day := day_signed(value))
    ]
