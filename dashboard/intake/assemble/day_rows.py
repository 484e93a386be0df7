"""Rows that say of which day the figures below them are: 截至2021年5月31日 over the units."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.clean import find_date
from dashboard.intake.locate.grid import within
from dashboard.intake.locate.labels import is_day, names_month
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.days import STOCK, has_no_day
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LONGEST = 40
_AROUND = lazy_pattern(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}、)?"
    r"(?:数据|统计|填报|上报)?(?:截[至止]到?|时点|日期|时间|截止日期)?[::]*|(?:底|末|数据|情况|统计)*$"
)


def heads_days(draft: Draft, text: str) -> bool:
    """True for a text alone in its row that is the day of the rows below it."""
    return has_no_day(draft.kind) and _is_day(draft, text)


def days_of_rows(draft: Draft, year: int | None) -> list[dt.date | None] | None:
    """For each row the day that stands over it, None above the first of them; None where not
    at least two days stand between the rows."""
    if not has_no_day(draft.kind) or not draft.rows:
        return None
    body, rows = draft.found.body, []
    days: list[dt.date] = []
    for row in sorted({*body.sections, *body.notes, *draft.dropped}):
        day = _day(draft, row, year) if row < draft.rows[-1] else None
        if day is not None:
            rows.append(row)
            days.append(day)
    if len(set(days)) < 2:
        return None
    draft.dropped = [row for row in draft.dropped if row not in rows]
    body.sections |= {row: days[at].isoformat() for at, row in enumerate(rows)}
    body.notes = [row for row in body.notes if row not in rows]
    places = [bisect_right(rows, row) - 1 for row in draft.rows]
    return [days[place] if place >= 0 else None for place in places]


def _day(draft: Draft, row: int, year: int | None) -> dt.date | None:
    """The day that the row says, if it says nothing else."""
    found = draft.found
    columns = within(found.grid.filled[row], found.left, found.right)
    if len(columns) != 1:
        return None
    value: CellValue = found.grid.rows[row][columns[0]]
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return find_date(value, year) if isinstance(value, str) and _is_day(draft, value) else None


def _is_day(draft: Draft, text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    bare = _AROUND.sub("", normal(text))
    return is_day(bare) or (draft.kind.view in STOCK and names_month(bare))
