"""A sheet as the search for tables sees it: blanks are blank, merges are known, rows are short.

A table that lies on its side is searched in a turned grid, a form in a grid of two rows that
is made of it: ``origin`` leads from a grid's cell back to the sheet's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.intake.locate.words import may_hold_total, names_a_total
from dashboard.intake.model import CellValue, Position, Sheet, address

BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_STRETCH = 2_000
_LONGEST_TOTAL = 20
_Kept = TypeVar("_Kept")


@dataclass(slots=True, eq=False)
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
    totals: frozenset[CellValue] | None = None
    """The texts that say that a row is a total; None where nobody has looked for them."""
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


def single(grid: Grid, rows: list[int], left: int, right: int) -> list[int]:
    """Those of the rows in which exactly one cell from left to right is filled."""
    filled = grid.filled
    if left == 0 and right == grid.width - 1:
        return [row for row in rows if len(filled[row]) == 1]
    return [row for row in rows if len(within(filled[row], left, right)) == 1]


def grid_of(sheet: Sheet) -> Grid:
    """The sheet without trailing blank rows and columns; strings of nothing but blanks are
    blank."""
    blanks, totals = _telling_texts(sheet.rows)
    rows = list(sheet.rows)
    if blanks:
        rows = [[None if value in blanks else value for value in row] for row in rows]
    filled = _filled(rows)
    faulty = dict(sheet.errors) | dict.fromkeys(sheet.uncomputed, "")
    for row_index, column in sorted(faulty):
        while len(filled) <= row_index:
            filled.append([])
            rows.append([])
        if column not in filled[row_index]:
            filled[row_index] = sorted([*filled[row_index], column])
    while filled and not filled[-1]:
        filled.pop()
    width = max((columns[-1] for columns in filled if columns), default=-1) + 1
    grid = Grid(
        name=sheet.name,
        rows=[row if len(row) == width else _fitted(row, width) for row in rows[: len(filled)]],
        width=width,
        filled=filled,
        faulty=faulty,
        percent=sheet.percent_cells,
        long_numbers=sheet.long_numbers,
        totals=totals,
    )
    _merge(grid, sheet.merges)
    return grid


def totals_among(rows: list[list[CellValue]]) -> frozenset[CellValue]:
    """Those of the rows' texts that say that a row is a total; mostly there is none."""
    return _telling_texts(rows)[1]


def _telling_texts(
    rows: list[list[CellValue]],
) -> tuple[frozenset[CellValue], frozenset[CellValue]]:
    """The texts that are blank, and those that name a total.

    Each text is looked at once in a stretch of rows; not once in all, because a long sheet's
    texts are not to be held at the same time."""
    blanks: set[CellValue] = set()
    totals: set[CellValue] = set()
    for start in range(0, len(rows), _STRETCH):
        cells = set().union(*rows[start : start + _STRETCH])
        texts = [value for value in cells if type(value) is str]
        blanks.update(text for text in texts if text[:1] in BLANKS and not text.strip(BLANKS))
        short = [text for text in texts if len(text) < _LONGEST_TOTAL]
        if may_hold_total("\n".join(short)):
            totals.update(text for text in short if may_hold_total(text) and names_a_total(text))
    return frozenset(blanks), frozenset(totals)


def _filled(rows: list[list[CellValue]]) -> list[list[int]]:
    """The columns of each row that are not blank; rows without a blank share one list."""
    whole: list[int] = []
    filled = []
    for row in rows:
        if row and row[0] is None and row.count(None) == len(row):
            columns = []
        elif None in row:
            columns = [column for column, value in enumerate(row) if value is not None]
        else:
            if len(whole) != len(row):
                whole = list(range(len(row)))
            columns = whole
        filled.append(columns)
    return filled


def _fitted(row: list[CellValue], width: int) -> list[CellValue]:
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
