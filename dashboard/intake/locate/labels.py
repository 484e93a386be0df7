"""Lines such as 填报单位:市文化馆  填报日期:2021年6月9日, in one cell or in neighbours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from dashboard.intake.locate.grid import Grid, plain, within
from dashboard.intake.model import CellValue, Position
from dashboard.intake.recognise.common import GENERIC
from dashboard.intake.recognise.spelling import is_unit_mark
from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal, tidy

_UNIT_WORDS = (
    "填报单位名称|填报单位|填表单位|采集单位|登记单位|汇总单位|自查单位|报送单位|上报单位|单位名称|责任单位|填报部门|报送部门|上报部门|部门名称|填报科室|科室名称|"
    "编制单位|制表单位|编报单位|牵头单位|牵头科室|牵头部门|实施单位|被督导单位|被评查单位|被检查单位|受评单位|执法单位|执法主体|执法机关|申报单位|提供单位|统计单位|"
    "填报机关|填报主体|填报机构|主管部门|所属单位|单位|部门|科室"
)
_DATE_WORDS = (
    "填报日期|填报时间|填表日期|填表时间|采集日期|采集时间|报送日期|报送时间|上报日期|上报时间|统计时点|统计日期|统计时间|统计截止日期|统计截止时间|"
    "数据截止日期|数据截止时间|数据截至|截止日期|截止时间|截至日期|截至时间|截止到|截至|截止|制表日期|制表时间|编制日期|编报日期|报告日期|"
    "报告期|统计期间|报告期间|统计时段|填报月份|报送月份|统计月份|报告月份|所属月份|所属期|更新日期|更新时间|日期|时间|月份"
)
_BRACKET = r"(?:\([^()]{0,8}\))?"
_SEPARATED = r"[::]+"
_STRICT_UNIT = (
    "填报单位|填表单位|报送单位|上报单位|填报部门|报送部门|填报科室|编制单位|制表单位|"
    "被督导单位|被评查单位"
)
_STRICT_DATE = (
    "填报日期|填报时间|填表日期|填表时间|报送日期|报送时间|上报日期|上报时间|"
    "统计时点|统计日期|统计截止日期|制表日期"
)
_UNIT_LABEL = lazy_pattern(
    rf"(?:^|(?<=[\s((;;,,。]))(?:(?:{_UNIT_WORDS}){_BRACKET}{_SEPARATED}|(?:{_STRICT_UNIT})(?:\([^()]{{0,8}}\)|\s+))"
)
_DATE_LABEL = lazy_pattern(
    rf"(?<!{HAN})(?:{_DATE_WORDS}){_BRACKET}{_SEPARATED}|(?:{_STRICT_DATE})(?:\([^()]{{0,8}}\)|\s*)|(?:数据)?截[至止]到?"
    rf"|(?:制定(?:日期|时间)|填报|填表|制表|报送|汇总时间|登记日期){_SEPARATED}(?=\s*\d)"
)
_MEASURES = lazy_pattern(r"(?:人|名|件|个|万元|元|项|次|份|%|、|,|/|和|及|篇|条|分)+")
_ANY_LABEL = lazy_pattern(rf"{HAN}{{2,10}}{_BRACKET}[::]")
_UNIT_ALONE = lazy_pattern(rf"^(?:{_UNIT_WORDS}){_BRACKET}[::]?$")
_DATE_ALONE = lazy_pattern(rf"^(?:{_DATE_WORDS}){_BRACKET}[::]?$")
_ONLY_DATE = lazy_pattern(
    r"^(?:20\d{2}|[二〇○零]{2}[〇○零一二三四五六七八九十]{2})[年./-](?:\d{1,2}|[一二三四五六七八九十]{1,2})[月./-]"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?$"
)
_LONGEST = 2_000
"""Letters of a cell among which a line is looked for: explanations are that long, lines never.
The patterns would take seconds for a cell of a megabyte."""
_ONLY_MONTH = lazy_pattern(
    r"^\(?(?:20\d{2}年\d{1,2}|[二〇○零]{2}[〇○零一二三四五六七八九十]{2}年[一二三四五六七八九十]{1,2})月份?\)?$"
)
_ONLY_DAY = lazy_pattern(r"^\d{1,2}月\d{1,2}[日号]$")
_MONTH_OF_A_YEAR = lazy_pattern(r"^(?:[1-9]|1[0-2])月份?$")
_LONGEST_DATE = 40
_UP_TO = lazy_pattern(r"^(?:数据)?截[至止]到?(.{2,12}?)[底末止]?$")
_EDGE = " _;,。\uff0c\uff1b"
_CLEAN_UNIT = lazy_pattern(r"[((【\[]?(?:公章|盖章|签章|章)[))】\]]?|^[__\s]+|[__\s]+$")


class Line(NamedTuple):
    """A label's value with the cell that it stands in."""

    text: str
    place: Position
    value: CellValue = None
    """The value itself where it has a cell of its own: a real date."""


