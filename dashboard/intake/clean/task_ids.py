"""Task numbers: 4.4.1, 4-4-1, 四(四)1 are one and the same."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dashboard.intake.clean import numerals
from dashboard.intake.clean.compact import compact
from dashboard.intake.clean.result import Found, unclear
from dashboard.intake.clean.texts import clean_text
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

_NUMBER = rf"(?:\d{{1,2}}|[{numerals.DIGITS}十]{{1,3}})"
_BETWEEN = r"[.\-、,。·_/:]"
_TASK = lazy_pattern(
    rf"(?:第|任务|编号|no\.?|task)*:?(?P<part>{_NUMBER})(?:{_BETWEEN}|(?=\())"
    rf"\(?(?P<group>{_NUMBER})(?:{_BETWEEN}|\){_BETWEEN}?|(?=\())"
    rf"\(?(?P<item>{_NUMBER})\)?{_BETWEEN}?(?P<rest>.*)"
)
_TWO_PARTS = lazy_pattern(
    rf"(?P<part>[{numerals.DIGITS}十]{{1,3}})、?\((?P<group>{_NUMBER})\)[.、]?"
)
_BRACKETED = lazy_pattern(r"^[(\[](\d{1,2}(?:[.-]\d{1,2}){2})[)\]]$")
_SEVERAL = lazy_pattern(r"(\d{1,2}(?:\.\d{1,2}){2})[、,;/~至和及\s-]+(\d{1,2}(?:\.\d{1,2}){2}).*")
_A_DATE = lazy_pattern(r"(?:19|20)\d{2}[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: ?00:00(?::00)?)?")


def clean_task_id(value: CellValue) -> Found:
    """The number of a task as parts between dots; other text stays as it is written.

    A date is an error: a spreadsheet program turns 4.4.1 into one when it is typed. The numbers
    of two tasks are doubted: the row is of neither.
    """
    if isinstance(value, dt.date):
        return _became_date(value.year, value.month, value.day)
    return _of_text(value) if isinstance(value, str) else clean_text(value)


@lru_cache(maxsize=4096)
def _of_text(written: str) -> Found:
    found = clean_text(written)
    if found.value is None:
        return found
    text = _BRACKETED.sub(r"\1", compact(written))
    if match := _A_DATE.fullmatch(text):
        return _became_date(int(text[:4]), int(match[1]), int(match[2]))
    if _SEVERAL.fullmatch(text):
        return found._replace(code="several_tasks")
    if match := _TASK.fullmatch(text):
        return _joined(match, found)
    if match := _TWO_PARTS.fullmatch(text):
        return Found(f"{_plain(match['part'])}.{_plain(match['group'])}")
    return found


def _joined(match: re.Match[str], as_text: Found) -> Found:
    number = ".".join(_plain(match[name]) for name in ("part", "group", "item"))
    rest = match["rest"]
    if not rest:
        return Found(number)
    # a further number or a second task: not one task's number
    if rest[0].isdigit() or _TASK.search(rest) or rest[0] in ".-":
        return as_text
    return Found(number, "task_id_with_text", {"number": number})


def _plain(number: str) -> str:
    value = int(number) if number.isdigit() else numerals.chinese_integer(number)
    return number if value is None else str(value)


def _became_date(year: int, month: int, day: int) -> Found:
    return unclear("task_id_became_date", likely=f"{year % 100}.{month}.{day}")
