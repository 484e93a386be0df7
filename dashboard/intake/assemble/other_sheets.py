"""What the lines around a file's tables say, each line looked at once for all of its sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from dashboard.intake.assemble.lines import below, date_lines_in, outer_grid, unit_line_in
from dashboard.intake.assemble.when import line_date
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.labels import Line
from dashboard.intake.model import Context

Tables = tuple[tuple[Grid, Found], ...]
_Sheets = set[int]
"""Sheets by the identity of their grids."""
_Said = TypeVar("_Said")


class OtherSheets:
    """The known tables of a file, and what stands around them on the sheets beside one's own.

    A workbook may have thousands of sheets, each of which asks what all the others say."""

    def __init__(self, tables: Tables = ()) -> None:
        self.tables = tables
        self._days: dict[int | None, dict[dt.date, _Sheets]] = {}

    def of_sheet(self, grid: Grid) -> Sequence[Found]:
        """The tables of that sheet."""
        return self._by_sheet.get(id(grid), ())

    def name_a_date(self, grid: Grid) -> bool:
        """Whether a line of another sheet is labelled as a date."""
        return bool(self._dated) and (len(self._dated) > 1 or id(grid) not in self._dated)

    def day(self, grid: Grid, year: int | None, context: Context) -> dt.date | None:
        """The one day that the lines of the other sheets name; a day without a year is of
        ``year``."""
        days = self._days.get(year)
        if days is None:
            days = self._days[year] = self._days_named(year, context)
        return _only(_beside(days, grid))

    def unit(self, grid: Grid) -> str:
        """The unit that the lines over the tables of the other sheets all name; '' if none."""
        return _only(_beside(self._units, grid)) or ""

    def begun(self, found: Found) -> Found | None:
        """The table on a sheet before that one without headings goes on from."""
        return self._begun.get(id(found))

    @cached_property
    def _begun(self) -> dict[int, Found]:
        starts: dict[int, Found] = {}
        start: Found | None = None
        for _, one in self.tables:
            if not one.continued:
                start = one
            elif start is not None:
                starts[id(one)] = start
        return starts

    @cached_property
    def _by_sheet(self) -> dict[int, list[Found]]:
        found: dict[int, list[Found]] = {}
        for grid, one in self.tables:
            found.setdefault(id(grid), []).append(one)
        return found

    @cached_property
    def _dated(self) -> dict[int, list[Line]]:
        """The lines of dates by their sheet; sheets without any are left out."""
        found: dict[int, list[Line]] = {}
        for grid, one in self.tables:
            for rows in (one.preamble, *below(one)):
                for line in date_lines_in(one, outer_grid(one, grid), rows):
                    found.setdefault(id(grid), []).append(line)
        return found

    @cached_property
    def _units(self) -> dict[str, _Sheets]:
        found: dict[str, _Sheets] = {}
        for grid, one in self.tables:
            line = unit_line_in(one, outer_grid(one, grid), one.preamble)
            if line:
                found.setdefault(line.text, set()).add(id(grid))
        return found

    def _days_named(self, year: int | None, context: Context) -> dict[dt.date, _Sheets]:
        found: dict[dt.date, _Sheets] = {}
        for sheet, lines in self._dated.items():
            for line in lines:
                day = line_date(line, year, context)
                if day is not None:
                    found.setdefault(day, set()).add(sheet)
        return found


def _beside(said: dict[_Said, _Sheets], grid: Grid) -> Iterator[_Said]:
    """What is said on other sheets than that one."""
    own = id(grid)
    return (one for one, sheets in said.items() if len(sheets) > 1 or own not in sheets)


def _only(said: Iterator[_Said]) -> _Said | None:
    """The one thing that is said; None where nothing is, or more than one."""
    first = next(said, None)
    return first if next(said, None) is None else None
