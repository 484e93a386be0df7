"""Rows that sum up others, and rows that only have such a word in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from dashboard.intake.clean import says_nothing
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.words import is_total, ordinal
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LOOKED_AT = 6
_BARE = lazy_pattern(
    r"(?:合计|小计|总计|共计|累计|总和|合計|小計|總計|平均分?|平均值|均值|平均数|总平均|最[高低]分?"
    r"|(?:sub)?total|average|[总合][:：])数?(?:\(.*\)|[:：].*)?"
)
_SUMS = ("合计", "小计", "总计", "共计")
_FIGURE = lazy_pattern(r"[约共]?-?\d[\d,.]*(?:%|[^\d]{0,3})")


def is_total_row(
    grid: Grid,
    row: int,
    columns: list[int],
    totals: Collection[CellValue],
    counted: set[int],
    *,
    wide: bool = True,
) -> bool:
    """True for 合计 and for 全市合计 | 46 | 3; not for 4.1.1 | 案卷评查汇总 | 文件, whose other
    cells are words.

    ``totals``: the texts of the sheet that may say so. ``counted``: columns that number rows.
    ``wide``: the table has columns enough that 办结率 | 75% alone is no row of it."""
    cells = grid.rows[row]
    likely = columns if len(columns) < _LOOKED_AT else columns[:3] + columns[-2:]
    saying = [column for column in likely if cells[column] in totals]
    if not saying:
        return False
    if any(column in columns[:3] and _is_bare(cells[column]) for column in saying):
        return True
    others = [cells[column] for column in columns if column not in saying and column not in counted]
    if not others:
        return len(columns) > len(saying)
    figures = sum(map(_is_figure, others))
    words = len(others) - figures
    if all(not is_total(str(cells[column])) for column in saying):
        return wide and figures > 0 and words == 0
    first = saying[0]
    begins = all(column in counted for column in columns[: columns.index(first)])
    if begins and figures > 1 and figures >= words and _sums_up(cells[first]):
        return True
    numbered = any(ordinal(cells[column]) is not None for column in counted)
    return figures > 0 and (words == 0 or (words == 1 and figures > 1 and not numbered))


def _sums_up(value: CellValue) -> bool:
    """True for 全市合计, be there remarks beside its figures; 正在汇总 may be said of anything."""
    return isinstance(value, str) and normal(value).rstrip(":：").endswith(_SUMS)


def _is_bare(value: CellValue) -> bool:
    return isinstance(value, str) and _BARE.fullmatch(normal(value)) is not None


def _is_figure(value: CellValue) -> bool:
    """True for a number, a share, a stroke, and a formula that failed; not for a tick."""
    if isinstance(value, str):
        return says_nothing(value) or _FIGURE.fullmatch(normal(value)) is not None
    return not isinstance(value, dt.date | dt.time)
