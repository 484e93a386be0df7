"""A sheet as the search for tables sees it: blanks are blank, merges are known, rows are short.

A table that lies on its side is searched in a turned grid, a form in a grid of two rows that
is made of it: ``origin`` leads from a grid's cell back to the sheet's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.intake.model import CellValue, Position, Sheet, address

BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class Grid:
    """Cells in rows and columns from 0; all rows are ``width`` long."""

    name: str
    rows: list[list[CellValue]]
    width: int
    filled: list[list[int]]
    """The columns of each row that hold something, an error cell included."""
    spans: dict[Position, Position] = field(default_factory=dict)
    """First cell of a merge -> its last cell."""
    covered: dict[Position, Position] = field(default_factory=dict)
    """Cell inside a merge -> the merge's first cell."""
    faulty: dict[Position, str] = field(default_factory=dict)
    """Error cells with their text, and formulas without a value with ''."""
    percent: frozenset[Position] = frozenset()
    long_numbers: dict[Position, str] = field(default_factory=dict)
    places: Callable[[int, int], Position] | None = None
    """Where a cell of this grid stands on the sheet, if not at the same place."""

    def origin(self, row: int, column: int) -> Position:
        """Row and column on the sheet."""
        return self.places(row, column) if self.places else (row, column)

    def address(self, row: int, column: int) -> str:
        """The cell's address on the sheet, that of its merge's first cell in a merge."""
        return address(*self.origin(*self.covered.get((row, column), (row, column))))

    def text(self, row: int, column: int) -> str:
        """The cell as text, that of its merge in a merge; '' where it is blank."""
        value = self.value(row, column)
        return value if isinstance(value, str) else "" if value is None else plain(value)

    def value(self, row: int, column: int) -> CellValue:
        """The cell's value, that of its merge in a merge."""
        value = self.rows[row][column]
        if value is None and self.covered:
            anchor = self.covered.get((row, column))
            if anchor is not None:
                return self.rows[anchor[0]][anchor[1]]
        return value


def plain(value: CellValue) -> str:
    """A value as a person would type it: 3.0 is 3."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def within(columns: list[int], left: int, right: int) -> list[int]:
    """Those of the (ascending) columns that lie from left to right."""
    if not columns or (columns[0] >= left and columns[-1] <= right):
        return columns
    return [column for column in columns if left <= column <= right]


def grid_of(sheet: Sheet) -> Grid:
    """The sheet without trailing blank rows and columns; strings of nothing but blanks are
    blank."""
    rows = [_cleaned(row) for row in sheet.rows]
    faulty = dict(sheet.errors) | dict.fromkeys(sheet.uncomputed, "")
    filled = [[] if row is None else _filled(row) for row in rows]
    for row_index, column in sorted(faulty):
        while len(filled) <= row_index:
            filled.append([])
            rows.append(None)
        if column not in filled[row_index]:
            filled[row_index] = sorted([*filled[row_index], column])
    height = max((i + 1 for i, columns in enumerate(filled) if columns), default=0)
    width = max((columns[-1] + 1 for columns in filled if columns), default=0)
    blank: list[CellValue] = [None] * width
    grid = Grid(
        name=sheet.name,
        rows=[blank if row is None else _fitted(row, width) for row in rows[:height]],
        width=width,
        filled=filled[:height],
        faulty=faulty,
        percent=sheet.percent_cells,
        long_numbers=sheet.long_numbers,
    )
    _merge(grid, sheet.merges)
    return grid


def _cleaned(row: list[CellValue]) -> list[CellValue] | None:
    if row.count(None) == len(row):
        return None
    return [None if type(v) is str and v[:1] in BLANKS and not v.strip(BLANKS) else v for v in row]


def _filled(row: list[CellValue]) -> list[int]:
    if row.count(None) == 0:
        return list(range(len(row)))
    return [i for i, value in enumerate(row) if value is not None]


def _fitted(row: list[CellValue], width: int) -> list[CellValue]:
    if len(row) == width:
        return row
    return row[:width] + [None] * (width - len(row))


def _merge(grid: Grid, merges: Iterable[tuple[int, int, int, int]]) -> None:
    height, width = len(grid.rows), grid.width
    for top, left, last_row, last_column in merges:
        if top >= height or left >= width:
            continue
        bottom, right = min(last_row, height - 1), min(last_column, width - 1)
        if (top, left) == (bottom, right):
            continue
        grid.spans[top, left] = (bottom, right)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                grid.covered[row, column] = (top, left)
        del grid.covered[top, left]


def turned(grid: Grid, top: int, bottom: int, left: int, right: int) -> Grid:
    """That part of the grid (inclusive) with rows and columns exchanged."""

    def inside(place: Position) -> bool:
        return top <= place[0] <= bottom and left <= place[1] <= right

    def turn(place: Position) -> Position:
        return (place[1] - left, place[0] - top)

    def turned_keys(cells: dict[Position, _Kept]) -> dict[Position, _Kept]:
        return {turn(place): value for place, value in cells.items() if inside(place)}

    rows = [[grid.rows[r][c] for r in range(top, bottom + 1)] for c in range(left, right + 1)]
    faulty = turned_keys(grid.faulty)
    filled = [
        [r for r, v in enumerate(row) if v is not None or (c, r) in faulty]
        for c, row in enumerate(rows)
    ]
    return Grid(
        name=grid.name,
        rows=rows,
        width=bottom - top + 1,
        filled=filled,
        spans={turn(a): turn(b) for a, b in grid.spans.items() if inside(a) and inside(b)},
        covered={turn(a): turn(b) for a, b in grid.covered.items() if inside(a) and inside(b)},
        faulty=faulty,
        percent=frozenset(turn(place) for place in grid.percent if inside(place)),
        long_numbers=turned_keys(grid.long_numbers),
        places=lambda row, column: grid.origin(column + top, row + left),
    )
