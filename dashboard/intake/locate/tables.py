"""Every table of a sheet: headers first, then what stands under and over each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.intake.locate.body import walk
from dashboard.intake.locate.forms import find_forms
from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.headers import Header, find_headers, grow, header_at
from dashboard.intake.locate.labels import (
    has_label,
    is_date,
    unit_line,
)
from dashboard.intake.locate.listed import LONGEST_TITLE, OVER_TITLES, list_over
from dashboard.intake.locate.parts import form_parts
from dashboard.intake.locate.preamble import is_preamble
from dashboard.intake.locate.segments import segments, windows
from dashboard.intake.locate.words import (
    is_section,
    is_signature,
    signs_off,
)
from dashboard.intake.model import CellValue
from dashboard.text import normal

_MOST_PREAMBLE = 12


@dataclass(slots=True, eq=False)
class _Block:
    """A header with the rows above it that are its own."""

    header: Header
    top: int
    listed: Found | None = None
    """A table of one column among them, which is not its own."""


def locate(grid: Grid, header_row: int | None = None) -> list[Found]:
    """The tables of the sheet, from the top down and from left to right.

    ``header_row``: the row (from 0) in which a person says that the headings end."""
    found: list[Found] = []
    if header_row is not None and header_row < len(grid.rows):
        header = header_at(grid, header_row, 0, grid.width - 1)
        body = walk(grid, header, len(grid.rows))
        return [_table(grid, _Block(header, 0), body)]
    for left, right in windows(grid):
        found += _locate(grid, left, right)
    return found


def _locate(grid: Grid, left: int, right: int) -> list[Found]:
    blocks = _blocks(grid, left, right)
    found: list[Found] = []
    done = 0
    for number, block in enumerate(blocks):
        parts = segments(grid, block.header)
        if len(parts) > 1:
            block.top = _top_of_parts(grid, parts, block.top, done)
        found += _between(grid, done, block.top - 1, left, right)
        stop = blocks[number + 1].top if number + 1 < len(blocks) else len(grid.rows)
        if found and _repeats(grid, found[-1], block):
            _continue(grid, found[-1], block, stop)
            done = stop
            continue
        if block.listed is not None:
            found.append(block.listed)
        for header in parts:
            body = walk(grid, header, stop)
            found.append(_table(grid, _Block(header, block.top, block.listed), body))
        done = stop
    found += _between(grid, done, len(grid.rows) - 1, left, right)
    return found


def _blocks(grid: Grid, left: int, right: int) -> list[_Block]:
    blocks: list[_Block] = []
    floor = 0
    for header in find_headers(grid, left, right):
        listed = list_over(grid, header, floor)
        under = listed.header_rows[0] if listed else header.top
        top = _preamble_top(grid, under, floor, left, right)
        blocks.append(_Block(header, top, listed))
        floor = header.bottom + 1
    return blocks


def _preamble_top(grid: Grid, header_top: int, floor: int, left: int, right: int) -> int:
    """The first row above a header that belongs to it and not to the table before."""
    top = row = header_top
    after = floor > 0
    apart = after and _stands_apart(grid, header_top, floor, left, right)
    while row > max(floor, header_top - _MOST_PREAMBLE):
        row -= 1
        columns = within(grid.filled[row], left, right)
        if not columns:
            apart = False
            continue
        if not is_preamble(grid, row, columns, after_table=after, apart=apart):
            break
        under_data = after and top < header_top and len(grid.filled[row - 1]) > 1
        if under_data and not _may_head(grid.rows[row][columns[0]]):
            break  # the last row of the table before, a single text
        top = row
    return top


def _top_of_parts(grid: Grid, parts: list[Header], top: int, floor: int) -> int:
    """The first row over tables side by side, each with a title of its own: 源汇 | 郾城."""
    above = top - 1
    if above < floor or any(
        len(within(grid.filled[above], one.left, one.right)) != 1 for one in parts
    ):
        return top
    return _preamble_top(grid, above, floor, parts[0].left, parts[-1].right)


def _may_head(value: CellValue) -> bool:
    """True for what may stand over a title: 附件2, a unit, another line of the title, a day."""
    if not isinstance(value, str):
        return is_date(value)
    text = normal(value[:LONGEST_TITLE])
    return (
        OVER_TITLES.search(text) is not None
        or is_section(value)
        or signs_off(value)
        or has_label(value)
        or is_date(value)
    )


def _stands_apart(grid: Grid, header_top: int, floor: int, left: int, right: int) -> bool:
    """True where a blank row parts the rows right above a header from the table before."""
    row = header_top - 1
    while row > floor and within(grid.filled[row], left, right):
        row -= 1
    return row > floor and row < header_top - 1


def _repeats(grid: Grid, table: Found, block: _Block) -> bool:
    """True where the header is the table's own again: after a page break."""
    same = Header(0, 0, table.left, table.right, table.heads).keys() == block.header.keys()
    if not same or table.shape != "rows":
        return False
    if _another_unit(grid, table, block):
        return False
    titles = {normal(text) for text in _texts(grid, table.preamble, table.left, table.right)}
    between = list(range(block.top, block.header.top))
    texts = [normal(t) for t in _texts(grid, between, table.left, table.right)]
    return all(
        text in titles or "续" in text or is_signature(text) or text.isdigit() for text in texts
    )


