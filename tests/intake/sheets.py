"""Sheets as compact literal grids, for tests of intake.

One line a row, cells between bars. ``<`` and ``^`` are merged with the cell to the left or
above; ``d:2021-06-30`` is a real date, ``p:0.05`` a number shown as a percent, ``s:12`` the
text 12, ``#REF!`` an error cell, ``=?`` a formula without a value, ``\\n`` a line break in a
cell, ``.`` a single space. Digits are numbers, as a spreadsheet program stores them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.intake.model import CellValue, Context, FileReading, Sheet, TakenTable, UnitName
from dashboard.intake.understand import understand

UNITS = (
    UnitName("漯河市图书馆", "市图书馆", ("图书馆",)),
    UnitName("漯河市文化馆", "市文化馆", ("群众艺术馆",)),
    UnitName("漯河市博物馆", "市博物馆"),
    UnitName("漯河市文化市场综合行政执法支队", "执法支队", ("市执法支队",)),
    UnitName("政策法规科", "法规科"),
    UnitName("市场管理科"),
    UnitName("艺术科"),
    UnitName("办公室"),
)
CONTEXT = Context(
    units=UNITS,
    received_on=dt.date(2021, 7, 15),
    plan_year=2021,
    season=(dt.date(2021, 5, 28), dt.date(2021, 12, 31)),
)


@dataclass
class Book:
    """What the reader would hand over."""

    sheets: list[Sheet]
    format: str = "xlsx"


@dataclass
class _Cells:
    values: list[list[CellValue]] = field(default_factory=list)
    owner: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    percent: set[tuple[int, int]] = field(default_factory=set)


def grid(text: str, name: str = "Sheet1", **more: Any) -> Sheet:
    """The sheet that the drawing shows."""
    cells = _Cells()
    lines = [line.strip() for line in text.strip("\n").splitlines() if line.strip()]
    for row, line in enumerate(lines):
        parts = line.removeprefix("|").removesuffix("|").split("|")
        cells.values.append([_cell(cells, row, c, part.strip()) for c, part in enumerate(parts)])
    width = max(map(len, cells.values), default=0)
    rows = [row + [None] * (width - len(row)) for row in cells.values]
    return Sheet(
        name,
        rows,
        merges=_merges(cells),
        errors=cells.errors,
        uncomputed=frozenset(cells.uncomputed),
        percent_cells=frozenset(cells.percent),
        **more,
    )


def _cell(cells: _Cells, row: int, column: int, text: str) -> CellValue:
    place = (row, column)
    if text in ("<", "^"):
        above = (row, column - 1) if text == "<" else (row - 1, column)
        cells.owner[place] = cells.owner.get(above, above)
        return None
    if text.startswith("#") and text.endswith(("!", "A", "?")):
        cells.errors[place] = text
        return None
    if text == "=?":
        cells.uncomputed.add(place)
        return None
    if text.startswith("p:"):
        cells.percent.add(place)
        return float(text[2:])
    return _value(text)


def _value(text: str) -> CellValue:
    if not text:
        return None
    if text.startswith("d:"):
        return dt.date.fromisoformat(text[2:])
    if text.startswith("s:"):
        return text[2:]
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    return {".": " "}.get(text, text.replace("\\n", "\n"))


def _merges(cells: _Cells) -> list[tuple[int, int, int, int]]:
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for place, owner in cells.owner.items():
        end = last.get(owner, owner)
        last[owner] = (max(end[0], place[0]), max(end[1], place[1]))
    return [(*first, *end) for first, end in last.items()]


def read(*sheets: Sheet, file: str = "报表.xlsx", context: Context = CONTEXT) -> FileReading:
    """What intake makes of a file of those sheets; its cells are counted."""
    reading = understand(Book(list(sheets)), file, context)
    for count in reading.counts:
        parts = [
            getattr(count, n) for n in count.__dataclass_fields__ if n not in ("sheet", "total")
        ]
        assert sum(parts) == count.total, count
        assert min(parts) >= 0, count
    return reading


def only(reading: FileReading) -> TakenTable:
    """The one table of the reading."""
    assert len(reading.tables) == 1, [(t.sheet, t.kind) for t in reading.tables] or reading.reason
    return reading.tables[0]


def rows(table: TakenTable, *names: str) -> list[tuple[Any, ...]]:
    """The table's rows in those columns."""
    return list(zip(*(table.data[name] for name in names), strict=True))


def codes(reading: FileReading) -> list[tuple[str, str | None]]:
    """Every problem as code and cell."""
    return [(one.code, one.cell) for one in reading.problems]


def show(reading: FileReading) -> str:
    """The reading for a person who looks for what went wrong."""
    lines = [f"{reading.status} {reading.reason or ''}"]
    for table in reading.tables:
        lines.append(
            f"[{table.sheet}] {table.kind} {table.unit} {table.reported_on} {table.reported_by}"
            f" head={table.header_rows} rows={table.first_row}-{table.last_row}"
        )
        lines.append(f"  columns={table.columns} unmatched={table.unmatched}")
        lines.append(f"  confidence={table.confidence}")
        given = [k for k, v in table.data.items() if any(x is not None for x in v)]
        for values in zip(*(table.data[k] for k in given), strict=True):
            lines.append("   " + ", ".join(f"{k}={v}" for k, v in zip(given, values, strict=True)))
        if table.row_cells:
            lines.append(f"  cells={table.row_cells}")
    lines += [
        f"  {one.severity} {one.code} {one.sheet}!{one.cell} {one.message}"
        for one in reading.problems
    ]
    lines += [f"  {count}" for count in reading.counts]
    return "\n".join(lines)
