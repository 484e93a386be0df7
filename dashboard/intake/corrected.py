"""What people settled about how sheets are read, and the tables as read by it.

A correction is made on the sheet of one unit and kind, and must never change what another
unit's sheets mean. So it is tried: what comes out counts only where it is about that unit and
kind, and what was there before was about no other unit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from dashboard.intake.assemble.surroundings import Surroundings
from dashboard.intake.assemble.take import take
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, plain
from dashboard.intake.locate.tables import locate
from dashboard.intake.model import Correction, TakenTable
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.which import Recognised
from dashboard.intake.several_kinds import parted
from dashboard.intake.sheet_tables import Tables, follow_on, kind_of, matched_as, shaped
from dashboard.kinds import kinds
from dashboard.text import tidy

_COMPARED_COLUMNS = 60
"""Columns of a row of headings that are remembered and compared."""


class OnSheet(Protocol):
    """A sheet on its way: its grid, and the tables found on it."""

    grid: Grid
    tables: Tables


class _Group(NamedTuple):
    """The corrections of one unit and kind that may apply to a sheet."""

    unit: str | None
    kind: str
    scoped: bool
    """Made on a sheet of no one unit: holds for sheets of that name, and none of one unit."""
    members: tuple[Correction, ...]

    @property
    def headings(self) -> dict[str, str | None]:
        """Heading's key -> the column that it was settled to be."""
        settled = [one for one in self.members if one.sort == "heading" and one.written]
        return {key(one.written or ""): one.column for one in settled}

    @property
    def rows(self) -> list[Correction]:
        """Those that say where headings end, the newest first."""
        return [one for one in reversed(self.members) if one.sort == "header_row"]

    def may_change(self, table: TakenTable | None) -> bool:
        """Whether the table as read without them is of no other unit."""
        if table is None or (self.unit is None and not self.scoped):
            return True
        return table.unit in (None, self.unit)

    def accepts(self, table: TakenTable) -> bool:
        """Whether the table as read by them is what they are about."""
        wanted = table.unit == self.unit or (self.unit is None and not self.scoped)
        return table.kind == self.kind and table.rows > 0 and wanted


def concerns(correction: Correction, file: str, units: Collection[str]) -> bool:
    """Whether a file of that name, its tables about ``units``, may be read otherwise by it.

    '' among the units: of a table nothing tells whose it is. No units: no table was found."""
    named = not correction.unit or not units or "" in units or correction.unit in units
    return named and _like(PurePosixPath(file).name, correction.file)


def header_words(cells: Iterable[str]) -> str:
    """A row of headings as a correction remembers it, to be known again: a line a cell."""
    return "\n".join(text for cell in list(cells)[:_COMPARED_COLUMNS] if (text := tidy(cell)))


def as_corrected(sheets: Sequence[OnSheet], around: Surroundings) -> None:
    """Read those tables of a file anew on which people settled something, in place."""
    corrections = around.context.corrections
    if not corrections:
        return
    units = _units(sheets, around) if _any_near(sheets, around.file, corrections) else None
    if units is None:
        return
    fitting = [one for one in corrections if concerns(one, around.file, units)]
    before: tuple[Found, Recognised] | None = None
    changed = False
    for one in sheets:
        if changed and before is not None:
            one.tables = follow_on(one.grid, one.tables, before)
        was = one.tables
        for group in _groups(fitting, one.grid.name):
            one.tables = _by_group(one.grid, one.tables, group, around)
        known = [pair for pair in one.tables if pair[1].matched is not None and not pair[0].again]
        changed = changed or one.tables is not was
        before = known[-1] if known else before


def _any_near(sheets: Sequence[OnSheet], file: str, corrections: Iterable[Correction]) -> bool:
    """Whether any correction names a heading or a row of the file: most files none."""
    near = [one for one in corrections if _like(PurePosixPath(file).name, one.file)]
    headings = {key(one.written or "") for one in near if one.sort == "heading"}
    rows = [one for one in near if one.sort == "header_row"]
    return any(
        any(_header_row(one.grid, row) is not None for row in rows)
        or any(headings & _keys(found) for found, _ in one.tables)
        for one in sheets
    )


