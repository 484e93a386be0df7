"""What came of a labelled workbook, held against what was to come, cell by cell."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dashboard.intake.model import FileReading, TakenTable
from dashboard.kinds import kind
from tests.intake.labelled.drawing import Case, Expected

_ABOUT = ("unit", "reported_on")


@dataclass
class Score:
    """Cells by what became of them, and a line for each that is not right."""

    cells: Counter[str] = field(default_factory=Counter)
    """``right``; ``named``: not right, with a problem at the cell; ``left``: not taken, its
    column left out; ``wrong``: another value, and no problem says so; ``lost``: no value, and
    no problem says so."""
    lines: list[str] = field(default_factory=list)

    def add(self, outcome: str, line: str) -> None:
        """Count a cell; all but the right ones are told."""
        self.cells[outcome] += 1
        if outcome != "right":
            self.lines.append(f"{outcome}: {line}")

    @property
    def share(self) -> float:
        """Cells right of all."""
        return self.cells["right"] / max(1, sum(self.cells.values()))


@dataclass
class _Row:
    """One row as it was taken, with where each of its cells stands."""

    table: TakenTable
    index: int

    def value(self, name: str) -> str:
        """The value as the labels write it; '' for nothing."""
        return _written(self.table.data[name][self.index]) if name in self.table.data else ""

    def cell(self, name: str) -> tuple[str, str] | None:
        """Sheet and address of the cell it came from."""
        own = self.table.row_cells[self.index] if self.table.row_cells else None
        if own is not None:
            return (self.table.sheet, own[name]) if name in own else None
        place = self.table.columns.get(name)
        if place is None:
            return None
        row = self.table.data["source_row"][self.index]
        return self.table.sheet, place if re.search(r"\d", place) else f"{place}{row}"


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    return re.sub(r"\s", "", str(value))


def score(case: Case, reading: FileReading) -> Score:
    """Every cell of the case, and every problem that was or was not to be named."""
    found = Score()
    for kind_name in {table.kind for table in reading.tables} | {e.kind for e in case.expected}:
        tables = [table for table in reading.tables if table.kind == kind_name]
        rows = [_Row(table, index) for table in tables for index in range(table.rows)]
        expected = [each for each in case.expected if each.kind == kind_name]
        _rows(case, kind_name, expected, rows, reading, found)
    _problems(case, reading, found)
    return found


def _rows(
    case: Case,
    kind_name: str,
    expected: list[Expected],
    rows: list[_Row],
    reading: FileReading,
    found: Score,
) -> None:
    named = {(one.sheet, one.cell) for one in reading.problems}
    own = {column.name for column in kind(kind_name).columns}
    names = sorted(own | set(_ABOUT))
    for block in expected:
        for labelled in block.rows:
            wanted = {
                name: re.sub(r"\s", "", text) for name, text in (block.about | labelled).items()
            }
            row = _likest(wanted, rows)
            label = f"{case.name} {kind_name} {next(iter(wanted.values()))}…"
            for name in names:
                if name in _ABOUT and name not in wanted and name not in own:
                    continue
                _cell(f"{label} {name}", wanted.get(name, ""), row, name, named, found)
    for row in rows:
        for name in own:
            if row.value(name):
                found.add("wrong", f"{case.name} {kind_name} extra row: {name}={row.value(name)}")


def _likest(wanted: dict[str, str], rows: list[_Row]) -> _Row | None:
    """The row with the most cells of these; it is taken out of ``rows``."""

    def likeness(row: _Row) -> int:
        return sum(row.value(name) == text != "" for name, text in wanted.items())

    best = max(rows, key=likeness, default=None)
    if best is None or likeness(best) <= sum(name in wanted for name in _ABOUT) / 2:
        return None
    rows.remove(best)
    return best


def _cell(
    label: str,
    wanted: str,
    row: _Row | None,
    name: str,
    named: set[tuple[str | None, str | None]],
    found: Score,
) -> None:
    value = row.value(name) if row else ""
    if not wanted and not value:
        return
    line = f"{label}: {wanted or '(blank)'} came as {value or '(blank)'}"
    place = row.cell(name) if row else None
    if wanted == value:
        found.add("right", line)
    elif place in named:
        found.add("named", line)
    elif value:
        found.add("wrong", line)
    else:
        found.add("lost" if place else "left", line)


def _problems(case: Case, reading: FileReading, found: Score) -> None:
    first = case.sheets[0].name
    labelled = []
    for text, code in case.problems:
        sheet, _, cell = text.rpartition("!")
        labelled.append((sheet or first, cell, code))
    for sheet, cell, code in labelled:
        there = [
            one.code
            for one in reading.problems
            if cell == "-" or (one.cell == cell and _same_sheet(case, one.sheet, sheet))
        ]
        fits = there and (code is None or set(code.split("|")) & set(there))
        found.add("right" if fits else "lost", f"{case.name} {cell} {code or ''}: named {there}")
    places = {cell for _, cell, _ in labelled}
    for one in reading.problems:
        if one.severity == "error" and one.cell not in places and "-" not in places:
            found.add("named", f"{case.name} needlessly: {one.code} {one.cell} {one.message}")


def _same_sheet(case: Case, sheet: str | None, wanted: str) -> bool:
    nameless = case.anywhere or case.suffix in ("csv", "tsv") or case.file.endswith(".html.xls")
    return sheet == wanted or (nameless and len(case.sheets) == 1)