def unit_line(grid: Grid, rows: Sequence[int], left: int, right: int) -> Line | None:
    """Whose sheet it is, as a line of those rows says; None where none does."""
    for row in rows:
        for column in within(grid.filled[row], left, right):
            value = grid.rows[row][column]
            if isinstance(value, str):
                line = _labelled(grid, row, column, value, right, _UNIT_LABEL, _UNIT_ALONE)
                if line and not is_unit_mark(line.text) and _is_name(line.text):
                    return line
    return None


def date_lines(grid: Grid, rows: Sequence[int], left: int, right: int) -> list[Line]:
    """What those rows say of the reporting date, likeliest first."""
    found: list[Line] = []
    for row in rows:
        for column in within(grid.filled[row], left, right):
            value = grid.rows[row][column]
            if isinstance(value, str):
                line = _labelled(grid, row, column, value, right, _DATE_LABEL, _DATE_ALONE)
                if line:
                    found.append(_rejoined(grid, line, right))
    return found


def _rejoined(grid: Grid, line: Line, right: int) -> Line:
    """A date whose year, month and day stand in cells of their own."""
    if not re.fullmatch(r"20\d{2}年?", line.text):
        return line
    row, column = line.place
    parts = [line.text.rstrip("年") + "年"]
    for value in grid.rows[row][column + 1 : min(column + 6, right + 1)]:
        part = "" if value is None else normal(plain(value))
        if re.fullmatch(r"\d{1,2}[月日]?|[年月日]", part):
            parts.append(part)
    text = re.sub(r"年年", "年", "".join(parts))
    whole = re.fullmatch(r"(20\d{2})年(\d{1,2})月?(?:(\d{1,2})日?)?", text)
    return Line(text, line.place) if whole else line


def bare_dates(grid: Grid, rows: Sequence[int], left: int, right: int) -> list[Line]:
    """Cells of those rows that hold a date and nothing else."""
    found: list[Line] = []
    for row in rows:
        whole = spread_date(grid, row, left, right)
        if whole:
            found.append(whole)
        for column in within(grid.filled[row], left, right):
            value = grid.rows[row][column]
            if isinstance(value, str):
                if is_date(value):
                    found.append(Line(tidy(value), (row, column)))
            elif isinstance(value, dt.date):
                found.append(Line(plain(value), (row, column), value))
    return found


def is_date(value: CellValue) -> bool:
    """True for a date, or a text that is a date and nothing else."""
    if isinstance(value, str):
        return len(value) < _LONGEST_DATE and _ONLY_DATE.match(normal(value)) is not None
    return isinstance(value, dt.date)


def is_day(value: CellValue) -> bool:
    """True for a date or a text that is one, be it without its year: 6月30日."""
    return is_date(value) or (
        isinstance(value, str)
        and len(value) < _LONGEST_DATE
        and _ONLY_DAY.match(normal(value)) is not None
    )


def names_month(value: CellValue) -> bool:
    """True for a text that is a month and nothing else, be it without its year: 6月份."""
    return is_month(value) or (
        isinstance(value, str)
        and len(value) < _LONGEST_DATE
        and _MONTH_OF_A_YEAR.match(normal(value)) is not None
    )


def names_state(value: CellValue) -> bool:
    """True for a day up to which figures count, and nothing else: 截至6月底."""
    match = _UP_TO.match(normal(value)) if isinstance(value, str) else None
    return match is not None and (is_day(match[1]) or names_month(match[1]))


