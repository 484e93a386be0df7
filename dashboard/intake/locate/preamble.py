"""The rows over a header that belong to it: title, unit, day, a summary."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.labels import has_label, is_date, is_month, spread_date
from dashboard.intake.locate.words import (
    is_labelled,
    is_note,
    is_signature,
    is_signature_label,
    is_total,
)
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.dictionary import known
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_FEWEST_OF_A_RECORD = 4
"""Cells of a row that is likelier one of a table of unknown headings than a line of words."""
_FEWEST_IN_PAIRS = 4
_COUNT = lazy_pattern(r"^\s*\d{1,4}\s*(?:人|名|件|个|项|次|份|篇|条|%)?\s*$")


def is_preamble(
    grid: Grid, row: int, columns: list[int], *, after_table: bool, apart: bool
) -> bool:
    """True for a line over a table: title, unit, day, a summary.

    ``apart``: the row stands right above the header, a blank row before it."""
    texts = [str(grid.rows[row][column]) for column in columns]
    if any(is_total(text) for text in texts[:2]):
        return False
    dated = spread_date(grid, row, columns[0], columns[-1]) is not None
    if dated or (apart and any(has_label(text) for text in texts)):
        return True
    if any("人" in text and is_signature(text) for text in map(normal, texts)):
        return not after_table
    if any(has_label(text) for text in texts):
        return not after_table or len(columns) < 3 or has_label(texts[0])
    if is_note(texts[0]) or is_signature(texts[0]) or is_signature_label(texts[0]):
        return not after_table
    return len(columns) == 1 or (
        not after_table
        and (
            all(map(is_labelled, texts))
            or _names_a_day(grid, row, columns)
            or _are_pairs(grid.rows[row], columns)
        )
    )


def _names_a_day(grid: Grid, row: int, columns: list[int]) -> bool:
    """True for 市图书馆 | | 2021年6月30日 right under the title: a line without labels."""
    cells = grid.rows[row]
    days = [column for column in columns if is_date(cells[column]) or is_month(cells[column])]
    texts = [column for column in columns if isinstance(cells[column], str)]
    return (
        len(days) == 1
        and len({*days, *texts}) == len(columns) < _FEWEST_OF_A_RECORD
        and (row == 0 or len(grid.filled[row - 1]) <= 1)
    )


def _are_pairs(cells: list[CellValue], columns: list[int]) -> bool:
    """True for words and numbers by turns: 任务总数 | 4 | 已完成 | 1, a summary over a table.
    Where the words are headings, it is a form of its own."""
    words, numbers = [cells[c] for c in columns[::2]], [cells[c] for c in columns[1::2]]
    if len(columns) < _FEWEST_IN_PAIRS or len(words) != len(numbers):
        return False
    texts = [word for word in words if type(word) is str]
    return (
        len(texts) == len(words)
        and all(type(number) in (int, float) or _is_count(number) for number in numbers)
        and sum(map(known, texts)) * 2 < len(words)
    )


def _is_count(value: CellValue) -> bool:
    return isinstance(value, str) and _COUNT.match(value) is not None
