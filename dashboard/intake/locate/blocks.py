"""A list of names in blocks side by side, to save paper: one list, read as one."""

from __future__ import annotations

from itertools import groupby

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import within
from dashboard.intake.locate.headers import Header
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.labels import has_label, unit_line
from dashboard.intake.locate.made import Cell, cell_of, heading_cell, made_of
from dashboard.intake.recognise.common import PLAINLY
from dashboard.intake.recognise.lexicon import likeness

_COUNTED, _NAME = "staffing", "person_name"


def join_blocks(tables: list[Found]) -> list[Found]:
    """The tables, those blocks joined that are parts of one list of names.

    Of names the blocks must be one list, for they are counted; of anything else each block
    may as well stay a table."""
    if len(tables) < 2:
        return tables
    joined: list[Found] = []
    for _, group in groupby(tables, key=_rows_of_header):
        blocks = list(group)
        joined += [_joined(blocks)] if _are_one_list(blocks) else blocks
    return joined


def _rows_of_header(table: Found) -> tuple[int, ...]:
    return tuple(table.header_rows) if table.shape == "rows" else (-1, id(table))


def _are_one_list(blocks: list[Found]) -> bool:
    keys = {Header(0, 0, one.left, one.right, one.heads).keys() for one in blocks}
    return (
        len(blocks) > 1
        and len(keys) == 1
        and any(_names_persons(head) for head in blocks[0].heads)
        and not any(_apart(blocks, row) for row in blocks[0].preamble)
    )


def _names_persons(head: Head) -> bool:
    return likeness(head.path[-1:]).get(_COUNTED, {}).get(_NAME, 0.0) >= PLAINLY


def _apart(blocks: list[Found], row: int) -> bool:
    """True where each block has a title or a unit of its own in that row over them."""
    grid = blocks[0].grid
    own = [within(grid.filled[row], one.left, one.right) for one in blocks]
    if not all(own):
        return False
    if not any(has_label(grid.text(row, column)) for columns in own for column in columns):
        return True
    lines = [unit_line(grid, [row], one.left, one.right) for one in blocks]
    return len({line.text if line else None for line in lines}) > 1 and None not in lines


def _joined(blocks: list[Found]) -> Found:
    """One table of the rows of all blocks, those of the first block first.

    Where a name over rows reaches over several blocks, the rows on both sides are under it:
    there they come in the order of the sheet."""
    first = blocks[0]
    rows: list[list[Cell]] = [
        [heading_cell(first, head.path[-1], head.column) for head in first.heads]
    ]
    body = Body()
    places = [(number, row) for number, one in enumerate(blocks) for row in _rows(one)]
    if any(_reaches_over(blocks, row) for row in first.body.sections):
        places.sort(key=lambda place: (place[1], place[0]))
    for number, row in places:
        block = blocks[number]
        if row in block.body.sections:
            body.sections[len(rows)] = text = block.body.sections[row]
            column = within(block.grid.filled[row], block.left, block.right)[0]
            rows.append([(text, (row, column))])
            continue
        if row in block.body.lone:
            body.lone.add(len(rows))
        body.rows.append(len(rows))
        rows.append([cell_of(block.grid, row, head.column) for head in block.heads])
    heads = [Head(at, head.path, head.shared) for at, head in enumerate(first.heads)]
    return made_of(blocks, heads, rows, body)


def _rows(block: Found) -> list[int]:
    return sorted([*block.body.rows, *block.body.sections])


def _reaches_over(blocks: list[Found], row: int) -> bool:
    grid = blocks[0].grid
    ends = [grid.spans.get((row, column), (row, column))[1] for column in grid.filled[row]]
    return any(end >= blocks[1].left for end in ends)
