"""A table too wide for the page, its other columns in a second table below or beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.made import Cell, cell_of, heading_cell, made_of
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.dictionary import is_numbering
from dashboard.intake.recognise.spelling import key

_CONTINUED = "续"


def rejoined(parts: Sequence[Found], below: Found) -> Found | None:
    """Those tables, which are parts of one, and the one after them as a single table, if that
    has other columns of the same rows: under a heading that both have stand the same names in
    the same order.

    Numbers alone name nothing; they do where the lower says that it goes on (续表), or stands
    beside the first."""
    first = parts[0]
    if first.grid is not below.grid or len(first.body.rows) != len(below.body.rows):
        return None
    own = {_name(head): part.column_values(head.column) for part in parts for head in part.heads}
    shared = [head for head in below.heads if _name(head) in own]
    if not shared or len(shared) == len(below.heads) or len(shared) == len(own):
        return None
    again = {head.column: below.column_values(head.column) for head in shared}
    if any(again[head.column] != own[_name(head)] for head in shared):
        return None
    names = [head for head in shared if _are_names(again[head.column])]
    named = any(not is_numbering(head.path[-1]) for head in names)
    same_rows = _goes_on(below) or first.body.rows == below.body.rows
    return _joined([*parts, below]) if named or (names and same_rows) else None


def _name(head: Head) -> tuple[str, ...]:
    return tuple(key(text) for text in head.path)


def _are_names(values: list[CellValue]) -> bool:
    return bool(values) and None not in values and len(set(values)) == len(values)


def _goes_on(below: Found) -> bool:
    grid = below.grid
    texts = [grid.rows[row][column] for row in below.preamble for column in grid.filled[row]]
    return any(isinstance(text, str) and _CONTINUED in text for text in texts)


def _joined(parts: list[Found]) -> Found:
    """One table with all columns of the parts, those that come again left out."""
    first = parts[0]
    columns: dict[tuple[str, ...], tuple[Found, Head]] = {}
    again = []
    for part in parts:
        for head in part.heads:
            if columns.setdefault(_name(head), (part, head))[0] is not part:
                again += [(row, head.column) for row in part.body.rows]
    rows: list[list[Cell]] = [
        [heading_cell(part, head.path[-1], head.column) for part, head in columns.values()]
    ]
    body = Body()
    places = {row: at for at, row in enumerate(first.body.rows)}
    for row in sorted([*first.body.rows, *first.body.sections]):
        if row in first.body.sections:
            body.sections[len(rows)] = text = first.body.sections[row]
            rows.append([(text, (row, first.grid.filled[row][0]))])
            continue
        body.rows.append(len(rows))
        rows.append(
            [
                cell_of(part.grid, part.body.rows[places[row]], head.column)
                for part, head in columns.values()
            ]
        )
    heads = [Head(at, head.path, head.shared) for at, (_, head) in enumerate(columns.values())]
    made = made_of(parts, heads, rows, body)
    made.outer_titles += [row for part in parts[1:] for row in part.preamble]
    made.outer_labels += [
        place for place in again if first.grid.rows[place[0]][place[1]] is not None
    ]
    return made
