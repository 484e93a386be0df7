"""Where a form begins and ends: with labels that resemble headings, next to those that are some."""

from __future__ import annotations

from dashboard.intake.locate.form_labels import LENIENT, LONGEST_LABEL, label_and_value
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.labels import is_line_label
from dashboard.intake.locate.words import is_note, is_signature
from dashboard.intake.recognise.lexicon import headinglike
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_OF_A_CASE = lazy_pattern("复[核查]|验收|整改|督导|销号|评查|评审|结案|办结|受理")
"""Who and when of a finding or a case, worded like who signs the sheet: 复核人, 销号日期."""


_WHOSE = lazy_pattern(r"[^:]{0,8}(?:单位|部门|科室|机构)(?::|$)")
"""自查单位: over a form, beside 自查时间."""
_FARTHEST = 3
_LABELLED = lazy_pattern(r"[^:]{2,12}:\S")


def ends_of_form(
    grid: Grid, between: tuple[int, int], first_row: int, last_row: int, columns: list[int]
) -> tuple[int, int]:
    """The first and the last row, with the rows right before and after that go with them;
    ``between``: the rows that may."""
    top, bottom = between
    while step := _steps(grid, range(first_row - 1, top - 1, -1), columns):
        first_row -= step
    while step := _steps(grid, range(last_row + 1, bottom + 1), columns):
        last_row += step
    return first_row, last_row


def _steps(grid: Grid, rows: range, columns: list[int]) -> int:
    """How many of those rows it takes to the next that goes with the form: one or two that are
    built like it, 地址:…, may stand between; 0 where none follows."""
    for number, row in enumerate(rows[:_FARTHEST], start=1):
        if _goes_with(grid, row, columns):
            return number
        if not _is_built_alike(grid, row, columns):
            break
    return 0


def _is_built_alike(grid: Grid, row: int, columns: list[int]) -> bool:
    texts = [grid.rows[row][column] for column in columns]
    return any(
        isinstance(text, str) and _LABELLED.match(normal(text)) and not is_note(text)
        for text in texts
    )


def _goes_with(grid: Grid, row: int, columns: list[int]) -> bool:
    """True where one of the columns of labels has what resembles one, and a value with it, and
    no cell signs the sheet or says whose it is."""
    texts = [value for value in grid.rows[row] if isinstance(value, str)]
    if any(is_signature(text) and not _OF_A_CASE.match(normal(text)) for text in texts):
        return False
    if any(_WHOSE.match(normal(text)) for text in texts):
        return False
    return any(is_labelled(grid, row, column) for column in columns)


def is_labelled(grid: Grid, row: int, column: int) -> bool:
    """True where that cell resembles a label and is no line of unit or date, and has a value."""
    text = grid.rows[row][column]
    if not isinstance(text, str):
        return False
    inline = label_and_value(text, lenient=True)
    if inline is not None:
        return not is_line_label(inline[0]) and not is_note(text)
    end = grid.spans.get((row, column), (row, column))[1]
    given = end + 1 < grid.width and grid.rows[row][end + 1] is not None
    return (
        given
        and len(text) <= LONGEST_LABEL
        and headinglike(text) >= LENIENT
        and not is_line_label(text)
        and not is_note(text)
    )
