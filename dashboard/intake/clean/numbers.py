"""Counts and scores: 12, 12人, 十二, 约12, 1,200, 3.5万 to numbers."""

from __future__ import annotations

import datetime as dt
import math
from functools import lru_cache

from dashboard.intake.clean import numerals
from dashboard.intake.clean.compact import compact, is_error_value, is_stroke, is_typed_apart
from dashboard.intake.clean.misread import likely_digits
from dashboard.intake.clean.result import NOTHING, Found, PercentNumber, unclear
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

_LARGEST = 2**31 - 1
_ABSURD = 10**15
_MOST_MARKS = 100
_MOST_DIGITS = 30
_ARABIC = r"(?:[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)"
NUMERAL = rf"(?:{_ARABIC}(?:e[+]?\d{{1,2}}|[百千万亿])?|[{numerals.CHARACTERS}点]+)"
"""A number as written, in compacted text."""
APPROXIMATELY = r"约|大约|大概|将近|接近|近"
ABOUT = r"左右|上下"
_COUNTER = (
    r"人次|件次|户次|家次|批次|个?人|名|位|个|件|次|项|份|家|户|条|起|宗|卷|处|所|篇|期|场|批|台|套|部"
    r"|支|只|例|单|本|册|页"
)
_UNITS = {
    "integer": _COUNTER,
    "number": f"{_COUNTER}|分",
    "quantity": f"{_COUNTER}|分|个?月|天|日|年|周",
}
_TOTAL = r"共计|合计|总计|总共|一共|共有|共|计|现有|实有|有"
TYPED_APART = "digits_typed_apart"
_DIGITS_APART = lazy_pattern(r"\d\s\d")
_REMARK = (
    r"\([^()\d]*\)|\((?:其中|含|包括|另)[^()]*\)"
    r"|[,;](?:其中|含|包括|另)[^()]*|\(\d{1,2}月[^()\d]*\)|\([^()\d]{0,4}\d+(?:\.\d+)?%\)"
)
"""In brackets: words, what is counted in, a month or a share; another number is a problem."""
_NUMBERS = {
    sort: lazy_pattern(
        rf"(?:{_TOTAL})?(?P<near>{APPROXIMATELY})?(?P<number>{NUMERAL})(?P<more>[余多来])?(?:{units})?"
        rf"(?P<over>[余多])?(?P<about>{ABOUT})?(?P<remark>{_REMARK})?[。.;,]?"
    )
    for sort, units in _UNITS.items()
}
_OF_SO_MANY = lazy_pattern(r"(\d{1,3}(?:\.\d+)?)分?/(\d{1,3})分?")
"""A score and what could be had: 38/40."""
_PLAIN = lazy_pattern(_ARABIC + r"(?:e[+]?\d{1,2})?")
_ANY_UNIT = rf"(?:{_UNITS['quantity']}|%|‰)?"
_BOUND = lazy_pattern(
    rf"(?:(?:大于|小于|不少于|不低于|不超过|不高于|不足|不到|不大于|不小于|至少|至多|最多|最少|超过|超|逾"
    rf"|高于|低于|多于|少于|[<>≥≤]=?){NUMERAL}{_ANY_UNIT}.{{0,4}}"
    rf"|{NUMERAL}{_ANY_UNIT}(?:及|或|\(含\))?(?:以上|以下|以内|之内|以外)"
    rf"|{NUMERAL}{_ANY_UNIT}(?:-|~|至|到){NUMERAL}{_ANY_UNIT}"
    rf"|[数几两]?[十百千]?[数几][十百千万]?{_ANY_UNIT}|{NUMERAL}几{_ANY_UNIT}"
    rf"|{NUMERAL}{_ANY_UNIT}[+]{_ANY_UNIT}|上[百千万]{_ANY_UNIT})"
)
_NONE_AT_ALL = frozenset((
    "无", "没有", "暂无", "均无", "无人", "零", "未配备", "尚未配备", "未发生", "未开展",
    "没有人", "空缺", "尚无", "目前无", "全无",
))  # fmt: skip
_ROUND = {"百": 100, "千": 1000, "万": 10_000}
"""Alone they are no numeral; in 近百 and 百余 they are a number that is not exact."""
_DIGITS = lazy_pattern(r"\d+")
_ODD_PARTS = lazy_pattern(r"[\d.]\.\d|\d[,万千百%]|-\d")
"""Numbers among parts that are more than their digits."""


def clean_integer(
    value: CellValue, *, minimum: float | None = None, maximum: float | None = None
) -> Found:
    """A whole number: 12, 12人, 十二, 约12 (doubtful), 1,200; 无 is 0, a stroke nothing.

    A bound (12以上), a range (3-5), several numbers (15人(女5人)), a fraction and letters
    that look like digits are errors, as is a number outside ``minimum`` to ``maximum``.
    """
    if type(value) is int and (minimum or 0) <= value <= (maximum or _LARGEST):
        return Found(value)
    return bounded(_whole(_read(value, "integer")), minimum, maximum)


def clean_number(
    value: CellValue, *, minimum: float | None = None, maximum: float | None = None
) -> Found:
    """A number with or without decimals: 95.5, 95分, 九十五点五. Otherwise as for counts."""
    if type(value) is int and (minimum or 0) <= value <= (maximum or _LARGEST):
        return Found(float(value))
    return _as_float(bounded(_read(value, "number"), minimum, maximum))


def clean_quantity(
    value: CellValue, *, minimum: float | None = None, maximum: float | None = None
) -> Found:
    """A number, or a fraction where a percent sign says so: 5 is 5, 5% is 0.05.

    A number in a cell with a percent format is a fraction as it stands.
    """
    if isinstance(value, PercentNumber):
        return _as_float(bounded(read_float(value), minimum, maximum))
    if isinstance(value, str) and (text := compact(value)).endswith("%"):
        percent = bounded(_read(text[:-1], "quantity"), None, None)
        if percent.value is None:
            return percent
        return bounded(percent._replace(value=as_fraction(percent.value)), minimum, maximum)
    return _as_float(bounded(_read(value, "quantity"), minimum, maximum))


