"""Second rows of headings that no kind declares: told by where they stand."""

from __future__ import annotations

from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.labels import is_date, is_line_label
from dashboard.intake.recognise.dictionary import is_choice, known
from dashboard.intake.recognise.lexicon import likeness
from dashboard.patterns import lazy_pattern

DATE_PARTS = "年月日"
"""The headings under a date's heading where each of its parts has a column."""
_LONGEST = 12
_ALIKE = 0.75
_SHORTEST_LABEL = 4
"""Letters of 填报日期: 单位 may head a column."""
_GROUP = lazy_pattern(
    r"\s*\D{0,6}(?:情况|信息|内容|安排|分工|要求|程序|时间|责任|落实|进度|步骤|环节|管理|得分|人数)\s*"
)


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


def heads_columns(grid: Grid, row: int, columns: list[int], below: list[int]) -> bool:
    """True where the texts of a row without merges are headings of groups of those below it,
    and not 填报日期 | 2021年6月24日, a line of its own, nor a title with its day."""
    if _is_label_with_value(grid, row, columns) or any(map(is_date, grid.rows[row])):
        return False
    alone = any(column not in below for column in columns)
    return (
        alone
        or heads_repeats(grid, row, columns, below)
        or _parts_evenly(grid, row, columns, below)
    )


def _is_label_with_value(grid: Grid, row: int, columns: list[int]) -> bool:
    first, second = (grid.rows[row][column] for column in columns[:2])
    return (
        isinstance(first, str)
        and len(first.strip()) >= _SHORTEST_LABEL
        and is_line_label(first)
        and not (isinstance(second, str) and known(second))
    )


def _parts_evenly(grid: Grid, row: int, columns: list[int], below: list[int]) -> bool:
    """True for 基本情况 | | | 落实情况 | | over headings that differ and leave no gap: groups
    that lost their merges in a .csv."""
    whole = below == list(range(below[0], below[-1] + 1)) and columns[0] == below[0]
    ends = [*columns[1:], below[-1] + 1]
    return (
        whole
        and not grid.spans
        and all(end - column > 1 for column, end in zip(columns, ends, strict=True))
        and all(_GROUP.fullmatch(grid.text(row, column)) for column in columns)
        and len({grid.rows[row + 1][column] for column in below}) == len(below)
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


def all_say_more(grid: Grid, row: int, columns: list[int]) -> bool:
    """True where every one of those headings has another below it that says more of it, 件数
    below 移送案件 and 是否落实 below 公示制度, and figures stand below those."""
    if row + 2 >= len(grid.rows):
        return False
    figures = any(
        value.strip().isdigit() if isinstance(value, str) else isinstance(value, (int, float))
        for value in grid.rows[row + 2]
    )
    return figures and all(
        _says_more(grid.text(row, column), grid.text(row + 1, column)) for column in columns
    )


def _says_more(over: str, text: str) -> bool:
    if is_choice(text) or any(letter.isdigit() for letter in text):
        return False
    meanings = likeness((over, text)).values()
    return max((score for one in meanings for score in one.values()), default=0.0) >= _ALIKE


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
