"""Dates of cells: real ones, numbers and text, judged by the frame of the sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from dashboard.intake.clean.compact import compact, is_error_value, is_stroke
from dashboard.intake.clean.date_text import parse_date_text
from dashboard.intake.clean.result import NOTHING, DateFrame, Found, PercentNumber, unclear
from dashboard.intake.clean.spans import EARLIEST_YEAR, LATEST_YEAR, Parts, Span, months, one_day
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

Role = Literal["start", "due", "event"]
"""What a column's date is: the first day of something, its last, or when it happened."""

_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range((dt.date(1990, 1, 1) - _EPOCH).days, (dt.date(2061, 1, 1) - _EPOCH).days)
_TOO_LARGE = 10**8
_PLAIN = lazy_pattern(
    r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"
)
_DIGITS = lazy_pattern(r"\d{5}(?:\.\d+)?|\d{5}\.0")
_MARGIN = dt.timedelta(days=3 * 366)
"""How far outside the season a date is doubted: a slip of the year is farther off."""
_LONG_AGO = frozenset(("issued_on", "dated_on"))
"""What was issued long before the season is still in force: only the future is doubted."""

_DONE_ON = "closed_on"
"""A deadline there (年底前) that has not passed would count what is open as done."""


def role_of(column: str) -> Role:
    """The role of a date column by its name in the kind."""
    if column.startswith("start"):
        return "start"
    return "due" if column.startswith(("due", "end")) else "event"


def clean_date(
    value: CellValue, frame: DateFrame, *, role: Role = "event", years: Collection[int] = ()
) -> Found:
    """The day that a cell names; a month, quarter or half year is its last day.

    For a ``start`` it is the first. A range is its last day (first for a ``start``), doubtful
    in an ``event``. Without a year it takes the reporting date's; where that is only the day
    of arrival, the one year in ``years`` (those of the other dates), else it is an error.
    """
    return place_date(parse_date(value), frame, role=role, years=years)


def parse_date(value: CellValue) -> Found:
    """The cell's ``Span`` or real date, not yet judged by a frame."""
    if isinstance(value, str):
        return _parse_text(value)
    if value is None:
        return NOTHING
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        plausible = EARLIEST_YEAR <= value.year <= LATEST_YEAR
        return Found(value) if plausible else unclear("impossible_date")
    if isinstance(value, (int, float)) and not isinstance(value, (bool, PercentNumber)):
        return _parse_number(value)
    return unclear("not_a_date")


def is_span(value: CellValue) -> bool:
    """True for a text that names a first day and a last."""
    found = parse_date(value).value if isinstance(value, str) else None
    return isinstance(found, Span) and found.sort == "range"


@lru_cache(maxsize=8192)
def _parse_text(value: str) -> Found:
    if (plain := _PLAIN.fullmatch(value)) and (day := _plain_day(*plain.groups(""))):
        return Found(day)
    text = compact(value)
    if not text or is_stroke(text):
        return NOTHING
    if is_error_value(text):
        return unclear("error_value_text")
    if _DIGITS.fullmatch(text):
        return _parse_number(float(text))
    return parse_date_text(value)


def _plain_day(year: str, _mark: str, month: str, day: str, *chinese: str) -> dt.date | None:
    """The day as most write it, if there is such a day."""
    if any(chinese):
        year, month, day = chinese
    return Parts(int(year), int(month), int(day)).date(0)


def _parse_number(number: float) -> Found:
    if not 0 <= number < _TOO_LARGE:  # nor is nan
        return unclear("not_a_date")
    whole = int(number)
    if whole in _SERIALS:
        return Found(_EPOCH + dt.timedelta(days=whole))
    if number != whole:
        return _of_decimal(number)
    digits = str(whole)
    return parse_date_text(digits) if len(digits) in (4, 6, 8) else unclear("not_a_date")


def _of_decimal(number: float) -> Found:
    """A date with one dot that the spreadsheet took for a number: 6.9, 2021.6.

    It drops a last zero, so that 6.1 may have been 6.10: such a one is ambiguous.
    """
    text = f"{number:.6f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    big = len(whole) == 4
    if not 1 <= len(decimals) <= 2 or not (big or 1 <= int(whole) <= 12):
        return unclear("not_a_date")
    part = int(decimals)
    if len(decimals) == 1 and part * 10 <= (12 if big else 31):
        return unclear("ambiguous_date")
    if big:
        return Found(months(int(whole), part, part, "month"))
    return Found(one_day(None, int(whole), part))


def place_date(
    parsed: Found, frame: DateFrame, *, role: Role, years: Collection[int] = (), column: str = ""
) -> Found:
    """The parsed cell as one day, in the year that belongs to it."""
    if parsed.code == "no_date_yet":
        return NOTHING if role == "event" else unclear("not_a_date")
    span = parsed.value
    if isinstance(span, dt.date):
        return _in_season(span, None, frame, column)
    if span is None:
        return parsed
    misplaced = _misplaced(span, role)
    year = _year(span, frame, years)
    if misplaced or year is None:
        return unclear(misplaced or "date_without_year")
    day = span.resolve(year, start=role == "start")
    if day is None or span.first.date(year + span.shift) is None:
        misplaced = "impossible_date"
    elif span.until and column == _DONE_ON and day >= frame.reported_on:
        misplaced = "date_only_planned"
    if day is None or misplaced:
        return unclear(misplaced or "impossible_date")
    return _in_season(day, _doubt(span, role), frame, column)


def _misplaced(span: Span, role: Role) -> str | None:
    """The code of a date that says something else than its column asks."""
    if span.planned and role == "event":
        return "date_only_planned"
    only_start = span.since and role == "due"
    only_end = span.until and role == "start"
    return "not_a_date" if (only_start or only_end) and span.sort != "range" else None


def _year(span: Span, frame: DateFrame, years: Collection[int]) -> int | None:
    """The year for a span; only a yearless one needs it."""
    if not span.yearless or not frame.by_arrival:
        return frame.reported_on.year
    known = set(years)
    return known.pop() if len(known) == 1 and not span.shift else None


def _doubt(span: Span, role: Role) -> str | None:
    if span.in_text:
        return "date_in_text"
    if span.approximate:
        return "approximate_date"
    if span.sort == "year":
        return "only_a_year"
    return "date_range" if span.sort == "range" and role == "event" else None


def undoubted(frame: DateFrame, column: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that are plain in that column, with the year written."""
    if frame.season is None:
        return dt.date.min, dt.date.max
    first, last = frame.season
    return (dt.date.min if column in _LONG_AGO else first - _MARGIN), last + _MARGIN


def _in_season(day: dt.date, doubt: str | None, frame: DateFrame, column: str) -> Found:
    if doubt is not None:
        return Found(day, doubt, {"date": day.isoformat()})
    if frame.season is not None:
        first, last = frame.season
        earliest, latest = undoubted(frame, column)
        if not earliest <= day <= latest:
            days = {"date": day, "first": first, "last": last}
            named = {name: one.isoformat() for name, one in days.items()}
            return Found(day, "date_outside_season", named)
    return Found(day)
