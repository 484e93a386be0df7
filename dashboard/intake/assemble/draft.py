"""A table on its way from recognised to taken: what later steps add to and read from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from dashboard.intake.locate.found import Found
from dashboard.intake.model import CellValue, Position, Problem
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.settle import Matched
from dashboard.kinds import Kind
from dashboard.problems import problem

Raw = dict[str, list[CellValue]]
"""Column of the kind -> its cells in the rows taken, as they stand in the sheet."""


@dataclass(slots=True, eq=False)
class Draft:
    """Rows of a table as typed values, each still tied to its row and columns of the grid."""

    found: Found
    matched: Matched
    title: str
    rows: list[int] = field(default_factory=list)
    """The rows of the grid that are taken."""
    data_rows: list[int] = field(default_factory=list)
    """The same before persons are counted: the rows whose cells are taken."""
    joined: dict[Position, str] = field(default_factory=dict)
    """Cells of the grid whose text goes on in the rows below, with all of it."""
    spilled: list[int] = field(default_factory=list)
    """Those rows below."""
    dropped: list[int] = field(default_factory=list)
    """Rows of data that hold nothing of the kind: a bare number, a bare unit."""
    values: dict[str, list[Any]] = field(default_factory=dict)
    units: list[str | None] = field(default_factory=list)
    written: list[str | None] = field(default_factory=list)
    reported: list[dt.date] = field(default_factory=list)
    aside: set[str] = field(default_factory=set)
    """Helper columns that were recognised and of which nothing is stored."""
    filled: dict[str, set[int]] = field(default_factory=dict)
    """Column -> indices of rows whose cell was filled from above."""
    moved: dict[str, dict[int, int]] = field(default_factory=dict)
    """Column -> indices of rows in which another column of the grid speaks for it."""
    problems: list[Problem] = field(default_factory=list)
    failed: set[tuple[int, str]] = field(default_factory=set)
    """Row index and column of cells that were not understood."""
    failed_places: set[Position] = field(default_factory=set)
    """Those cells themselves, by row and column of the grid."""

    @property
    def kind(self) -> Kind:
        """The kind that was recognised."""
        return self.matched.kind

    def is_own(self, column: str) -> bool:
        """Whether the column says something of its own, not whose the row is and of which day."""
        return column not in (UNIT, REPORTED_ON) or self.kind.view == "unit"

    def is_count(self, column: str) -> bool:
        """Whether the kind has that column, and it holds whole numbers."""
        return any(one.name == column and one.type == "integer" for one in self.kind.columns)

    def line(self, index: int) -> int:
        """The row of the sheet, from 1, in which that row of the table stands."""
        return self.found.grid.origin(self.rows[index], self.found.left)[0] + 1

    def cell(self, index: int, column: str) -> str:
        """The address of a row's cell; of the row's first cell where the column is absent."""
        return self.found.grid.address(self.rows[index], self.place(index, column))

    def place(self, index: int, column: str) -> int:
        """The grid's column of a row's cell; of what is ticked where options are columns."""
        spoken = self.moved.get(column, {}).get(index)
        if spoken is not None:
            return spoken
        for one in self.matched.ticks:
            if one.column == column:
                places = [option.column for option, _ in one.options]
                cells = self.found.grid.rows[self.rows[index]]
                return next((place for place in places if cells[place] is not None), places[0])
        head = self.matched.columns.get(column)
        return head.column if head else self.found.left

    def places(self, column: str) -> list[Position]:
        """The places of a column that was taken, a row each."""
        own, moved = self.matched.columns[column].column, self.moved.get(column)
        if not moved:
            return [(row, own) for row in self.rows]
        return [(row, moved.get(index, own)) for index, row in enumerate(self.rows)]

    def held(self, row: int, column: int) -> CellValue:
        """What a cell of the grid holds, with what goes on in the rows below."""
        return self.joined.get((row, column), self.found.grid.rows[row][column])

    def report(self, code: str, cell: str | None, **details: object) -> None:
        """Add a problem of this sheet."""
        self.problems.append(problem(code, sheet=self.found.grid.name, cell=cell, **details))

    def fail(self, index: int, column: str) -> None:
        """Note that a row's cell was not understood."""
        self.failed.add((index, column))
        self.failed_places.add((self.rows[index], self.place(index, column)))

    def header_cell(self, column: str | None = None) -> str:
        """The address of a column's heading, else of the header's first cell."""
        head = self.matched.columns.get(column) if column else None
        row = self.found.header_rows[-1] if self.found.header_rows else 0
        at = head or (self.found.heads[0] if self.found.heads else None)
        return self.found.grid.address(row, at.column if at else 0)
