"""The reporting date of a table: what its sheet says, else its title, names, or arrival."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

from dashboard.intake.clean import DateFrame, clean_date, find_date
from dashboard.intake.locate.labels import Line
from dashboard.intake.model import Context
from dashboard.patterns import lazy_pattern

Source = Literal["sheet", "title", "sheet_name", "file_name", "workbook", "arrival"]
_A_YEAR = lazy_pattern(r"(?<!\d)(20\d{2})(?!\d)")
_OF_OTHERS = lazy_pattern(
    r"(?:督导|督查|检查|评查|整改|反馈|交办|会议|印发|公[开示布])(?:日期|时间)[:\uff1a]\s*\S*"
)
"""Days of other things in a title; they date the sheet where nothing else does."""
_SAMPLES = lazy_pattern(
    r"(?:如|例|格式|样式|写[成为]|填写?[成为]?)[:\uff1a为是]?[\"“‘(\uff08]?20\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?"
    r"|20\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?[\"”’)\uff09]?的?(?:这样的?|这种)?(?:格式|样式|形式)"
)
"""Days in instructions over a table, which only show how to write one."""
_BEFORE_THE_SEASON = dt.timedelta(days=183)
_DIGIT = lazy_pattern(r"[\d〇零一二三四五六七八九十]")


class Reported(NamedTuple):
    """The reporting date, where it was found, and a line that was not understood."""

    day: dt.date
    source: Source
    misread: Line | None = None


class Said(NamedTuple):
    """Everything around a table that may name its date."""

    lines: tuple[Line, ...]
    """Lines such as 填报日期: over the table, then under it, then those of a cover sheet."""
    title: str
    sheet: str
    file: str
    alone: tuple[Line, ...] = ()
    """Dates without a label on a cover sheet, where nothing else names one."""
    elsewhere: Callable[[int | None, Context], dt.date | None] | None = None
    """The day that the lines of the file's other sheets agree on, where the table's own has
    none; it takes the year of a date without one."""


def reported_on(said: Said, context: Context) -> Reported:
    """The reporting date; the day of arrival where nothing names another."""
    year = year_said(said, context)
    misread = None
    for line in said.lines:
        day = line_date(line, year, context)
        if day is not None:
            return Reported(day, "sheet")
        if _DIGIT.search(line.text):
            misread = misread or line
    title = _without_samples(said.title)
    names: tuple[tuple[str, Source], ...] = (
        (_OF_OTHERS.sub("", title), "title"),
        (said.sheet, "sheet_name"),
        (said.file, "file_name"),
        (title, "title"),
    )
    for text, source in names:
        day = find_date(text, year)
        if day is not None:
            return Reported(day, source, misread)
    day = said.elsewhere(year, context) if said.elsewhere else _alone(said, year, context)
    if day is not None:
        return Reported(day, "workbook", misread)
    return Reported(context.received_on, "arrival", misread)


def _without_samples(title: str) -> str:
    if not any(word in title for word in ("如", "例", "格式", "样式", "形式", "写", "填")):
        return title
    return _SAMPLES.sub("", title)


def long_before(day: dt.date, season: tuple[dt.date, dt.date]) -> bool:
    """True for a day on which no unit can have reported: a slip of the year, mostly."""
    return season[0] - day > _BEFORE_THE_SEASON


def _alone(said: Said, year: int | None, context: Context) -> dt.date | None:
    days = {line_date(line, year, context) for line in said.alone} - {None}
    return days.pop() if len(days) == 1 else None


def year_said(said: Said, context: Context) -> int | None:
    """The year that a date without one takes: the title's, the names', the plan's."""
    return year_named(said) or context.plan_year


def year_named(said: Said) -> int | None:
    """The one year that the title, else the sheet's name, else the file's name states."""
    for text in (said.title, said.sheet, said.file):
        years = set(_A_YEAR.findall(text))
        if len(years) == 1:
            return int(years.pop())
    return None


def line_date(line: Line, year: int | None, context: Context) -> dt.date | None:
    """The day in a line; a real date or a number in a cell of its own counts too."""
    if isinstance(line.value, dt.datetime):
        return line.value.date()
    if isinstance(line.value, dt.date):
        return line.value
    found = find_date(line.text, year)
    if found is None:
        frame = DateFrame(dt.date(year or context.received_on.year, 12, 31), year is None, year)
        cleaned = clean_date(line.value if line.value is not None else line.text, frame)
        found = cleaned.value if isinstance(cleaned.value, dt.date) else None
    return found
