"""Dates inside running text: a title, a line over the table, a file name, a remark."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from dashboard.intake.clean.date_ranges import read_range
from dashboard.intake.clean.spans import Span
from dashboard.intake.clean.written_dates import date_text, read_one
from dashboard.patterns import lazy_pattern

_FIRST_YEAR, _LAST_YEAR = 1990, 2060
_S = r"[./\-]"
_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_DAY = rf"{_D}(?:[日号]|(?! \d))"
"""Not the 3 of 6月3 0日, typed apart."""
_Y = r"(?:19|20)\d{2}"
_PART_OF_MONTH = r"(?:月?[底末]|[上中下]旬|初)"
_IN_TEXT = lazy_pattern(
    rf"(?P<range>(?<!\d)(?:(?:{_Y})年)?(?:(?:{_M}月?|{_M}月{_D}日?)(?:-|~|至|到)(?:(?:{_Y})年)?"
    rf"{_M}月份?(?:{_DAY}|{_PART_OF_MONTH})?(?!\d)|{_M}月{_D}日?(?:-|~|至|到){_D}日))"
    rf"|(?<!\d)(?:{_Y})年度?{_M}月份?(?:{_DAY}|{_PART_OF_MONTH})?(?![\d月])"
    rf"|(?<![\d.])(?:{_Y}){_S}{_M}{_S}{_D}(?![\d])[日号]?"
    rf"|(?<!\d)(?:{_Y})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=(?:\d{{4}}|\d{{6}})?(?!\d))"
    rf"|(?<![\d.])[1-4]\d\.{_M}\.{_D}(?![\d.]*\d)"
    rf"|(?<![\d.])(?:{_Y})(?:{_S}{_M}(?![\d.]|{_S}\d)月?)"
    rf"|(?<!\d)(?:{_Y})(?:0[1-9]|1[0-2])(?!\d)"
    rf"|(?<!\d){_M}月份?(?:{_DAY}|{_PART_OF_MONTH})?(?![\d月])"
    rf"|(?:(?<!\d)(?:{_Y})年度?)?(?:第?[1-4]季度|前[23]个?季度|[上下]半年|年?[底末](?<=年[底末])|全年)[末底]?"
    rf"|(?<![\da-z])(?:{_Y})年?-?q[1-4](?!\d)"
)
_LABEL = lazy_pattern(
    r"(?:填报|填表|统计|制表|上报|报送|报告|截至?|截止|时点|更新|编制)(?:日期|时间|时点|截止|止|至|到|于|日)*[:(]?$"
    r"|(?:日期|时间|时点)[:(]?$"
)
_LABELLED_DAY = lazy_pattern(rf"(?<=[:(至止到]){_M}[./]{_D}(?![\d./])")
_COPY = (
    r"(?:\((?:\d{1,2}|标注\d*|改|修改|副本|定稿|终稿)\)"
    r"|[-_]*(?:副本\d*|终稿|定稿|最终版?|修改稿?|改)|[-_]+v\d)*"
)
"""What programs, and people, put behind a name: (1), -副本, (标注), 终稿."""
_TAIL = rf"(?:报送?|上报|更新)?\)?{_COPY}(?=(?:\.[a-z]{{3,5}})?$)"
_AT_THE_END = lazy_pattern(
    rf"(?:[账表单况总报计案划录册度改汇息馆队科室局所站心院料展道传果校团办周][_\-]?|\()"
    rf"(?:{_M}\.{_D}[-~至到])?({_M}\.{_D}){_TAIL}|^{_M}\.{_D}[-~至到]({_M}\.{_D})$"
    rf"|(?<![件号第版本编])(?<=[\u4e00-\u9fff])((?:1[0-2]|0?[1-9])\.(?:[12]\d|3[01])){_TAIL}"
)
"""台账7.9.xlsx, 市图书馆8.6.xlsx, 台账(7.15)(1).xlsx, a week 6.7-6.13; not 附件1.2, V1.2, nor a
task's number."""
_FOUR_DIGITS = lazy_pattern(
    rf"(?<![件号第版本编])(?<=[\u4e00-\u9fff_\-(])(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]){_TAIL}"
)
"""任务台账0715.xlsx."""
_A_YEAR = lazy_pattern(rf"(?<![\d〔\[-])({_Y})(?=年|\D|$)(?![〕\]-])")


def find_spans(plain: str) -> Iterator[tuple[str, Span]]:
    """Every date in prepared text (``date_text``) with its wording, in its order."""
    for match, span in _placed(plain):
        yield match.group(), span


@lru_cache(maxsize=2_000)
def find_date(text: str, year: int | None) -> dt.date | None:
    """The day that a title, a line or a file name is about; None where it names none.

    A month, quarter or half year is its last day, a range ends with its last. A date without
    a year takes the one that the text names (2021年…6月报表), else ``year``; without either
    it is none. Of several dates the one after 填报日期, 统计时点 or 截至 counts, else the last.
    """
    plain = date_text(text)  # cut to a bearable length
    found = [(_labelled(plain, match.start()), span) for match, span in _placed(plain)]
    found += [(True, span) for span in _labelled_days(plain)]
    if not found and (last := _at_the_end(plain)):
        found.append((False, last))
    lent = _only_year(plain) or year
    days = [(labelled, day) for labelled, span in found if (day := _day(span, lent)) is not None]
    marked = [day for labelled, day in days if labelled]
    candidates = marked or [day for _, day in days]
    return candidates[-1] if candidates else None


def _at_the_end(plain: str) -> Span | None:
    """The day that closes a file's name: 7.9 or 0709, or that of a week, 6.7-6.13."""
    if match := _AT_THE_END.search(plain):
        read = read_one(match[1] or match[2] or match[3])
    elif match := _FOUR_DIGITS.search(plain):
        read = read_one(f"{match[1]}.{match[2]}")
    else:
        return None
    return read if isinstance(read, Span) else None


def _placed(plain: str) -> Iterator[tuple[re.Match[str], Span]]:
    for match in _IN_TEXT.finditer(plain):
        span = _read(match)
        if span is not None:
            yield match, span


def _read(match: re.Match[str]) -> Span | None:
    written = match.group().rstrip(".")
    read = read_range(written) if match["range"] else read_one(written)
    return read if isinstance(read, Span) else None


def _labelled(plain: str, start: int) -> bool:
    return _LABEL.search(plain[:start]) is not None


def _labelled_days(plain: str) -> Iterator[Span]:
    for match in _LABELLED_DAY.finditer(plain):
        read = read_one(match.group())
        if isinstance(read, Span) and _labelled(plain, match.start()):
            yield read


def _only_year(plain: str) -> int | None:
    years = set(_A_YEAR.findall(plain))
    return int(years.pop()) if len(years) == 1 else None


def _day(span: Span, year: int | None) -> dt.date | None:
    if span.yearless and year is None:
        return None
    day = span.resolve(year or 0)
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None
