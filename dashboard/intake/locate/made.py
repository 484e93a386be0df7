"""Tables made of the cells of others, each of which remembers where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.heads import Head
from dashboard.intake.model import CellValue, Position

Cell = tuple[CellValue, Position]
"""A value and where it stands."""


def cell_of(grid: Grid, row: int, column: int) -> Cell:
    """A cell with its value, or the merge that it is in."""
    place = grid.covered.get((row, column), (row, column))
    return grid.rows[place[0]][place[1]], place


def heading_cell(found: Found, text: str, column: int) -> Cell:
    """Where that heading of the column stands, if need be over columns further left; without
    a value where nothing stands there."""
    grid = found.grid
    for at in range(column, found.left - 1, -1):
        for row in reversed(found.header_rows):
            place = grid.covered.get((row, at), (row, at))
            if grid.text(*place) == text:
                return text, place
    return None, (found.header_rows[-1], column)


def made_of(
    parts: Sequence[Found],
    heads: list[Head],
    cells: list[list[Cell]],
    body: Body,
    summed: Collection[int] = (),
) -> Found:
    """The table of those cells, the first row its headings, instead of the tables from which
    they come. ``summed``: columns of those tables that sum up others."""
    grid = _grid(parts[0].grid, cells)
    made = Found(grid, 0, grid.width - 1, heads, [0], body, parts[0].preamble, "folded")
    for part in parts:
        _keep_the_rest(part, made, summed)
    return made


def _keep_the_rest(part: Found, made: Found, summed: Collection[int]) -> None:
    """Hand on what stands in and around a table besides its rows."""
    grid, body = part.grid, part.body

    def places(*groups: Collection[int]) -> list[Position]:
        return [
            grid.origin(row, column)
            for rows in groups
            for row in rows
            for column in grid.filled[row]
            if part.left <= column <= part.right
        ]

    notes = body.notes if part.shape == "rows" else part.outer_notes
    made.outer_notes += [row for row in notes if row not in made.outer_notes]
    made.outer_titles += [*part.outer_titles, *body.titles]
    made.outer_labels += places(part.header_rows, body.repeats, body.numbering)
    made.outer_totals += places(body.totals)
    made.outer_totals += [
        grid.origin(row, column)
        for row in body.rows
        for column in grid.filled[row]
        if column in summed
    ]


def _grid(grid: Grid, cells: list[list[Cell]]) -> Grid:
    """Those cells of a grid as one; its rows are as long as the first."""
    width = len(cells[0])
    rows = [[value for value, _ in row] + [None] * (width - len(row)) for row in cells]
    where = {(r, c): place for r, row in enumerate(cells) for c, (_, place) in enumerate(row)}
    faulty = {at: grid.faulty[to] for at, to in where.items() if to in grid.faulty}
    return Grid(
        name=grid.name,
        rows=rows,
        width=width,
        filled=[
            [at for at, value in enumerate(row) if value is not None or (number, at) in faulty]
            for number, row in enumerate(rows)
        ],
        faulty=faulty,
        percent=frozenset(at for at, to in where.items() if to in grid.percent),
        long_numbers={
            at: grid.long_numbers[to] for at, to in where.items() if to in grid.long_numbers
        },
        places=lambda row, column: grid.origin(*where[row, column]),
    )
