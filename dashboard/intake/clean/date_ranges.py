"""Ranges of dates: 10月至11月, 6月1日-8月10日, 2021.6.1-8.10, 1-3季度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.intake.clean.date_words import without_words
from dashboard.intake.clean.spans import Span
from dashboard.intake.clean.written_dates import read_one
from dashboard.patterns import lazy_pattern

_JOIN = lazy_pattern(r"[至到~-]")
_BARE_DAY = lazy_pattern(r"(\d{1,2})[日号]?")
_SHORT_MONTHS = lazy_pattern(r"\d{1,2}月")
_SHORT_QUARTERS = lazy_pattern(r"[第\d]+季度?")


def read_range(plain: str) -> Span | str | None:
    """Two dates joined by 至, ~ or -; what the second leaves out it takes from the first."""
    found = {span for span in _ranges(plain) if not isinstance(span, str)}
    if len(found) == 1:
        return found.pop()
    return "ambiguous_date" if found else None


def _ranges(plain: str) -> Iterator[Span]:
    for joint in _JOIN.finditer(plain):
        left, right = plain[: joint.start()], plain[joint.end() :]
        if not left or not right or _JOIN.match(right):
            continue
        first, last = _left(left, right), read_one(right)
        if first is None:
            continue
        if bare := _BARE_DAY.fullmatch(right):
            last = _continued(first, int(bare[1]))
        if isinstance(last, str) and right.count("-") == 1:
            last = read_one(right.replace("-", "."))  # 6.1-8-10: after a range no range
        if isinstance(last, Span) and not _is_reversed(joined := _joined(first, last)):
            yield joined


def _left(left: str, right: str) -> Span | None:
    """The first date, with the unit that only the second one shows: 6-8月, 1-3季度."""
    if _SHORT_MONTHS.match(right) and re.fullmatch(r"(?:\d{4}年)?\d{1,2}", left):
        left += "月"
    elif _SHORT_QUARTERS.match(right) and re.fullmatch(r"(?:\d{4}年)?第?\d", left):
        left += "季度"
    span = read_one(left) or _parse_since(left)
    return span if isinstance(span, Span) else None


def _parse_since(left: str) -> Span | str | None:
    core, _ = without_words(left)
    return read_one(core) if core != left else None


def _continued(first: Span, number: int) -> Span:
    """The end of 6月1-15日 or of 2021.6-8."""
    if first.sort == "month":
        last = first.last._replace(month=number)
        return first._replace(first=last._replace(day=1), last=last)
    last = first.last._replace(day=number)
    return first._replace(first=last, last=last)


def _is_reversed(span: Span) -> bool:
    """Whether it ends before it begins. Months without a year run into the next: 12月至2月."""
    start, end = span.first, span.last
    days = (start.month, start.day), (end.month, end.day)
    if start.year is None or end.year is None:
        return start.year == end.year and start.month == end.month and days[1] < days[0]
    return (end.year, *days[1]) < (start.year, *days[0])


def _joined(first: Span, last: Span) -> Span:
    start, end = first.first, last.last
    if end.year is None and start.year is not None:
        end = end._replace(year=start.year + (end.month < start.month))
    return Span(start, end, "range", first.approximate or last.approximate)
