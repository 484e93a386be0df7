"""What is handed on of a table: the taken table itself, and what its headings were read as."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.layouts import MADE_OF
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.assemble.when import Reported
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.subheads import split_date
from dashboard.intake.model import TakenTable, column_letters
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.lexicon import likeness

_SHORT = 8
"""Letters of a heading of which one may be wrong; a longer one says another thing."""
_NEARLY = 0.78
"""How like a column's heading one is that lacks a letter of it."""
Cells = list[dict[str, str] | None]
"""A row each: column -> address, where that is not column x row."""


def report_headings(draft: Draft) -> None:
    """Name headings that were guessed, and those that may mean something and were left."""
    row = draft.found.header_rows[-1] if draft.found.header_rows else 0
    kind = with_helpers(draft.kind)
    for name in draft.matched.guessed:
        sure = draft.matched.confidence[name]
        if name not in (UNIT, REPORTED_ON):
            head = draft.matched.columns[name]
            draft.report(
                "heading_guessed",
                draft.header_cell(name),
                heading=head.written,
                label=kind.column(name).label,
                confidence=f"{sure:.0%}",
            )
    for head, name in [*draft.matched.repeated, *_written_again(draft)]:
        if name not in (UNIT, REPORTED_ON) and not _is_part_of_date(draft, head, name):
            draft.report(
                "heading_repeated",
                draft.found.grid.address(row, head.column),
                heading=head.written,
                label=kind.column(name).label,
                taken=draft.matched.columns[name].written,
            )
    for head, name, sure in [*draft.matched.doubtful, *_nearly_spelt(draft)]:
        if name != REPORTED_ON:
            draft.report(
                "heading_doubtful",
                draft.found.grid.address(row, head.column),
                heading=head.written,
                label=kind.column(name).label,
                confidence=f"{sure:.0%}",
            )


def _written_again(draft: Draft) -> list[tuple[Head, str]]:
    """Columns that are left, and headed to the letter as one that was taken."""
    matched = draft.matched
    written = {head.written: name for name, head in matched.columns.items()}
    named = {head.column for head, _ in matched.repeated}
    return [
        (head, written[head.written])
        for head in matched.unmatched
        if head.written in written and not head.shared and head.column not in named
    ]


def _nearly_spelt(draft: Draft) -> list[tuple[Head, str, float]]:
    """Headings left without a word that are but a letter or so from that of a column which the
    table lacks: 责领导, 否公开."""
    matched = draft.matched
    named = {head.column for head, _ in matched.repeated}
    named |= {head.column for head, _, _ in matched.doubtful}
    names = {column.name for column in draft.kind.columns} - matched.columns.keys()
    found = []
    for head in matched.unmatched:
        if head.column in named or head.shared or not names or len(head.written) > _SHORT:
            continue
        near = likeness(head.path).get(draft.kind.view, {})
        worth, name = max(((near[one], one) for one in names & near.keys()), default=(0.0, ""))
        if worth >= _NEARLY:
            found.append((head, name, worth))
    return found


def _is_part_of_date(draft: Draft, head: Head, name: str) -> bool:
    """True for 月 and 日 beside the 年 of a date that is spread over columns."""
    if not draft.found.header_rows:
        return False
    own = draft.matched.columns[name].column
    parts = split_date(draft.found.grid, draft.found.header_rows[-1], own)
    return own < head.column < own + len(parts)


def taken_table(draft: Draft, reported: Reported, cells: Cells | None) -> TakenTable:
    """The table as it is handed on: every stored column, and where each of them stands."""
    found, grid = draft.found, draft.found.grid
    origins = draft.rows
    if grid.places is not None:
        origins = [_first_place(draft, row) for row in draft.rows]
    units = set(draft.units)
    lines = (
        [row + 1 for row in origins]
        if draft.rows == draft.data_rows
        else [_first_place(draft, row) + 1 for row in draft.data_rows]
    )
    data = dict(draft.values)
    if draft.kind.view != "unit":
        data[UNIT] = draft.units
    data["unit_written"] = draft.written
    data["source_row"] = [row + 1 for row in origins]
    data[REPORTED_ON] = draft.reported
    columns = [head.column for head in found.heads] if found.shape == "folded" else [found.left]
    rows_of_headings = sorted(
        {grid.origin(row, column)[0] + 1 for row in found.header_rows for column in columns}
    )
    return TakenTable(
        sheet=grid.name,
        kind=draft.kind.view,
        unit=next(iter(units)) if len(units) == 1 and draft.kind.collection != "plan" else None,
        reported_on=reported.day,
        header_rows=[] if found.continued else rows_of_headings,
        first_row=min(lines, default=0),
        last_row=max(lines, default=0),
        columns=_columns(draft),
        unmatched={_letters(draft, head.column): head.written for head in _unmatched(draft)},
        data=data,
        row_cells=cells,
        confidence=dict(draft.matched.confidence),
        reported_by=reported.source,
        headings={
            _letters(draft, head.column): head.written for head in draft.matched.columns.values()
        },
    )


def _first_place(draft: Draft, row: int) -> int:
    """The row of the sheet in which a row of the table begins, headings among its cells not
    counted."""
    grid, found = draft.found.grid, draft.found
    if grid.places is None:
        return row
    columns = [head.column for head in draft.matched.columns.values()]
    rows = {grid.origin(row, column)[0] for column in columns}
    if found.shape == "folded":
        headings = {grid.origin(0, head.column)[0] for head in found.heads}
        rows = rows - headings or rows
    return min(rows)


def _columns(draft: Draft) -> dict[str, str]:
    """Stored column -> its letters; what is made of a helper column stands where that does."""
    made = MADE_OF.get(draft.kind.view, {})
    found: dict[str, str] = {}
    for name, head in draft.matched.columns.items():
        if name in draft.aside:
            continue
        for column in made.get(name, (name,)):
            if name not in made or column not in draft.matched.columns:
                found[column] = _letters(draft, head.column)
    return found


def _letters(draft: Draft, column: int) -> str:
    """The letters of a column; in a form or a table on its side the address of the heading."""
    grid = draft.found.grid
    if grid.places is None:
        return column_letters(column)
    return grid.address(draft.found.header_rows[-1], column)


def _unmatched(draft: Draft) -> list[Head]:
    """The headings that were not taken, and columns of cells without any heading."""
    unmatched = [*draft.matched.unmatched, *(draft.matched.columns[n] for n in sorted(draft.aside))]
    return unmatched + [Head(column, ("",)) for column in unheaded(draft)]


def unheaded(draft: Draft) -> list[int]:
    """The columns of cells without any heading."""
    found = draft.found
    headed = {head.column for head in found.heads}
    return [
        column
        for column in range(found.left, found.right + 1)
        if column not in headed
        and column not in found.elsewhere
        and any(found.grid.rows[row][column] is not None for row in draft.data_rows)
    ]
