"""A workbook before it has a format: sheets of styled cells. Rows and columns count from 0."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Raw = str | float | int | bool | dt.date | None
Row = dict[str, Any]
"""A row as it is meant: columns of the kind and ``unit``, typed."""


@dataclass(slots=True)
class Cell:
    """What a person typed, and how it looks."""

    value: Raw
    style: str = "body"
    """title, line, group, head, number, section, body, total, note"""
    number_format: str | None = None


@dataclass(slots=True)
class Page:
    """One sheet."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)

    def put(
        self, row: int, column: int, value: Raw, style: str = "body", form: str | None = None
    ) -> None:
        """Write a cell; a blank one is written too, for its frame."""
        self.cells[row, column] = Cell(value, style, form)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge a range, inclusive; a single cell is left as it is."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    @property
    def height(self) -> int:
        """How many rows are used."""
        return max((row for row, _ in self.cells), default=-1) + 1

    @property
    def span(self) -> int:
        """How many columns are used."""
        return max((column for _, column in self.cells), default=-1) + 1


@dataclass(slots=True)
class Book:
    """One workbook and the day on which it was saved."""

    pages: list[Page]
    saved_on: dt.date
    author: str = ""


@dataclass(slots=True)
class Meant:
    """What one table says, cell by cell: the truth that reading is compared with."""

    sheet: str
    kind: str
    reported_on: dt.date | None
    """None where the file names no date at all."""
    rows: list[Row]
    source_rows: list[int | None]
    """1-based row of the sheet, a row each; None where a row stands in no row of its own."""
    faults: set[str] = field(default_factory=set)
    """Addresses whose content can't be understood: to be named, never taken."""


def letters(column: int) -> str:
    """The letters of a column counted from 0."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The address as a spreadsheet program shows it: (6, 3) is D7."""
    return f"{letters(column)}{row + 1}"
