"""Dates of which a part stands elsewhere: 9日 under the row 6月, 6月9日 under the row 2021年."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.when import Said
from dashboard.intake.locate.grid import plain
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.spelling import key
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LONGEST = 20
_LONGEST_DAY = 6
_NUMBERS = "一二三四五六七八九十"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_YEAR = r"(?P<year>20\d\d)年度?"
_PERIOD = lazy_pattern(
    rf"(?:[{_NUMBERS}]+、|\([{_NUMBERS}\d]+\)|\d{{1,2}}[、.])?"
    rf"(?:{_YEAR}(?:(?P<month>{_MONTH})月份?)?|(?P<alone>{_MONTH})月份?)"
)
_OF_A_MONTH = lazy_pattern(
    rf"(?<![至到~\-—–、和])20\d\d年度?(?:{_MONTH})月份?(?![\d份\-~至到—–、及和])"
)
_DAY = lazy_pattern(r"(?P<day>3[01]|[12]\d|0?[1-9])[日号]?|(?P<part>[上中下]旬|[初底末])")
_YEARLESS = lazy_pattern(
    r"(?P<month>1[0-2]|0?[1-9])(?:月(?P<rest>\D*|\d{1,2}[日号]?)|[./\-](?P<day>3[01]|[12]\d|0?[1-9])日?)"
)
_NUMERIC = frozenset((int, float))
_MONTHS, _YEARS = frozenset(("月", "月份", "年月")), frozenset(("年", "年份", "年度", "年月"))


@dataclass(frozen=True, slots=True)
class _Period:
    """A year, a month, or a month of a year."""

    year: int | None = None
    month: int | None = None

    def within(self, outer: _Period) -> _Period:
        """The same with the year of what stands around it, if it has none."""
        return replace(self, year=self.year or outer.year)


def is_period(text: str) -> bool:
    """True for 6月, 2021年, 二、2021年6月份 and nothing else in the cell."""
    return len(text) <= _LONGEST and _PERIOD.fullmatch(normal(text)) is not None


def lend_periods(draft: Draft, raw: Raw, said: Said) -> None:
    """Complete dates without year or month from the rows over them, from a column of months
    beside them, or else days from the month that the sheet is of.

    A month is lent to the first column of days alone: what else happened to a thing may
    have come later, and 15日 under 办理期限 is as many days."""
    dates = [one.name for one in draft.kind.columns if one.type == "date" and one.name in raw]
    heads = draft.matched.columns
    of_days = [name for name in dates if "限" not in heads[name].path[-1]]
    first = min(of_days, key=lambda name: heads[name].column, default=None)
    starts, periods = _sections(draft) if dates and draft.found.body.sections else ([], [])
    columns = _columns(draft) if dates else []
    if first and not starts and not columns and _has_bare_days(raw[first]):
        starts, periods = [-1], [_of_sheet(said)]
    for index, row in enumerate(draft.rows) if starts or columns else ():
        place = bisect_right(starts, row) - 1
        period = periods[place] if place >= 0 else _Period()
        period = _beside(draft, row, columns).within(period) if columns else period
        for name in dates:
            lent = period if name == first else replace(period, month=None)
            raw[name][index] = _completed(raw[name][index], lent)


def _sections(draft: Draft) -> tuple[list[int], list[_Period]]:
    """The rows that name a period over the rows below them; a month is one of the year that
    was named last."""
    starts: list[int] = []
    periods: list[_Period] = []
    for row, text in sorted(draft.found.body.sections.items()):
        period = _read(text)
        if period is not None:
            periods.append(period.within(periods[-1] if periods else _Period()))
            starts.append(row)
    return starts, periods


def _read(value: CellValue) -> _Period | None:
    text = normal(plain(value))[:_LONGEST] if value is not None else ""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    month = match["month"] or match["alone"]
    return _Period(int(match["year"]) if match["year"] else None, _number(month) if month else None)


def _number(month: str) -> int:
    """6 and 六 are 6, 十一 is 11."""
    if month.isdigit():
        return int(month)
    return sum(_NUMBERS.index(letter) + 1 for letter in month)


def _columns(draft: Draft) -> list[tuple[int, bool]]:
    """The columns of periods beside the dates; whether each is one of months."""
    names = [(head.column, key(head.path[-1])) for head in draft.matched.unmatched]
    return [(column, name in _MONTHS) for column, name in names if name in _MONTHS | _YEARS]


def _beside(draft: Draft, row: int, columns: list[tuple[int, bool]]) -> _Period:
    found = _Period()
    for column, of_months in columns:
        value = draft.found.grid.value(row, column)
        text = "" if value is None else normal(plain(value))
        if text.isdigit():
            text += "月" if of_months else "年"
        period = _read(text)
        if period is not None:
            found = _Period(period.year or found.year, period.month or found.month)
    return found


def _of_sheet(said: Said) -> _Period:
    """The one month that the sheet's title or name says it is of."""
    for text in (said.title, said.sheet):
        months = {match.group() for match in _OF_A_MONTH.finditer(normal(text))}
        if len(months) == 1:
            return _read(months.pop()) or _Period()
    return _read(said.sheet) or _Period()


def _has_bare_days(values: list[CellValue]) -> bool:
    """True where 9日, 9 or 上旬 is among them; of most cells their length tells that they are
    none."""
    texts = {value for value in values if type(value) is str and len(value) < _LONGEST_DAY}
    if any(_DAY.fullmatch(normal(text)) for text in texts):
        return True
    if _NUMERIC.isdisjoint(map(type, values)):
        return False
    return any(type(value) in _NUMERIC and value in range(1, 32) for value in values)


def _completed(value: CellValue, period: _Period) -> CellValue:
    """The date with what the period has and it has not; as it is where that is nothing."""
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return value
    text = normal(plain(value))[:_LONGEST]
    year = f"{period.year}年" if period.year else ""
    if period.month and (match := _DAY.fullmatch(text)):
        end = f"{match['day']}日" if match["day"] else match["part"]
        return f"{year}{period.month}月{end}"
    if year and isinstance(value, str) and (match := _YEARLESS.fullmatch(text)):
        end = match["rest"] if match["day"] is None else f"{match['day']}日"
        return f"{year}{match['month']}月{end}"
    return value
