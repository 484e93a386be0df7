"""Second rows of headings that no kind declares: told by where they stand."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid, within

DATE_PARTS = "年月日"
"""The headings under a date's heading where each of its parts has a column."""
_LONGEST = 12


def fills_merges(grid: Grid, row: int, columns: list[int], left: int, right: int) -> bool:
    """True where the row below heads every column of the row's merges and none beside
    them, whatever its words: 优秀 | 合格 under 评查等次, over rows that begin further left."""
    heads = within(grid.filled[row], left, right)
    if not grid.spans or row + 2 >= len(grid.rows) or columns[0] <= heads[0]:
        return False
    under: set[int] = set()
    for column in heads:
        end = grid.spans.get((row, column), (row, column))
        if end[1] > column and end[0] == row:
            under.update(range(column, end[1] + 1))
    texts = [str(grid.rows[row + 1][column]) for column in columns]
    return (
        under == set(columns)
        and all(len(text) <= _LONGEST for text in texts)
        and within(grid.filled[row + 2], left, right)[:1] == heads[:1]
    )


def heads_repeats(grid: Grid, row: int, columns: list[int], below: list[int]) -> bool:
    """True where unmerged texts of the row stand over the first of each run of headings that
    come again below, after one that does not: 市图书馆 | | 市文化馆 | over 执法人员 | 审核人员 |
    执法人员 | 审核人员, beside 项目. Without such a one they are tables side by side."""
    names = [grid.rows[row + 1][column] for column in below]
    if len(set(names)) == len(names) or any((row, column) in grid.spans for column in columns):
        return False
    first = next(at for at, name in enumerate(names) if names.count(name) > 1)
    period = names.index(names[first], first + 1) - first
    starts = below[first::period]
    again = all(names[at] == names[at + period] for at in range(first, len(names) - period))
    return (
        first > 0 and period > 1 and again and [c for c in columns if c >= below[first]] == starts
    )


def split_date(grid: Grid, row: int, column: int) -> list[str]:
    """年, 月, 日 (or 月, 日) in that row from that column on, where a date is spread over
    columns."""
    first = grid.rows[row][column]
    expected = DATE_PARTS[1:] if isinstance(first, str) and first.strip() == "月" else DATE_PARTS
    parts: list[str] = []
    for text in grid.rows[row][column : column + len(expected)]:
        if not isinstance(text, str) or text.strip() != expected[len(parts)]:
            break
        parts.append(text.strip())
    return parts if len(parts) > 1 else []
