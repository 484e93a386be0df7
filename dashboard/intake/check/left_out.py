"""Cells between the headings and the foot of a table that were not taken, and why."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.nil import says_nil
from dashboard.intake.assemble.taken import unheaded
from dashboard.intake.check.sheets import ranges
from dashboard.intake.locate.grid import within
from dashboard.intake.model import column_letters
from dashboard.intake.recognise.common import UNIT


def check_left_out(draft: Draft) -> None:
    """Report columns without a heading, rows without what is asked, rows under a note."""
    if draft.found.grid.places is None and not draft.found.continued:
        _report_unheaded(draft)
        _report_dropped(draft)
        _report_short_rows(draft)


def _report_unheaded(draft: Draft) -> None:
    """Name columns of cells without any heading: nothing says what they are."""
    row = draft.found.header_rows[-1] if draft.found.header_rows else 0
    for column in unheaded(draft):
        grid = draft.found.grid
        filled = [r for r in draft.data_rows if grid.rows[r][column] is not None]
        draft.report(
            "heading_missing",
            grid.address(row, column),
            column=column_letters(column),
            count=len(filled),
            rows=ranges(grid.origin(r, column)[0] + 1 for r in filled),
        )


def _report_dropped(draft: Draft) -> None:
    """Name rows that were left out and hold more than a number, a unit or 无: something is told
    there, if not what is asked."""
    found, matched = draft.found, draft.matched
    asked = {head.column for name, head in matched.columns.items() if name != UNIT}
    counted = {head.column for head in matched.numbering}
    named = {head.column for name, head in matched.columns.items() if name == UNIT}
    rows = []
    for row in draft.dropped:
        cells = found.grid.rows[row]
        said = {
            column
            for column in within(found.grid.filled[row], found.left, found.right)
            if not says_nil(cells[column])
        }
        said -= found.elsewhere
        if said - counted - named and not said & asked:  # else it is part of a sum taken
            rows.append(row)
    if rows:
        first = within(found.grid.filled[rows[0]], found.left, found.right)[0]
        numbers = ranges(found.grid.origin(row, found.left)[0] + 1 for row in rows)
        draft.report("row_without_content", found.grid.address(rows[0], first), rows=numbers)


def _report_short_rows(draft: Draft) -> None:
    """Name rows under a note that were taken for more of it and may be data."""
    for row in draft.found.body.unsure:
        cell = draft.found.grid.address(row, draft.found.grid.filled[row][0])
        draft.report("row_under_note", cell, row=row + 1)
