"""Lines below the rows of a table: notes, signatures, until when the figures are."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from dashboard.intake.locate.found import Body
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.labels import has_label, is_date
from dashboard.intake.locate.words import (
    begins_a_foot,
    is_labelled,
    is_note,
    is_signature,
    is_signature_label,
    is_until,
    signs_off,
)
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal, tidy

_COUNTS = lazy_pattern(r"共\d+[人名]$")
"""A figure of a table and no count of its rows, where other cells stand beside it."""
_LONGEST_SIGNATURE = 60
_LOOKED_BELOW = 6
_LAST_OF_DAY = frozenset("0123456789日号)\uff09" + "".join(map(chr, range(0xFF10, 0xFF1A))))
_DAY_BEHIND = lazy_pattern(
    r"(?:[\s;,\uff0c\uff1b]+|(?=[(\uff08]))[(\uff08]?"
    r"(20\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?)[)\uff09]?$"
)


def is_foot(cells: list[CellValue], columns: list[int], first: str, few_cells: int) -> bool:
    """True for a note, a signature or the like.

    ``first``: the row's first cell. ``few_cells``: how many of a row that is none yet."""
    few = len(columns) <= few_cells
    if (len(columns) > 2 and len(first) > 30) or not (few or begins_a_foot(first)):
        return False
    if (
        few
        and (len(columns) > 1 or first.rstrip()[-1:] in (":", "\uff1a"))
        and all(type(cells[c]) is str and is_labelled(str(cells[c])) for c in columns)
    ):
        return True
    if len(columns) == 1 and (is_note(first) or is_until(first) or day_signed(first)):
        return True
    if is_note(first):
        return few and not (len(columns) > 1 and _COUNTS.match(normal(first)))
    if is_signature(first):
        return few or _labels(cells, columns) >= 2
    return is_signature_label(first) and (
        len(columns) == 1
        or _labels(cells, columns) >= 2
        or _dated(cells, columns)
        or (len(columns) == 2 and first.rstrip().endswith("人"))  # 填表人 | 张三
    )


def sign_off(
    grid: Grid, body: Body, left: int, right: int, over_dates: Callable[[int], bool]
) -> None:
    """Take for notes what a table ends with and signs it: a date alone under other things than
    dates is the day on which it was signed; the name over it is who signed.

    ``over_dates``: whether the heading of that column is one of dates."""
    signed = False
    while body.rows:
        row = body.rows[-1]
        columns = within(grid.filled[row], left, right)
        if len(columns) != 1:
            return
        value = grid.rows[row][columns[0]]
        dated = is_date(value) and (not over_dates(columns[0]) or _signed_above(grid, body))
        if not dated and not (signed and isinstance(value, str) and signs_off(value)):
            return
        signed = dated
        body.lone.discard(body.rows.pop())
        body.notes.append(row)
        body.notes.sort()


def _signed_above(grid: Grid, body: Body) -> bool:
    """True where the name of who signs stands alone over the last row."""
    if len(body.rows) < 2 or body.rows[-2] not in body.lone:
        return False
    cells = grid.rows[body.rows[-2]]
    return any(isinstance(value, str) and signs_off(value) for value in cells)


def is_aside(grid: Grid, row: int, left: int, right: int, few_cells: int) -> bool:
    """True for a text in brackets, (本表一式两份), below which nothing but a foot stands."""
    text = normal(grid.text(row, within(grid.filled[row], left, right)[0]))
    if text[:1] != "(" or text.find(")") != len(text) - 1:
        return False
    for below in range(row + 1, min(row + _LOOKED_BELOW, len(grid.rows))):
        columns = within(grid.filled[below], left, right)
        cells = grid.rows[below]
        if len(columns) > 1 and not is_foot(cells, columns, str(cells[columns[0]]), few_cells):
            return False
    return True


def day_signed(text: str) -> str | None:
    """The day behind who signed, in one text with them: 制表:督导组  2021年5月31日."""
    if not 8 < len(text) <= _LONGEST_SIGNATURE or not _LAST_OF_DAY.issuperset(text.rstrip()[-1:]):
        return None
    line = unicodedata.normalize("NFKC", tidy(text))
    match = _DAY_BEHIND.search(line)
    who = line[: match.start()].rstrip() if match else ""
    signed = who and (has_label(who) or is_signature(who) or signs_off(normal(who)))
    return match[1] if match and signed else None


def _dated(cells: list[CellValue], columns: list[int]) -> bool:
    """True for 填表日期 and the date in the next cell, and nothing else."""
    return len(columns) == 2 and is_date(cells[columns[1]])


def _labels(cells: list[CellValue], columns: list[int]) -> int:
    """How many cells of the row are labels of signatures."""
    return sum(
        isinstance(value, str) and (is_signature(value) or is_signature_label(value))
        for value in (cells[column] for column in columns)
    )
