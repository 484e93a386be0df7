"""The cells of the rows taken, merges filled down, and their typed values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import Any

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.clean import DateFrame, clean_table
from dashboard.intake.locate.grid import plain
from dashboard.intake.locate.subheads import split_date
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.days import has_no_day
from dashboard.kinds import Kind, kinds
from dashboard.problems import problem_types


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
    names = [name for name in raw if draft.is_own(name)]
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
