"""Rows of which one cell alone is filled: a text that goes on, a remark, or a record begun."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.check.sheets import ranges
from dashboard.intake.locate.grid import single, within
from dashboard.intake.locate.words import begins_a_foot
from dashboard.intake.recognise.common import UNIT

_TABS = 2
"""Tabs in a text that was a row when it was copied."""
_FEWEST_COLUMNS = 4
"""Headings of a table in which one cell is little of a record."""


def check_crowded_cells(draft: Draft) -> None:
    """Report rows that were pasted into one cell: nothing of them is in its column."""
    found = draft.found
    if found.grid.places is not None:
        return
    for row in sorted({*found.body.lone, *found.body.sections, *found.body.notes}):
        for column in within(found.grid.filled[row], found.left, found.right)[:1]:
            value = found.grid.rows[row][column]
            if (
                isinstance(value, str)
                and value.strip().count("\t") >= _TABS
                and not begins_a_foot(value)
            ):
                draft.report("row_in_one_cell", found.grid.address(row, column), row=row + 1)


def check_single_cells(draft: Draft) -> None:
    """Name rows taken for one cell alone, where the others are fuller: it may belong to the
    row above, or to none."""
    found = draft.found
    if len(found.heads) < _FEWEST_COLUMNS or found.grid.places is not None:
        return
    filled, left, right = found.grid.filled, found.left, found.right
    alone = single(found.grid, draft.rows, left, right)
    if not alone or len(alone) * 2 > len(draft.rows):
        return
    named = {one.cell for one in draft.problems}
    indices = {row: index for index, row in enumerate(draft.rows)}
    rows = [row for row in alone if _stands_for_itself(draft, row, indices[row], named)]
    if rows:
        cell = found.grid.address(rows[0], within(filled[rows[0]], left, right)[0])
        numbers = ranges(found.grid.origin(row, left)[0] + 1 for row in rows)
        draft.report("row_of_one_cell", cell, rows=numbers)


def _stands_for_itself(draft: Draft, row: int, index: int, named: set[str | None]) -> bool:
    """False for a row that a merge or a blank to be filled ties to the one above, for one that
    names what others are asked of, and where a problem is named already."""
    grid, span = draft.found.grid, range(draft.found.left, draft.found.right + 1)
    if any((row, column) in grid.covered for column in span):
        return False
    if any(index in rows for name, rows in draft.filled.items() if name != UNIT):
        return False
    if any(
        draft.values[one.name][index] is not None
        for one in draft.kind.columns
        if one.required and one.type == "choice"
    ):
        return False
    return named.isdisjoint(grid.address(row, column) for column in span)