def is_month(value: CellValue) -> bool:
    """True for a text that is a month of a year and nothing else."""
    return (
        isinstance(value, str)
        and len(value) < _LONGEST_DATE
        and _ONLY_MONTH.match(normal(value)) is not None
    )


def spread_date(grid: Grid, row: int, left: int, right: int) -> Line | None:
    """A date whose year, month and day stand in cells of their own: 2021 | 年 | 6 | 月 | …"""
    columns = within(grid.filled[row], left, right)
    if not 3 <= len(columns) <= 7:
        return None
    text = "".join(normal(plain(grid.rows[row][column])) for column in columns)
    if not re.fullmatch(r"20\d{2}年\d{1,2}月(?:\d{1,2}日)?", text):
        return None
    return Line(text, (row, columns[0]))


def lone_texts(grid: Grid, rows: Sequence[int]) -> list[Line]:
    """Short texts that stand alone in their row: the unit's name as a signature."""
    found = []
    for row in rows:
        if len(grid.filled[row]) == 1:
            value = grid.rows[row][grid.filled[row][0]]
            if isinstance(value, str) and len(value) <= 30:
                found.append(Line(tidy(value), (row, grid.filled[row][0])))
    return found


def has_label(text: str) -> bool:
    """True for a cell that holds such a line, or its label."""
    text = text[:_LONGEST]
    flat = _flat(text)
    return bool(
        _UNIT_LABEL.search(flat)
        or _UNIT_ALONE.match(normal(text))
        or _DATE_ALONE.match(normal(text))
        or (_DATE_LABEL.search(flat) and ("截" in flat or ":" in flat))
        or re.match(rf"^(?:计量)?单位{_SEPARATED}", flat)
    )


def is_line_label(text: str) -> bool:
    """True for the label of such a line alone: 填报单位, 填报日期:."""
    plain_text = normal(text)
    return bool(_UNIT_ALONE.match(plain_text) or _DATE_ALONE.match(plain_text))


def _flat(text: str) -> str:
    """The text with brackets and colons levelled, its spaces kept: they part the lines."""
    return text.translate(_LEVEL).strip()


_LEVEL = str.maketrans(
    {"(": "(", ")": ")", ":": ":", "\u3000": " ", "\u00a0": " ", "\t": "  ", "\n": "  ", "﹕": ":"}
    | {chr(0xFF08): "(", chr(0xFF09): ")", chr(0xFF1A): ":"}
)


def _labelled(
    grid: Grid,
    row: int,
    column: int,
    text: str,
    right: int,
    label: re.Pattern[str],
    alone: re.Pattern[str],
) -> Line | None:
    text = text[:_LONGEST]
    if alone.match(normal(text)):
        return _neighbour(grid, row, column, right)
    flat = _flat(text)
    match = label.search(flat)
    if match is None:
        return None
    rest = flat[match.end() :].lstrip(": ")
    following = _ANY_LABEL.search(rest)
    if following:
        rest = rest[: following.start()]
    rest = _CLEAN_UNIT.sub("", rest).strip(_EDGE)
    if not rest and match.end() >= len(flat.rstrip(" _")):
        return _neighbour(grid, row, column, right)
    return Line(tidy(rest), (row, column)) if rest else None


def _neighbour(grid: Grid, row: int, column: int, right: int) -> Line | None:
    """The cell to the right of a label, if it is no label itself."""
    end = grid.spans.get((row, column), (row, column))[1]
    for following in range(end + 1, min(end + 4, right + 1)):
        value = grid.rows[row][following]
        if value is None:
            continue
        text = value if isinstance(value, str) else plain(value)
        if isinstance(value, str) and has_label(value):
            return None
        return Line(tidy(_CLEAN_UNIT.sub("", _flat(text))), (row, following), value)
    return None


def _is_name(text: str) -> bool:
    """False for what a blank form leaves behind the label: underscores, 年 月 日, 人."""
    plain_text = normal(text)
    if plain_text in GENERIC:  # 单位 | 数量 heads columns
        return False
    letters = sum(map(str.isalpha, plain_text))
    return letters >= 2 and _MEASURES.fullmatch(plain_text) is None
