"""From rows that are meant to a table as people lay it out on a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from data.season.grid import Meant, Page, Raw, Row, address
from data.season.manners import Manner, Written

NUMERALS = "一二三四五六七八九十"


@dataclass(slots=True)
class Field:
    """One column as a unit writes it. ``name`` is '' where the column belongs to no kind."""

    name: str
    heading: str
    manner: Manner
    groups: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    width: int = 12
    merged: bool = False
    """Whether equal values under one another share one merged cell."""
    blank: Raw = None
    """What is typed where there is no value, e.g. 长期坚持 for a date."""
    whole_row: Callable[[Row], Raw] | None = None
    """Writes the cell from the whole row instead, for cells that say several columns."""
    covers: tuple[str, ...] = ()
    """The other columns that the cell says."""

    def write(self, row: Row, rng: Random) -> Written:
        """What stands in this column's cell of that row."""
        if self.whole_row is not None:
            return self.whole_row(row), None
        value = row.get(self.name)
        return (self.blank, None) if value is None else self.manner(value, rng)


@dataclass(slots=True)
class Table:
    """A table to be laid out, with everything that stands around it."""

    kind: str
    fields: list[Field]
    rows: list[Row]
    reported_on: dt.date | None
    title: str = ""
    lines: list[tuple[str, ...]] = field(default_factory=list)
    """Lines between title and headings; the pieces of a line are spread over its width."""
    numbering: bool = False
    sections: Callable[[Row], str] | None = None
    subtotals: bool = False
    """A 小计 under every section."""
    total: str = ""
    notes: list[tuple[str, ...]] = field(default_factory=list)
    """Lines under the table, in pieces as above it."""
    merge_title: bool = True
    gaps: frozenset[int] = frozenset()
    """Rows before which a blank row stands."""
    hidden: frozenset[int] = frozenset()
    repeat_headings_before: int | None = None
    faults: dict[tuple[int, str], Raw] = field(default_factory=dict)
    """(row, column) -> what stands there instead of the value."""
    serial: str = ""
    """Heading of a 序号 column before the others; '' leaves it out."""


@dataclass(slots=True)
class _Pen:
    page: Page
    table: Table
    rng: Random
    left: int
    row: int
    fields: list[Field]

    @property
    def right(self) -> int:
        return self.left + len(self.fields) - 1


def lay(page: Page, table: Table, rng: Random, *, top: int = 0, left: int = 0) -> Meant:
    """Write the table on the sheet from ``top`` and ``left`` on, and say what it means."""
    fields = list(table.fields)
    if table.serial:
        fields.insert(0, Field("", table.serial, lambda value, _: (value, None), width=6))
    pen = _Pen(page, table, rng, left, top, fields)
    for place, one in enumerate(fields):
        page.widths[left + place] = max(one.width, page.widths.get(left + place, 0))
    _heading_lines(pen)
    _headings(pen)
    meant = _body(pen)
    _foot(pen)
    return meant


def _heading_lines(pen: _Pen) -> None:
    table, page = pen.table, pen.page
    if table.title:
        page.put(pen.row, pen.left, table.title, "title")
        if table.merge_title:
            page.merge(pen.row, pen.left, pen.row, pen.right)
        pen.row += 1
    for pieces in table.lines:
        _pieces(pen, pieces, "line")


