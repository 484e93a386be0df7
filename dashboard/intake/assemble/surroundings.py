"""What stands around a table: title, lines over and under it, cover sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.intake.assemble.units import Directory
from dashboard.intake.assemble.when import Said
from dashboard.intake.assemble.whose import Named
from dashboard.intake.clean import together
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.labels import (
    Line,
    bare_dates,
    date_lines,
    is_date,
    is_month,
    lone_texts,
    unit_line,
)
from dashboard.intake.model import Context
from dashboard.text import tidy

_COVER_ROWS = 60


@dataclass(frozen=True, slots=True)
class Cover:
    """Unit and date as a sheet without a table says them: 封面, 填表说明."""

    unit: Line | None = None
    dates: tuple[Line, ...] = ()
    alone: tuple[Line, ...] = ()
    """Dates without a label, each alone in its row."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tables of a file share."""

    file: str
    context: Context
    directory: Directory
    cover: Cover
    tables: tuple[tuple[Grid, Found], ...] = ()
    """Every known table of the file with its sheet."""


def outer_grid(found: Found, grid: Grid) -> Grid:
    """The grid in which the rows over a table are counted: the sheet's own for forms."""
    return found.grid if found.shape == "rows" else grid


def title_of(found: Found, grid: Grid) -> str:
    """The texts over a table that are no lines of unit or date, as one text."""
    outer = outer_grid(found, grid)
    texts = []
    for row in found.preamble:
        for column in _columns(found, outer, row):
            value = outer.rows[row][column]
            if isinstance(value, str):
                texts.append(tidy(together(value)))
    return " ".join(texts)


def _columns(found: Found, outer: Grid, row: int) -> list[int]:
    """The cells of a row over the table: its own, or, of a title over several, all."""
    columns = outer.filled[row]
    if found.shape != "rows":
        return columns
    own = within(columns, found.left, found.right)
    return own if own and len(columns) > 1 else columns


def named(found: Found, grid: Grid, first: Found | None, around: Surroundings) -> Named:
    """Everything that may name the unit of a table."""
    outer = outer_grid(found, grid)
    line = None
    for rows in (found.preamble, *_below(found)):
        line = line or _unit_line(found, outer, rows)
    foot = tuple(line for rows in _below(found) for line in lone_texts(outer, rows))
    title = title_of(found, grid)
    own = Named(
        line,
        title,
        grid.name,
        around.file,
        foot=foot,
        cover=around.cover.unit,
        elsewhere="" if line else _unit_elsewhere(grid, around),
    )
    if first is None or first is found:
        return own
    first_line = _unit_line(first, outer_grid(first, grid), first.preamble)
    return own._replace(first=first_line, first_title=title_of(first, grid))


def said(found: Found, grid: Grid, first: Found | None, around: Surroundings) -> Said:
    """Everything that may name the reporting date of a table."""
    outer = outer_grid(found, grid)
    lines: list[Line] = []
    for rows in (found.preamble, *_below(found)):
        lines += _date_lines(found, outer, rows)
    if found.shape == "rows":  # of days over tables side by side its own
        lines += bare_dates(outer, found.preamble, found.left, found.right)
    lines += bare_dates(outer, found.preamble, 0, outer.width - 1)
    title = title_of(found, grid)
    if first is not None and first is not found:
        lines += _date_lines(first, outer_grid(first, grid), first.preamble)
        title = f"{title_of(first, grid)} {title}"
    for rows in _below(found):
        lines += bare_dates(outer, rows, 0, outer.width - 1)
    for mate in _mates(found, grid, around):
        for rows in _below(mate):
            lines += _date_lines(mate, outer_grid(mate, grid), rows)
    lines += around.cover.dates
    elsewhere = () if lines else _dates_elsewhere(grid, around) or around.cover.alone
    return Said(tuple(lines), title, grid.name, around.file, elsewhere)


def _mates(found: Found, grid: Grid, around: Surroundings) -> list[Found]:
    """The other tables of the sheet: what stands at its foot is said of them all."""
    return [one for sheet, one in around.tables if sheet is grid and one is not found]


def _dates_elsewhere(grid: Grid, around: Surroundings) -> tuple[Line, ...]:
    return tuple(
        line
        for sheet, one in around.tables
        if sheet is not grid
        for rows in (one.preamble, *_below(one))
        for line in _date_lines(one, outer_grid(one, sheet), rows)
    )


def _unit_elsewhere(grid: Grid, around: Surroundings) -> str:
    lines = [
        _unit_line(one, outer_grid(one, sheet), one.preamble)
        for sheet, one in around.tables
        if sheet is not grid
    ]
    said = {line.text for line in lines if line}
    return said.pop() if len(said) == 1 else ""


def _below(found: Found) -> list[list[int]]:
    return [found.body.notes] if found.shape == "rows" else [found.outer_notes]


def _unit_line(found: Found, outer: Grid, rows: Sequence[int]) -> Line | None:
    for row in rows:
        columns = _columns(found, outer, row)
        if columns:
            line = unit_line(outer, [row], columns[0], outer.width - 1)
            if line:
                return line
    return None


def _date_lines(found: Found, outer: Grid, rows: Sequence[int]) -> list[Line]:
    lines: list[Line] = []
    for row in rows:
        columns = _columns(found, outer, row)
        if columns:
            lines += date_lines(outer, [row], columns[0], outer.width - 1)
    return lines


def cover_of(grids: Sequence[Grid]) -> Cover:
    """Unit and date as sheets without a table say them."""
    unit: Line | None = None
    dates: list[Line] = []
    alone: list[Line] = []
    for grid in grids:
        rows = list(range(min(_COVER_ROWS, len(grid.rows))))
        unit = unit or unit_line(grid, rows, 0, grid.width - 1)
        dates += date_lines(grid, rows, 0, grid.width - 1)
        alone += [
            line for line in lone_texts(grid, rows) if is_date(line.text) or is_month(line.text)
        ]
    return Cover(unit, tuple(dates), tuple(alone))
