"""Groups merged over the labels of a form: 执法人员 over 总数 and 持证, in steps over 其中 too."""

from __future__ import annotations

from dashboard.intake.locate.form_labels import LENIENT, LONGEST_LABEL
from dashboard.intake.locate.grid import Grid
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.lexicon import headinglike


def under_groups(grid: Grid, column: int, first_row: int, last_row: int, right: int) -> int:
    """The column of the labels themselves where ``column`` holds groups merged over them:
    执法人员 | 总数, 持证."""
    following = column + 1
    if following >= right or not groups_labels(grid, column, first_row, last_row):
        return column
    texts = [grid.rows[row][following] for row in range(first_row, last_row + 1)]
    labels = all(isinstance(text, str) and len(text) <= LONGEST_LABEL for text in texts)
    return (
        following if labels and any(headinglike(str(text)) >= LENIENT for text in texts) else column
    )


def groups_labels(grid: Grid, column: int, first_row: int, last_row: int) -> bool:
    """True where the column before the labels holds groups merged over several of them, or,
    once the merges are gone (in a .csv), over blanks."""
    spans = [grid.spans.get((row, column)) for row in range(first_row, last_row + 1)]
    if any(end is not None and end[0] > row for row, end in enumerate(spans, first_row)):
        return True
    if any(spans) or column + 1 >= grid.width:
        return False
    blanks = [row for row in range(first_row, last_row + 1) if grid.rows[row][column] is None]
    return bool(blanks) and all(
        isinstance(text := grid.rows[row][column + 1], str) and headinglike(text) >= LENIENT
        for row in blanks
    )


def stand_in_steps(grid: Grid, columns: list[int], first_row: int, last_row: int) -> bool:
    """True where labels stand in groups within groups, and the values after the last of their
    columns: 执法人员 | 总数, merged over two columns, and below it 其中 | 持证人员."""
    first, last = columns[0], columns[-1]
    if last - first < 2 or last + 1 >= grid.width:
        return False
    if not groups_labels(grid, first, first_row, last_row):
        return False
    rows = range(first_row, last_row + 1)
    labelled = all(isinstance(_reaching(grid, row, last), str) for row in rows)
    values = [grid.rows[row][last + 1] for row in rows]
    told = sum(value is not None and not isinstance(value, str) for value in values)
    return labelled and told * 2 >= len(values)


def _reaching(grid: Grid, row: int, column: int) -> CellValue:
    """What stands there, or in the merge that reaches there."""
    top, left = grid.covered.get((row, column), (row, column))
    return grid.rows[top][left]
