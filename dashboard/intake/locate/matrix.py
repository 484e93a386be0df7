"""Tables of which rows tell of several things that stand across: lists, units, kinds of business.

Such a table is turned into one with a row for each pair of row and thing, in a grid that
remembers where each cell stands.
"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.intake.locate.across import DAY_LABEL, Across, find_across
from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.heads import Head, Path
from dashboard.intake.locate.inspection_sorts import by_sort
from dashboard.intake.locate.labels import is_day, names_month
from dashboard.intake.locate.made import Cell, cell_of, heading_cell, made_of
from dashboard.intake.locate.pivot import pivoted
from dashboard.intake.locate.unsaid import NOTHING


def folded(
    found: Found, is_unit: Callable[[str], bool], unit_in: Callable[[str], str | None]
) -> Found:
    """The table as rows of pairs, where lists, units, days or kinds of business stand across,
    and with its names of figures across, where they stand down; else as it is.

    ``unit_in``: the unit that a title names."""
    across = find_across(found, is_unit, unit_in)
    if across is None:
        return pivoted(found) or by_sort(found) or found
    made = _folded(found, across)
    return by_sort(made) or made


def _only_given(told: dict[str, list[Cell]]) -> dict[str, list[Cell]]:
    """What is told under those names under which something is; where nothing is told at all, a
    row without a name, which says what it says of all of them."""
    given = {
        name: cells
        for name, cells in told.items()
        if any(value not in NOTHING for value, _ in cells)
    }
    return given or {"": next(iter(told.values()))}


def _folded(found: Found, across: Across) -> Found:
    """The table with one row for each of its rows and each name that stands across."""
    taken = {head.column for head in (*across.heads(), *across.totals)}
    kept = [head for head in found.heads if head.column not in taken]
    kept += _headless(found)
    said: dict[Path, Head] = {}
    for own in across.columns.values():
        said = own | said
    names = {
        name: heading_cell(found, name, min(head.column for head in own.values()))[1]
        for name, own in across.columns.items()
    }
    paths = [*(head.path for head in kept), (across.label,), *said]
    rows: list[list[Cell]] = [
        [
            *(heading_cell(found, head.path[-1], head.column) for head in kept),
            (across.label, next(iter(names.values()))),
            *(heading_cell(found, path[-1], head.column) for path, head in said.items()),
        ]
    ]
    body = Body()
    for row in sorted([*found.body.rows, *found.body.sections]):
        if row in found.body.sections:
            body.sections[len(rows)] = text = found.body.sections[row]
            rows.append([(text, (row, found.grid.filled[row][0]))])
            continue
        own_cells = [cell_of(found.grid, row, head.column) for head in kept]
        told = {
            name: [_said_cell(found.grid, row, own.get(path), said[path]) for path in said]
            for name, own in across.columns.items()
        }
        if across.sparse:
            told = _only_given(told)
        for name, given in told.items():
            body.rows.append(len(rows))
            meant = across.meant.get(name, name) or None
            rows.append([*own_cells, (meant, names.get(name) or given[0][1]), *given])
    heads = [Head(at, path) for at, path in enumerate(paths) if path[-1]]
    return made_of([found], heads, rows, body, {head.column for head in across.totals})


def _headless(found: Found) -> list[Head]:
    """Columns of cells without a heading: in the corner over the days that are told of."""
    headed = {head.column for head in found.heads}
    heads = []
    for column in range(found.left, found.right + 1):
        cells = [value for value in found.column_values(column) if value is not None]
        if column not in headed and cells:
            dated = all(is_day(value) or names_month(value) for value in cells)
            heads.append(Head(column, (DAY_LABEL if dated else "",)))
    return heads


def _said_cell(grid: Grid, row: int, head: Head | None, alike: Head) -> Cell:
    """What stands in that column, that of a merge where it reaches down and not across;
    nothing where the name has no such column and others have one ``alike``."""
    place = (row, (head or alike).column)
    value, anchor = cell_of(grid, *place)
    return (None, place) if head is None or anchor[1] != place[1] else (value, anchor)
