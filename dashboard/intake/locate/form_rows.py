"""Rows that look like headings and are labels of a form or of a table on its side."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.labels import is_line_label
from dashboard.intake.recognise.common import GENERIC
from dashboard.intake.recognise.dictionary import declared
from dashboard.intake.recognise.spelling import key


def is_form_row(grid: Grid, row: int, columns: list[int], hits: list[bool]) -> bool:
    """True where headings go on below: a form, or a table on its side; or where they went
    on above, in its last rows."""
    if any(_labels_below(grid, row, column) for column in columns[:3]):
        return True
    if row > 1 and all(_is_label(grid.text(row - step, columns[0])) for step in (1, 2)):
        return True
    here = {column for column, hit in zip(columns, hits, strict=True) if hit}
    if len(here) < 2:
        return False
    return any(
        _labels_alike(grid, row + step, here)
        or (_texts_at(grid, row + step, here) and _labels_alike(grid, row + 2 * step, here))
        for step in (-1, 1)
    )


def _runs_on(here: set[int]) -> bool:
    """True for headings in three columns after one another: labels have values between them."""
    return any({column + 1, column + 2} <= here for column in here)


def _texts_at(grid: Grid, row: int, here: set[int]) -> bool:
    """True where the row beside has texts in the same columns: labels, if of no known kind."""
    return 0 <= row < len(grid.rows) and all(isinstance(grid.rows[row][c], str) for c in here)


def _labels_alike(grid: Grid, row: int, here: set[int]) -> bool:
    """True where a row nearby has labels in the same columns, and values between them."""
    if not 0 <= row < len(grid.rows):
        return False
    cells, columns = grid.rows[row], grid.filled[row]
    there = {c for c in columns if isinstance(cells[c], str) and _is_label(str(cells[c]))}
    if not there or not there <= here or len(there) == len(columns):
        return False
    return len(there) >= 2 or (len(columns) == 2 and not _runs_on(here))


def _is_label(text: str) -> bool:
    return declared(text) and not is_line_label(text) and key(text) not in GENERIC


def _labels_below(grid: Grid, row: int, column: int) -> bool:
    """True where most cells below are headings, no two of them the same."""
    below = [grid.rows[r][column] for r in range(row + 1, min(row + 9, len(grid.rows)))]
    texts = [value for value in below if value is not None]
    names = [key(value) for value in texts if isinstance(value, str) and declared(value)]
    own = [name for name in names if name not in GENERIC and name != key(grid.text(row, column))]
    return len(own) >= 2 and len(names) * 2 > len(texts) and len(set(names)) == len(names)
