"""What stands around a table: title, lines over and under it, cover sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from dashboard.intake.assemble.lines import (
    below,
    cells_over,
    date_lines_in,
    days_signed,
    outer_grid,
    unit_line_in,
)
from dashboard.intake.assemble.other_sheets import OtherSheets
from dashboard.intake.assemble.units import Directory
from dashboard.intake.assemble.when import Said
from dashboard.intake.assemble.whose import Named
from dashboard.intake.clean import together
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
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
    names: tuple[Line, ...] = ()
    """Texts without a label, each alone in its row: a unit, perhaps."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tables of a file share."""

    file: str
    context: Context
    directory: Directory
    cover: Cover
    others: OtherSheets = field(default_factory=OtherSheets)
    """Every known table of the file."""


def title_of(found: Found, grid: Grid) -> str:
    """The texts over a table that are no lines of unit or date, as one text."""
    outer = outer_grid(found, grid)
    texts = []
    for row in found.preamble:
        for column in cells_over(found, outer, row):
            value = outer.rows[row][column]
            if isinstance(value, str):
                texts.append(tidy(together(value)))
    return " ".join(texts)


def named(found: Found, grid: Grid, first: Found | None, around: Surroundings) -> Named:
    """Everything that may name the unit of a table."""
    outer = outer_grid(found, grid)
    line = None
    for rows in (found.preamble, *below(found)):
        line = line or unit_line_in(found, outer, rows)
    foot = tuple(line for rows in below(found) for line in lone_texts(outer, rows))
    title = title_of(found, grid)
    own = Named(
        line,
        title,
        grid.name,
        around.file,
        foot=foot,
        cover=around.cover.unit,
        cover_names=around.cover.names,
        elsewhere="" if line else around.others.unit(grid),
    )
    if first is None or first is found:
        return own
    first_line = unit_line_in(first, outer_grid(first, grid), first.preamble)
    return own._replace(first=first_line, first_title=title_of(first, grid))


def said(found: Found, grid: Grid, first: Found | None, around: Surroundings) -> Said:
    """Everything that may name the reporting date of a table."""
    outer = outer_grid(found, grid)
    lines: list[Line] = []
    for rows in (found.preamble, *below(found)):
        lines += date_lines_in(found, outer, rows)
    if found.shape == "rows":  # of days over tables side by side its own
        lines += bare_dates(outer, found.preamble, found.left, found.right)
    lines += bare_dates(outer, found.preamble, 0, outer.width - 1)
    title = title_of(found, grid)
    if first is not None and first is not found:
        lines += date_lines_in(first, outer_grid(first, grid), first.preamble)
        title = f"{title_of(first, grid)} {title}"
    for rows in below(found):
        lines += bare_dates(outer, rows, 0, outer.width - 1)
        lines += days_signed(outer, rows)
    mates = [one for one in around.others.of_sheet(grid) if one is not found]
    for mate in mates:  # what stands at the foot of a sheet is said of all its tables
        for rows in below(mate):
            lines += date_lines_in(mate, outer_grid(mate, grid), rows)
    lines += around.cover.dates
    if lines or not around.others.name_a_date(grid):
        alone = () if lines else around.cover.alone
        return Said(tuple(lines), title, grid.name, around.file, alone)
    elsewhere = partial(around.others.day, grid)
    return Said((), title, grid.name, around.file, elsewhere=elsewhere)


def cover_of(grids: Sequence[Grid]) -> Cover:
    """Unit and date as sheets without a table say them."""
    unit: Line | None = None
    dates: list[Line] = []
    alone: list[Line] = []
    for grid in grids:
        rows = list(range(min(_COVER_ROWS, len(grid.rows))))
        unit = unit or unit_line(grid, rows, 0, grid.width - 1)
        dates += date_lines(grid, rows, 0, grid.width - 1)
        alone += lone_texts(grid, rows)
    dated = [line for line in alone if is_date(line.text) or is_month(line.text)]
    names = [line for line in alone if line not in dated]
    return Cover(unit, tuple(dates), tuple(dated), tuple(names))