def _another_unit(grid: Grid, table: Found, block: _Block) -> bool:
    """True where a line over the repeated header names another unit than the table's."""
    between = list(range(block.top, block.header.top))
    again = unit_line(grid, between, table.left, table.right)
    own = unit_line(grid, table.preamble, table.left, table.right)
    return again is not None and own is not None and normal(again.text) != normal(own.text)


def _texts(grid: Grid, rows: list[int], left: int, right: int) -> list[str]:
    return [
        str(grid.rows[row][column])
        for row in rows
        for column in within(grid.filled[row], left, right)
    ]


def _continue(grid: Grid, table: Found, block: _Block, stop: int) -> None:
    header = block.header
    table.body.titles += [r for r in range(block.top, header.top) if grid.filled[r]]
    table.body.repeats += list(range(header.top, header.bottom + 1))
    walk(grid, header, stop, table.body)


def _table(grid: Grid, block: _Block, body: Body, *, sure: bool = True) -> Found:
    header = block.header
    listed = block.listed
    others = {*listed.header_rows, *listed.body.rows} if listed else ()
    return Found(
        grid=grid,
        left=header.left,
        right=header.right,
        heads=header.heads,
        header_rows=list(range(header.top, header.bottom + 1)),
        body=body,
        preamble=[
            row for row in range(block.top, header.top) if grid.filled[row] and row not in others
        ],
        sure=sure,
    )


def alternatives(grid: Grid) -> Iterator[list[Found]]:
    """Other ways to see a small sheet: all of it a form or on its side; a table under the
    first row that is shaped like a header, whatever its words."""
    bottom, right = len(grid.rows) - 1, grid.width - 1
    forms = _forms(grid, 0, bottom, 0, right, lenient=True)
    if forms:
        yield forms
    row = _shaped_like_header(grid, 0, bottom, 0, right)
    if row is not None:
        yield _under(grid, row, 0, bottom, 0, right)


def _between(grid: Grid, top: int, bottom: int, left: int, right: int) -> list[Found]:
    """Forms, tables on their side and tables of unknown headings, in rows without a header."""
    if bottom - top < 1:
        return []
    forms = _forms(grid, top, bottom, left, right)
    if forms:
        return forms
    row = _shaped_like_header(grid, top, bottom, left, right)
    return [] if row is None else _under(grid, row, top, bottom, left, right)


def _under(grid: Grid, row: int, top: int, bottom: int, left: int, right: int) -> list[Found]:
    header = grow(grid, row, left, right)
    body = walk(grid, header, bottom + 1)
    return [_table(grid, _Block(header, top), body, sure=False)] if body.rows else []


def _forms(
    grid: Grid, top: int, bottom: int, left: int, right: int, *, lenient: bool = False
) -> list[Found]:
    found: list[Found] = []
    for begin, end in form_parts(grid, top, bottom, left, right):
        for form in find_forms(grid, begin, end, left, right, lenient=lenient):
            if not form.heads:
                continue
            first = form.grid.origin(form.header_rows[0], form.heads[0].column)[0]
            form.preamble = [row for row in range(begin, first) if grid.filled[row]]
            form.outer_notes = [r for r in range(_last(form) + 1, end + 1) if grid.filled[r]]
            found.append(form)
    return found


def _last(form: Found) -> int:
    """The last row of the sheet that a form or a table on its side takes."""
    rows = [*form.header_rows, *form.body.rows]
    columns = [head.column for head in form.heads]
    return max(form.grid.origin(row, column)[0] for row in rows for column in columns)


def _shaped_like_header(grid: Grid, top: int, bottom: int, left: int, right: int) -> int | None:
    """The first row of short, differing texts over rows filled like it."""
    for row in range(top, min(bottom, top + 60)):
        columns = within(grid.filled[row], left, right)
        values = [grid.rows[row][column] for column in columns]
        texts = [value for value in values if isinstance(value, str) and len(value) <= 25]
        if len(columns) < 3 or len(texts) < len(values) or len(set(texts)) < len(texts):
            continue
        if any(has_label(text) for text in texts):
            continue
        below = [
            within(grid.filled[r], left, right) for r in range(row + 1, min(row + 6, bottom + 1))
        ]
        if any(len(filled) * 2 >= len(columns) for filled in below):
            return row
    return None
