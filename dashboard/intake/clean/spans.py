"""The days that a date in writing stands for: one day, a month, a quarter, a range."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import Literal, NamedTuple

Sort = Literal["day", "month", "period", "year", "range"]
EARLIEST_YEAR = 1949
LATEST_YEAR = 2099
LAST_DAY = 100
"""Stands for the last day of the month, whichever it is. No two digits say it: 2021-06-00 is
no day at all."""


@lru_cache(maxsize=4096)
def _days_of(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


class Parts(NamedTuple):
    """A day as written: the year may be missing, the day may be ``LAST_DAY``."""

    year: int | None
    month: int
    day: int

    def date(self, year: int) -> dt.date | None:
        """The day, in ``year`` where it has none of its own; None if there is no such day."""
        year = self.year or year
        if not EARLIEST_YEAR <= year <= LATEST_YEAR or not 1 <= self.month <= 12:
            return None
        last = _days_of(year, self.month)
        day = last if self.day == LAST_DAY else self.day
        return dt.date(year, self.month, day) if 1 <= day <= last else None


class Span(NamedTuple):
    """First and last day of what is written, and what is uncertain about it."""

    first: Parts
    last: Parts
    sort: Sort = "day"
    approximate: bool = False
    planned: bool = False
    """A day that is only expected: 预计…, 拟…"""
    until: bool = False
    """Only the end is named: 即日起至…"""
    since: bool = False
    """Only the beginning is named: 6月9日起."""
    shift: int = 0
    """Years from the year that is lent to it: 1 for 明年."""
    in_text: bool = False
    """Other words stand around it."""

    @property
    def yearless(self) -> bool:
        """Whether the year must come from elsewhere."""
        return self.last.year is None

    def resolve(self, year: int, *, start: bool = False) -> dt.date | None:
        """Its last day (its first for a ``start``); ``year`` is lent where it has none."""
        year += self.shift
        if start:
            return self.first.date(year)
        if self.last.year is None and self.last.month < self.first.month:
            year += 1  # 12月至2月 ends in the year after
        return self.last.date(year)


def one_day(year: int | None, month: int, day: int) -> Span:
    """A single day."""
    parts = Parts(year, month, day)
    return Span(parts, parts)


def months(year: int | None, first: int, last: int, sort: Sort = "period") -> Span:
    """From the first day of a month to the last day of another."""
    return Span(Parts(year, first, 1), Parts(year, last, LAST_DAY), sort)


def of_year(written: str | None) -> int | None:
    """A year as written; two digits are of this century."""
    if not written:
        return None
    return int(written) if len(written) > 2 else 2000 + int(written)
