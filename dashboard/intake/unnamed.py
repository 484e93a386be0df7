"""Whatever a reading says: no personal identity number leaves intake, in whatever place.

Values of columns are masked where they are cleaned. But a number may also stand where a unit's
name should be, in a heading, a title or the name of a sheet, and each of those is told on.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.intake.clean.identity import mask_identity_numbers as masked
from dashboard.intake.model import FileReading, Problem, TakenTable

_NAMES = ("unit", "unit_written")
"""Columns of a table's data that are no column of its kind."""


def without_identity_numbers(reading: FileReading) -> FileReading:
    """The same reading, identity numbers masked in all its words."""
    if reading.reason is not None:
        reading.reason = masked(reading.reason)
    reading.problems = [_problem(one) for one in reading.problems]
    for table in reading.tables:
        _table(table)
    for count in reading.counts:
        count.sheet = masked(count.sheet)
    return reading


def _problem(one: Problem) -> Problem:
    message, sheet = masked(one.message), masked(one.sheet) if one.sheet else one.sheet
    if (message, sheet) == (one.message, one.sheet):
        return one
    details = {name: masked(value) for name, value in one.details.items()}
    return replace(one, message=message, sheet=sheet, details=details)


def _table(table: TakenTable) -> None:
    table.sheet = masked(table.sheet)
    table.unit = masked(table.unit) if table.unit else table.unit
    for headings in (table.unmatched, table.headings):
        headings.update({place: masked(text) for place, text in headings.items()})
    for name in _NAMES:
        names = table.data.get(name, [])
        shown = {one: masked(one) for one in set(names) if one}
        if any(one != text for one, text in shown.items()):
            table.data[name] = [shown.get(one, one) for one in names]
