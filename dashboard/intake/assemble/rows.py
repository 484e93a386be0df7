"""Which rows are taken, their cells with merges filled down, and their typed values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import Any

from dashboard.intake.assemble.day_rows import heads_days
from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.nil import LONGEST_NIL, NIL, says_nil
from dashboard.intake.assemble.periods import is_period
from dashboard.intake.assemble.units import Directory, looks_like_unit
from dashboard.intake.clean import DateFrame, clean_table
from dashboard.intake.locate.grid import Grid, plain
from dashboard.intake.locate.subheads import split_date
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.days import has_no_day
from dashboard.kinds import Kind, kinds
from dashboard.problems import problem_types
from dashboard.text import normal


def choose_rows(draft: Draft, directory: Directory) -> None:
    """Settle which rows of the body are taken: those with a cell of their own in a column of
    the kind. Rows of a single text become data, or a name over the rows that follow."""
    grid, body = draft.found.grid, draft.found.body
    own = [head.column for name, head in draft.matched.columns.items() if _is_own(draft, name)]
    own += [head.column for one in draft.matched.ticks for head, _ in one.options]
    own += [one.head.column for one in draft.matched.beside.values()]
    asked = _asked_text(draft)
    whose = draft.matched.columns[UNIT].column if UNIT in draft.matched.columns else None
    said_nil = {column for column in (asked, whose) if column is not None and _nil(grid, column)}
    for row in body.rows:
        if row in body.lone and _heads_rows(draft, row, directory):
            continue
        cells = grid.rows[row]
        if said_nil and any(_is_nil(cells, column, own) for column in said_nil):
            draft.dropped.append(row)
        elif (
            (own and cells[own[0]] is not None)  # as mostly: no call for it
            or _holds_some(grid, row, own)
            or _asks_for_more(draft, row)
        ):
            draft.rows.append(row)
        else:
            draft.dropped.append(row)


def _holds_some(grid: Grid, row: int, columns: list[int]) -> bool:
    """True where one of those cells is filled, if only with an error."""
    cells = grid.rows[row]
    for column in columns:
        if cells[column] is not None:
            return True
    return bool(grid.faulty) and any((row, column) in grid.faulty for column in columns)


def _asked_text(draft: Draft) -> int | None:
    """The column of the one text that every row must have, if the kind has one."""
    asked = [column for column in draft.kind.columns if column.required]
    head = draft.matched.columns.get(asked[0].name) if len(asked) == 1 else None
    return head.column if head and asked[0].type == "text" else None


def _nil(grid: Grid, column: int) -> bool:
    """True where any cell of the column says that there is nothing."""
    texts = {text for cells in grid.rows if type(text := cells[column]) is str}
    return any(says_nil(text) for text in texts if len(text) <= LONGEST_NIL)


def _is_nil(cells: list[CellValue], asked: int, own: list[int]) -> bool:
    """True for a row that says 无 or — where a text or its unit is asked, and nothing else:
    a nil return, or a row struck out."""
    return says_nil(cells[asked]) and all(
        cells[one] is None or one == asked or normal(str(cells[one])) in NIL for one in own
    )


def _is_own(draft: Draft, name: str) -> bool:
    return name not in (UNIT, REPORTED_ON) or draft.kind.view == "unit"


def _heads_rows(draft: Draft, row: int, directory: Directory) -> bool:
    """Take a single text for a name over the following rows where it is one."""
    grid, body = draft.found.grid, draft.found.body
    column = grid.filled[row][0] if grid.filled[row] else 0
    text = grid.text(row, next((c for c in grid.filled[row] if c >= draft.found.left), column))
    here = next((c for c in grid.filled[row] if c >= draft.found.left), column)
    named = next(
        (name for name, head in draft.matched.columns.items() if head.column == here), None
    )
    is_unit = (
        directory.match(text).how in ("exact", "near")
        if directory.units
        else (looks_like_unit(text))
    )
    following = next((r for r in body.rows if r > row and r not in body.lone), None)
    if named == UNIT and following is not None and heads_days(draft, text):
        heading = True
    elif named == UNIT and draft.kind.view != "unit":
        heading = following is not None and grid.rows[following][here] is None
    elif named is None:
        heading = True
    elif named.endswith("_on") and is_period(text):
        heading = following is not None  # the days of a register by month or year
    else:
        heading = is_unit and draft.kind.view != "unit" and following is not None
    if heading:
        body.sections[row] = text
    return heading


def _asks_for_more(draft: Draft, row: int) -> bool:
    """True for a row that names its unit and nothing else, in a kind with required cells."""
    head = draft.matched.columns.get(UNIT)
    if head is None or draft.kind.view == "unit":
        return False
    required = any(column.required for column in draft.kind.columns)
    return (
        required
        and draft.kind.collection == "snapshot"
        and isinstance(draft.found.grid.rows[row][head.column], str)
    )


def raw_columns(draft: Draft) -> Raw:
    """The cells of the rows taken, a column of the kind each, merges filled down."""
    taken = [draft.found.grid.rows[row] for row in draft.rows]
    return {
        name: _raw_column(draft, list(map(itemgetter(head.column), taken)), head.column, name)
        for name, head in draft.matched.columns.items()
    }


def raw_column(draft: Draft, column: int, name: str) -> list[CellValue]:
    """The same of one column of the grid, which speaks for that column of the kind."""
    cells = [draft.found.grid.rows[row][column] for row in draft.rows]
    return _raw_column(draft, cells, column, name)


def _raw_column(draft: Draft, cells: list[CellValue], column: int, name: str) -> list[CellValue]:
    grid = draft.found.grid
    if draft.joined:
        whole = [draft.joined.get((row, column)) for row in draft.rows]
        cells = [cell if text is None else text for cell, text in zip(cells, whole, strict=True)]
    bottom = draft.found.header_rows[-1] if draft.found.header_rows else None
    if bottom is not None and (parts := split_date(grid, bottom, column)):
        return [_joined(grid.rows[row][column : column + len(parts)], parts) for row in draft.rows]
    if grid.covered:
        for index, row in enumerate(draft.rows):
            if cells[index] is None and (row, column) in grid.covered:
                anchor = grid.covered[row, column]
                if anchor[1] == column and anchor[0] not in draft.found.header_rows:
                    cells[index] = grid.rows[anchor[0]][anchor[1]]
                    draft.filled.setdefault(name, set()).add(index)
    return cells


def _joined(cells: list[CellValue], parts: list[str]) -> CellValue:
    """2021 | 7 | 3 as 2021年7月3日, each cell without the mark that stands over it."""
    texts = [
        "" if cell is None else plain(cell).strip().rstrip(part) + part
        for cell, part in zip(cells, parts, strict=True)
    ]
    return "".join(texts) or None


def fill_groups(draft: Draft, raw: Raw) -> None:
    """Fill down columns that group rows without merges, where the pattern is plain."""
    label = {name: head.written for name, head in draft.matched.columns.items()}
    if UNIT in raw and draft.kind.view != "unit":
        _fill_down(draft, raw, (UNIT,), label)
    if UNIT in raw and REPORTED_ON in raw and has_no_day(draft.kind):
        heads = draft.matched.columns
        if heads[REPORTED_ON].column < heads[UNIT].column:
            _fill_down(draft, raw, (REPORTED_ON,), label)
    if draft.kind.view == "task" and "area" in raw:
        _fill_down(draft, raw, ("area",), label)
    if draft.kind.view == "task_progress" and {"measure", "title"} <= raw.keys():
        if "task_id" in raw:
            _fill_down(draft, raw, ("task_id", "title"), label)
        elif not _numbered(draft, raw["title"]):
            _fill_down(draft, raw, ("title",), label)


def _numbered(draft: Draft, texts: list[CellValue]) -> bool:
    """True where a row without that text has a number of its own: a row for itself."""
    grid = draft.found.grid
    blank = [row for row, text in zip(draft.rows, texts, strict=True) if text is None]
    numbers = [head.column for head in draft.matched.numbering]
    return any(grid.value(row, column) is not None for row in blank for column in numbers)


def _fill_down(
    draft: Draft,
    raw: Raw,
    names: tuple[str, ...],
    labels: dict[str, str],
) -> None:
    """Fill the columns together: only rows in which all of them are blank, and only where the
    first row is filled and no note of a merge was taken."""
    columns = [raw[name] for name in names]
    if not columns[0] or all(column[0] is None for column in columns):
        return
    sections = sorted(draft.found.body.sections)
    count, first, last = 0, "", 0
    for index, row in enumerate(draft.rows):
        if any(column[index] is not None for column in columns):
            last = index
            continue
        if any(draft.rows[last] < section < row for section in sections):
            continue
        for name, column in zip(names, columns, strict=True):
            column[index] = column[last]
            draft.filled.setdefault(name, set()).add(index)
        count += 1
        first = first or str(next(c[last] for c in columns if c[last] is not None))
    if count:
        label = "/".join(labels[name] for name in names)
        draft.report(
            "filled_down", draft.header_cell(names[0]), label=label, count=count, first=first
        )


def clean_rows(draft: Draft, raw: Raw, frame: DateFrame) -> None:
    """Type the cells; every doubt becomes a problem at its cell."""
    kind = with_helpers(draft.kind)
    names = [name for name in raw if _is_own(draft, name)]
    cells = {name: raw[name] for name in names}
    grid = draft.found.grid
    cleaned = clean_table(
        kind,
        cells,
        frame,
        percent_cells=_places(draft, names, grid.percent),
        long_numbers=_digits(draft, names),
    )
    draft.values = cleaned.values
    for fault in cleaned.faults:
        if fault.column in draft.aside:
            continue
        wrong = problem_types()[fault.code].severity == "error"
        if fault.index in draft.filled.get(fault.column, ()):
            if wrong:
                draft.failed.add((fault.index, fault.column))
            continue
        draft.report(fault.code, draft.cell(fault.index, fault.column), **fault.details)
        if wrong:
            draft.fail(fault.index, fault.column)
    _report_faulty_cells(draft, names)


def _places(
    draft: Draft, names: Iterable[str], cells: frozenset[tuple[int, int]]
) -> dict[str, set[int]]:
    if not cells:
        return {}
    return {
        name: {index for index, place in enumerate(draft.places(name)) if place in cells}
        for name in names
        if name in draft.matched.columns
    }


def _digits(draft: Draft, names: Iterable[str]) -> dict[str, dict[int, str]]:
    long_numbers = draft.found.grid.long_numbers
    if not long_numbers:
        return {}
    return {
        name: {
            index: long_numbers[place]
            for index, place in enumerate(draft.places(name))
            if place in long_numbers
        }
        for name in names
        if name in draft.matched.columns
    }


def _report_faulty_cells(draft: Draft, names: list[str]) -> None:
    grid = draft.found.grid
    if not grid.faulty:
        return
    for name in names:
        head = draft.matched.columns.get(name)
        if name in draft.aside or head is None:
            continue
        for index, place in enumerate(draft.places(name)):
            text = grid.faulty.get(place)
            if text is None:
                continue
            draft.fail(index, name)
            code = "error_cell" if text else "formula_without_value"
            label = with_helpers(draft.kind).column(name).label
            draft.report(code, draft.cell(index, name), label=label, text=text)


def with_helpers(kind: Kind) -> Kind:
    """The kind with its helper columns among its columns."""
    return _with_helpers(kind.view) if kind.helpers else kind


@cache
def _with_helpers(view: str) -> Kind:
    kind = kinds()[view]
    return replace(kind, columns=kind.recognised)


def complete(draft: Draft) -> None:
    """Give the table every stored column of its kind, and no other."""
    count = len(draft.rows)
    blank: list[Any] = [None] * count
    draft.values = {
        column.name: draft.values.get(column.name, list(blank)) for column in draft.kind.columns
    }
