"""The table within a form that says what each item was given: 标准分 | 扣分 | 得分.

The cell next to a label is there what could be had, or what was taken off, and not the score.
"""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.words import is_total
from dashboard.intake.model import CellValue, Position
from dashboard.intake.recognise.spelling import key
from dashboard.patterns import lazy_pattern

_GIVEN = lazy_pattern(r"(?:实|评查|评审|实际|最后|最终|评定)?(?:得分|评分|打分)(?:值|情况)?")
_NOT_GIVEN = lazy_pattern(r"(?:标准|基准|基本|应得)(?:分值?|得分)|分值|满分值?|权重|扣分(?:值|数)?")
_MARK = lazy_pattern(r"\s*[-+]?\d{0,3}(?:\.\d+)?\s*分?\s*|\s*[-/—]+\s*")
_MOST = 1000


def column_of_scores(grid: Grid, row: int, left: int, right: int) -> int | None:
    """The column of 得分 where the row heads such a table."""
    names = _headings(grid, row, left, right)
    given = [column for column, name in names.items() if _GIVEN.fullmatch(name)]
    others = any(_NOT_GIVEN.fullmatch(name) for name in names.values())
    return given[0] if len(given) == 1 and others and given[0] > min(names) else None


def columns_without_scores(grid: Grid, row: int, left: int, right: int) -> list[int]:
    """The columns of 标准分 and 扣分 where the row heads a table that has no 得分."""
    names = _headings(grid, row, left, right)
    if any(_GIVEN.fullmatch(name) for name in names.values()):
        return []
    found = [column for column, name in names.items() if _NOT_GIVEN.fullmatch(name)]
    return found if len(found) > 1 else []


def _headings(grid: Grid, row: int, left: int, right: int) -> dict[int, str]:
    """The keys of a row of three texts or more, by column; none of any other row."""
    columns = within(grid.filled[row], left, right)
    if len(columns) < 3 or not all(isinstance(grid.rows[row][c], str) for c in columns):
        return {}
    return {column: key(grid.text(row, column)) for column in columns}


def without_score(grid: Grid, row: int, columns: list[int], head: int) -> str | None:
    """What stands for the score of an item there: 标准分40、扣分2, which is no one number."""
    cells = [column for column in columns if grid.rows[row][column] is not None]
    if len(cells) < 2 or not all(is_mark(grid.rows[row][column]) for column in cells):
        return None
    return "、".join(f"{grid.text(head, c)}{grid.text(row, c)}" for c in cells)


def scores_between(grid: Grid, first: int, last: int, left: int, right: int) -> int | None:
    """The column of 得分 that one of those rows heads, the last of them."""
    found = [column_of_scores(grid, row, left, right) for row in range(first, last + 1)]
    return next((column for column in reversed(found) if column is not None), None)


def place_of_score(grid: Grid, row: int, column: int, scores: int) -> Position | None:
    """Where the score of the item labelled there stands; None for a row that is no item.

    An item over several rows has its score in the row of their 小计."""
    if column >= scores:
        return None
    bottom, end = grid.spans.get((row, column), (row, column))
    bottom = max(bottom, _last_of_item(grid, row, column, scores))
    for one in range(row, bottom + 1):
        cells = within(grid.filled[one], end + 1, scores - 1)
        texts = [grid.text(one, c) for c in cells if not is_mark(grid.rows[one][c])]
        several = bottom > row
        if (several and any(map(is_total, texts))) or (
            not several and (not texts or len(texts) < len(cells))
        ):
            return grid.covered.get((one, scores), (one, scores))
    return None


def _last_of_item(grid: Grid, row: int, column: int, scores: int) -> int:
    """The last of the rows that go on with the item, its label left out."""
    bottom = row
    while (
        bottom + 1 < len(grid.rows)
        and not within(grid.filled[bottom + 1], 0, column)
        and within(grid.filled[bottom + 1], column + 1, scores)
    ):
        bottom += 1
    return bottom


def is_mark(value: CellValue) -> bool:
    """True for a score, what was taken off, or a stroke; be it typed as text."""
    if isinstance(value, str):
        return _MARK.fullmatch(value) is not None
    return isinstance(value, int | float) and value < _MOST