def as_fraction(percent: float) -> float:
    """95 for 95 % to 0.95, without the dust of binary division (33.3 is 0.333)."""
    return round(percent / 100, 12)


def bounded(
    found: Found, minimum: float | None, maximum: float | None, *, percent: bool = False
) -> Found:
    """The same, or an error where the number lies outside the bounds of its column.

    ``percent``: the bounds are fractions, to be shown as percentages.
    """
    value = found.value
    if value is None:
        return found
    low = -_LARGEST if minimum is None else minimum
    high = _LARGEST if maximum is None else maximum
    if low <= value <= high:
        return found
    if percent:
        return unclear(
            "out_of_range", allowed=f"{low:.10%} – {high:.10%}".replace(".0000000000", "")
        )
    if maximum is None and value < low:
        return unclear("out_of_range", allowed=f"≥ {low:.10g}")
    return unclear("out_of_range", allowed=f"{low:.10g} – {high:.10g}")


def read_float(value: float) -> Found:
    """A number of a cell: whole ones as int; endless ones are not understood.

    What is far too large for any column is infinite, which ``bounded`` refuses.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return unclear("not_a_number")
    if abs(value) > _ABSURD:
        return Found(math.inf if value > 0 else -math.inf)
    nearest = round(value)
    if abs(value - nearest) <= 1e-9 * max(1.0, abs(value)):
        return Found(nearest)
    return Found(float(value))


def _read(value: CellValue, sort: str) -> Found:
    if isinstance(value, PercentNumber):
        return unclear("not_a_number")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return read_float(value)
    if isinstance(value, str):
        return _read_text(value, sort)
    if value is None:
        return NOTHING
    return unclear("number_became_date" if isinstance(value, dt.date) else "not_a_number")


@lru_cache(maxsize=4096)
def _read_text(written: str, sort: str) -> Found:
    """The number in a text, with the units that go with that sort of column."""
    text = compact(written)
    if not text or is_stroke(text):
        return NOTHING
    if sort == "integer" and text.rstrip("。.") in _NONE_AT_ALL:
        return Found(0)
    found = _read_number(text, sort)
    if found.value is not None and found.code is None and are_digits_apart(written):
        return found._replace(code=TYPED_APART, details={"number": f"{found.value:.15g}"})
    return found


def are_digits_apart(written: str) -> bool:
    """Whether a number's digits are typed apart: what was read of them is to be checked."""
    return is_typed_apart(written) and _DIGITS_APART.search(written) is not None


def _read_number(text: str, sort: str) -> Found:
    if match := _NUMBERS[sort].fullmatch(text):
        rough = match["near"] or match["more"] or match["over"] or match["about"]
        number = numeral_value(match["number"])
        if number is None and rough:
            number = _ROUND.get(match["number"])
        if number is None:
            return unclear("not_a_number")
        if rough or match["remark"]:
            code = "approximate_number" if rough else "number_with_remark"
            return Found(number, code, {"number": f"{number:.15g}"})
        return Found(number)
    if sort == "number" and (match := _OF_SO_MANY.fullmatch(text)):
        number, most = numeral_value(match[1]), numeral_value(match[2])
        if number is not None and most is not None and number <= most <= _MOST_MARKS:
            return Found(number, "number_with_remark", {"number": f"{number:.15g}"})
    return _with_its_parts(text, sort) or _why_not_a_number(text, sort)


def _with_its_parts(text: str, sort: str) -> Found | None:
    """68(机关34、大队34): a number that is the sum of those behind it in brackets."""
    whole, opening, parts = text.partition("(")
    numbers = [float(part) for part in _DIGITS.findall(parts)] if parts.endswith(")") else []
    if not opening or len(numbers) < 2 or parts.count("(") or _ODD_PARTS.search(parts):
        return None
    found = _read_number(whole, sort)
    if found.code is not None or found.value != sum(numbers):
        return None
    return Found(found.value, "number_with_remark", {"number": f"{found.value:.15g}"})


def _why_not_a_number(text: str, sort: str) -> Found:
    if is_error_value(text):
        return unclear("error_value_text")
    if _BOUND.fullmatch(text):
        return unclear("range_not_number")
    likely = likely_digits(text)
    if likely is not None and _NUMBERS[sort].fullmatch(likely):
        return unclear("looks_misread", likely=likely)
    return unclear("several_numbers" if len(_DIGITS.findall(text)) > 1 else "not_a_number")


def numeral_value(text: str) -> float | None:
    """The value of a NUMERAL: 1,200, 3.5万, 十二; a whole number as int."""
    scale = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}.get(text[-1])
    if scale and text[0] in "+-.0123456789":
        number = numeral_value(text[:-1])
        return None if number is None else _value(number * scale)
    if _PLAIN.fullmatch(text) is None:
        return numerals.chinese_number(text)
    digits = text.replace(",", "")
    if len(digits) > _MOST_DIGITS:
        return math.copysign(math.inf, -1 if digits[0] == "-" else 1)
    if digits.lstrip("+-").isdigit():
        return int(digits)
    return _value(float(digits))


def _value(number: float) -> float | None:
    value: float | None = read_float(number).value
    return value


def _whole(found: Found) -> Found:
    if found.value is None or isinstance(found.value, int) or math.isinf(found.value):
        return found
    return unclear("not_an_integer")


def _as_float(found: Found) -> Found:
    return found if found.value is None else found._replace(value=float(found.value))