def _pieces(pen: _Pen, pieces: tuple[str, ...], style: str) -> None:
    """One line of text in pieces that are spread over the table's width."""
    step = max(1, len(pen.fields) // len(pieces))
    for place, piece in enumerate(pieces):
        column = pen.left + place * step
        last = pen.right if place == len(pieces) - 1 else column + step - 1
        pen.page.put(pen.row, column, piece, style)
        if pen.table.merge_title:
            pen.page.merge(pen.row, column, pen.row, max(column, min(last, pen.right)))
    pen.row += 1


def _headings(pen: _Pen) -> None:
    depth = max(len(one.groups) for one in pen.fields)
    for level in range(depth):
        _group_row(pen, level)
    for place, one in enumerate(pen.fields):
        column = pen.left + place
        top = pen.row + len(one.groups)
        pen.page.put(top, column, one.heading or None, "head")
        pen.page.merge(top, column, pen.row + depth, column)
    pen.row += depth + 1
    if pen.table.numbering:
        for place in range(len(pen.fields)):
            pen.page.put(pen.row, pen.left + place, place + 1, "number")
        pen.row += 1


def _group_row(pen: _Pen, level: int) -> None:
    start = 0
    while start < len(pen.fields):
        groups = pen.fields[start].groups[: level + 1]
        end = start
        while (
            end + 1 < len(pen.fields)
            and len(groups) == level + 1
            and pen.fields[end + 1].groups[: level + 1] == groups
        ):
            end += 1
        if len(groups) == level + 1:
            row = pen.row + level
            pen.page.put(row, pen.left + start, groups[level], "group")
            pen.page.merge(row, pen.left + start, row, pen.left + end)
        start = end + 1


def _body(pen: _Pen) -> Meant:
    table = pen.table
    meant = Meant(pen.page.name, table.kind, table.reported_on, [], [])
    section, count = None, 0
    block: list[Row] = []
    for index, row in enumerate(table.rows):
        if table.sections is not None and table.sections(row) != section:
            if block and table.subtotals:
                _sum_row(pen, "小计", block)
            section, block = table.sections(row), []
            _section_row(pen, f"{NUMERALS[count]}、{section}")
            count += 1
        if index in table.gaps:
            pen.row += 1
        if index == table.repeat_headings_before:
            _headings(pen)
        block.append(row)
        _data_row(pen, index, row, meant)
    if block and table.subtotals:
        _sum_row(pen, "小计", block)
    if table.total:
        _sum_row(pen, table.total, table.rows)
    _merge_down(pen, meant)
    return meant


def _data_row(pen: _Pen, index: int, row: Row, meant: Meant) -> None:
    kept = {"unit": row["unit"]} if "unit" in row else {}
    for place, one in enumerate(pen.fields):
        column = pen.left + place
        if (index, one.name) in pen.table.faults:
            pen.page.put(pen.row, column, pen.table.faults[index, one.name])
            meant.faults.add(address(pen.row, column))
        elif one.heading == pen.table.serial and not one.name:
            pen.page.put(pen.row, column, index + 1)
        else:
            value, form = one.write(row, pen.rng)
            pen.page.put(pen.row, column, value, "body", form)
            kept.update({name: row.get(name) for name in (one.name, *one.covers) if name})
    if index in pen.table.hidden:
        pen.page.hidden_rows.add(pen.row)
    meant.rows.append(kept)
    meant.source_rows.append(pen.row + 1)
    pen.row += 1


def _section_row(pen: _Pen, text: str) -> None:
    pen.page.put(pen.row, pen.left, text, "section")
    pen.page.merge(pen.row, pen.left, pen.row, pen.right)
    pen.row += 1


def _sum_row(pen: _Pen, label: str, rows: list[Row]) -> None:
    pen.page.put(pen.row, pen.left, label, "total")
    for place, one in enumerate(pen.fields[1:], start=1):
        values = [row.get(one.name) for row in rows if one.name]
        numbers = [value for value in values if type(value) is int]
        total = sum(numbers) if numbers and len(numbers) == len(values) else None
        pen.page.put(pen.row, pen.left + place, total, "total")
    pen.row += 1


def _merge_down(pen: _Pen, meant: Meant) -> None:
    """Merge runs of equal values of rows that touch; only the first cell keeps its value."""
    lines = [row - 1 for row in meant.source_rows if row is not None]
    for place, one in enumerate(pen.fields):
        if not one.merged:
            continue
        column, start = pen.left + place, 0
        for end in range(1, len(lines) + 1):
            if end < len(lines) and _same_run(meant.rows, lines, one.name, end):
                continue
            for row in lines[start + 1 : end]:
                pen.page.put(row, column, None)
            pen.page.merge(lines[start], column, lines[end - 1], column)
            start = end


def _same_run(rows: list[Row], lines: list[int], name: str, index: int) -> bool:
    touching = lines[index] == lines[index - 1] + 1
    value = rows[index].get(name)
    return touching and value is not None and value == rows[index - 1].get(name)


def _foot(pen: _Pen) -> None:
    for pieces in pen.table.notes:
        _pieces(pen, pieces, "note")
