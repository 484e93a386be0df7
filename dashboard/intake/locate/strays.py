"""Cells far from a table into which something slipped."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid


def is_stray(grid: Grid, row: int, columns: list[int]) -> bool:
    """True for a number behind the row's other cells, apart from them, in a column that holds
    nothing else: it would keep a row of headings from being known."""
    before, last = columns[-2:]
    if last - before < 2 or isinstance(grid.rows[row][last], str | None):
        return False
    return all(cells[last] is None for number, cells in enumerate(grid.rows) if number != row)