def _groups(corrections: Iterable[Correction], sheet: str) -> list[_Group]:
    """The corrections that may apply to a sheet of that name, the oldest first."""
    made: dict[tuple[str | None, str, bool], list[Correction]] = {}
    for one in corrections:
        if _like(sheet, one.sheet):
            scoped = one.unit is None and one.file is not None
            made.setdefault((one.unit, one.kind, scoped), []).append(one)
    return [_Group(*about, tuple(members)) for about, members in made.items()]


def _by_group(grid: Grid, tables: Tables, group: _Group, around: Surroundings) -> Tables:
    """The tables, read anew where the corrections of one unit and kind apply."""
    if group.rows and all(group.may_change(_taken(pair, grid, around)) for pair in tables):
        for one in group.rows:
            read = _under(grid, one, group, around)
            taken = [_taken(pair, grid, around) for pair in read]
            if taken and all(table is not None and group.accepts(table) for table in taken):
                return parted(read, around.directory)
    made = [_by_headings(pair, grid, group, around) for pair in tables]
    return tables if all(a is b for a, b in zip(made, tables, strict=True)) else made


def _under(grid: Grid, correction: Correction, group: _Group, around: Surroundings) -> Tables:
    """The tables of the sheet if its headings end where that correction says."""
    row = _header_row(grid, correction)
    found = [] if row is None else shaped(locate(grid, row), around.directory)
    return [
        (table, matched_as(group.kind, table, around.directory, group.headings)) for table in found
    ]


def _by_headings(
    pair: tuple[Found, Recognised], grid: Grid, group: _Group, around: Surroundings
) -> tuple[Found, Recognised]:
    found, recognised = pair
    settled = group.headings
    if not settled.keys() & _keys(found) or found.continued:
        return pair
    was = recognised.matched
    if was is not None and was.kind.view != group.kind:
        return pair
    if not group.may_change(_taken(pair, grid, around)):
        return pair
    if was is None:
        made = kind_of(found, grid, around.file, around.directory, {group.kind: settled})
    else:
        made = matched_as(group.kind, found, around.directory, settled)
    table = _taken((found, made), grid, around)
    return (found, made) if table is not None and group.accepts(table) else pair


def _taken(pair: tuple[Found, Recognised], grid: Grid, around: Surroundings) -> TakenTable | None:
    """The table as it would be taken; None where its kind is not known."""
    found, matched = pair[0], pair[1].matched
    if matched is None or not matched.columns:
        return None
    return take(_apart(found), matched, grid, around)[1]


def _apart(found: Found) -> Found:
    """A copy that taking may add to: rows of a unit's name become sections."""
    return replace(found, body=replace(found.body, sections=dict(found.body.sections)))


def _units(sheets: Sequence[OnSheet], around: Surroundings) -> set[str]:
    """The units that the tables are about as read without corrections, '' for none."""
    units: set[str] = set()
    for one in sheets:
        for pair in one.tables:
            table = _taken(pair, one.grid, around)
            if table is not None and table.rows:
                plan = kinds()[table.kind].collection == "plan"
                units.update({""} if plan else {unit or "" for unit in table.data["unit"]})
    return units


def _header_row(grid: Grid, correction: Correction) -> int | None:
    """The row (from 0) in which headings end by that correction, if it is the row it was."""
    row = correction.header_row
    if row is None or not _like(grid.name, correction.sheet) or not 0 < row <= len(grid.rows):
        return None
    if correction.written is None:
        return row - 1
    here = header_words("" if value is None else plain(value) for value in grid.rows[row - 1])
    same = [key(text) for text in here.splitlines()]
    return row - 1 if same == [key(text) for text in correction.written.splitlines()] else None


def _keys(found: Found) -> set[str]:
    return {key(text) for head in found.heads for text in (head.written, *head.path[-1:])}


def _like(name: str, pattern: str | None) -> bool:
    return pattern is None or name == pattern or fnmatchcase(name, pattern)
