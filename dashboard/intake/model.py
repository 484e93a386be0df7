"""What the stages of intake hand to one another: cells, sheets, tables, readings.

Everything here crosses a process boundary (intake runs in a worker), so it is plain data:
picklable, without a reference to files, connections or modules of the rest of the program.
Rows and columns are counted from 0 inside the program and shown to people as the
spreadsheet program shows them (``address``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

CellValue = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
Position = tuple[int, int]
"""Row and column, from 0."""


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The cell's address as a spreadsheet program shows it: (6, 3) is D7."""
    return f"{column_letters(column)}{row + 1}"


@dataclass(slots=True, eq=False)
class Sheet:
    """One sheet as read: a rectangle of values from A1 on, and what the values do not tell.

    A blank cell is None, never ''. Only the first cell of a merged range holds its value.
    """

    name: str
    rows: list[list[CellValue]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column, inclusive."""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[Position, str] = field(default_factory=dict)
    """Cells that hold an error value, e.g. '#REF!'. Their value in ``rows`` is None."""
    uncomputed: frozenset[Position] = frozenset()
    """Formulas without a stored value. Their value in ``rows`` is None."""
    long_numbers: dict[Position, str] = field(default_factory=dict)
    """Digits as the file holds them, where a float would lose some."""
    percent_cells: frozenset[Position] = frozenset()
    """Numbers shown with a percent format: 0.95 is shown as 95%."""
    struck_cells: frozenset[Position] = frozenset()
    """Cells of which the whole is struck out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must look at, with its address. Build it with ``problems.problem``."""

    severity: Literal["error", "warning"]
    code: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    """What the message was filled with, so that it can be said in another language."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """One unit of the directory, under all the names that it goes by."""

    name: str
    short_name: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person settled about how sheets are read; applied by ``intake.corrected``.

    ``heading``: in sheets of this unit and kind, the heading ``written`` is ``column``
    (None: is to be left out). ``header_row``: in sheets of this name, the headings end in
    this row (1-based), and it is a table of this kind; ``written`` are the words of that row,
    a line a cell, by which it is known again. ``sheet`` and ``file`` may hold wildcards.

    Without ``unit``: of any unit; with ``file`` then only sheets that are not one unit's.
    """

    sort: Literal["heading", "header_row"]
    kind: str
    unit: str | None
    written: str | None = None
    column: str | None = None
    sheet: str | None = None
    file: str | None = None
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Some rows of one sheet, to be looked at."""

    sheet: str
    rows: tuple[int, ...]
    """1-based."""


@dataclass(frozen=True, slots=True)
class Context:
    """What intake may know of the world when it reads a file."""

    units: tuple[UnitName, ...] = ()
    received_on: dt.date = dt.date(1970, 1, 1)
    plan_year: int | None = None
    season: tuple[dt.date, dt.date] | None = None
    """First and last day of the plan, for warnings on dates far outside it."""
    corrections: tuple[Correction, ...] = ()
    window: Window | None = None
    """For a preview: the rows to show."""


@dataclass(slots=True, eq=False)
class TakenTable:
    """One table as it was understood, with its rows as columns of typed values."""

    sheet: str
    kind: str
    """The view's name, e.g. 'staffing'."""
    unit: str | None
    """The canonical name of the one unit it is about; None where rows name several."""
    reported_on: dt.date
    header_rows: list[int]
    """1-based."""
    first_row: int
    last_row: int
    columns: dict[str, str]
    """Column of the kind -> letters of the sheet's column (or full address in a form)."""
    unmatched: dict[str, str]
    """Letters -> heading as written, for columns that were not taken."""
    data: dict[str, list[Any]]
    """Every column of the kind, and ``unit``, ``unit_written``, ``source_row`` and
    ``reported_on``; lists of one length. Values: str, int, float, bool, date or None."""
    row_cells: list[dict[str, str] | None] | None = None
    """Where a row's cells do not stand in ``columns`` × ``source_row`` (transposed tables,
    forms, names counted by unit): column -> address, a row each."""
    confidence: dict[str, float] = field(default_factory=dict)
    """Column of the kind -> how sure the match of its heading is, 0 to 1."""
    reported_by: Literal["sheet", "title", "sheet_name", "file_name", "workbook", "arrival"] = (
        "sheet"
    )
    """Where the reporting date was found."""
    headings: dict[str, str] = field(default_factory=dict)
    """Letters (or full address) -> heading as written, for the columns that were taken."""

    @property
    def rows(self) -> int:
        """How many rows were taken."""
        return len(self.data["source_row"])


@dataclass(slots=True, eq=False)
class CellCount:
    """Every non-blank cell of a sheet is counted under exactly one of these."""

    sheet: str
    total: int = 0
    taken: int = 0
    heading: int = 0
    title: int = 0
    note: int = 0
    subtotal: int = 0
    numbering: int = 0
    unmatched: int = 0
    problem: int = 0
    outside: int = 0
    """Cells of sheets or regions in which no table was recognised."""


@dataclass(slots=True, eq=False)
class FileReading:
    """What intake makes of one file."""

    status: Literal["ok", "problems", "refused"]
    reason: str | None = None
    """Why it was refused, in Chinese; None otherwise."""
    format: str | None = None
    tables: list[TakenTable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: list[CellCount] = field(default_factory=list)
    shown: dict[int, list[str]] = field(default_factory=dict)
    """For a preview: the cells of a row as text, by the row's 1-based number."""
