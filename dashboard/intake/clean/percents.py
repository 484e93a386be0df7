"""Shares: 0.95, 95, 95%, 百分之九十五, 九成, 1/2, 过半 to a fraction between 0 and 1."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dashboard.intake.clean import numerals
from dashboard.intake.clean.compact import compact, is_error_value, is_stroke
from dashboard.intake.clean.misread import likely_digits
from dashboard.intake.clean.numbers import (
    ABOUT,
    APPROXIMATELY,
    NUMERAL,
    TYPED_APART,
    are_digits_apart,
    as_fraction,
    bounded,
    numeral_value,
    read_float,
)
from dashboard.intake.clean.result import NOTHING, Found, PercentNumber, percent_number, unclear
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern


class Bare(NamedTuple):
    """A number without a percent sign: its scale follows from its column."""

    number: float


class Scale(NamedTuple):
    """How the bare numbers of a column are to be read."""

    hundreds: bool
    """They run from 0 to 100, not from 0 to 1."""


FRACTIONS = Scale(hundreds=False)
_DONE = lazy_pattern(
    r"(?:已|均已|已经|已全部|全部|均|提前|如期|按期|按时|100%)*(?:完成|办结|销号|落实到位)|done|completed?"
)
_NOT_BEGUN = lazy_pattern(r"(?:尚|还|暂)?未(?:启动|开展|开始|实施|进行)|not ?started")
_HALF_DONE = lazy_pattern(r"^已?完成(?=一半|过半|近半)")
_WORDS = {"一半": 0.5, "半": 0.5, "百分百": 1.0, "百分之百": 1.0, "全部": 1.0, "全覆盖": 1.0}
_ROUGHLY = {"过半": 0.5, "近半": 0.5, "半数": 0.5, "过半数": 0.5, "近半数": 0.5, "一半以上": 0.5}
_LEAD = (
    r"(?:(?:已|目前)?(?:完成(?:率|进度|比例)?|进度|达到|达|占)(?:了|为|到)?:?)?"
    rf"(?P<near>{APPROXIMATELY})?"
)
_TAIL = rf"(?P<about>{ABOUT})?(?:已?完成)?(?:\([^()\d]*\)|[,;。][^\d%成百]+)?[。.;,]?"
_SIGNED = lazy_pattern(
    rf"{_LEAD}(?:(?P<number>{NUMERAL})(?P<more>[余多])?(?P<sign>%+|‰)|百分之(?P<words>{NUMERAL})){_TAIL}"
)
_TENTHS = lazy_pattern(
    rf"{_LEAD}(?P<ten>[{numerals.DIGITS}十]|\d)成(?P<half>[{numerals.DIGITS}半])?(?P<more>多)?{_TAIL}"
)
_SHARE = lazy_pattern(
    rf"{_LEAD}(?:(?P<top>\d{{1,6}})/(?P<of>\d{{1,6}})|(?P<of2>{NUMERAL})分之(?P<top2>{NUMERAL}))"
)
_BARE = lazy_pattern(rf"(?P<near>{APPROXIMATELY})?(?P<number>{NUMERAL})(?P<about>{ABOUT})?")
_PART = rf"{NUMERAL}(?:%|‰)?"
_BOUND = lazy_pattern(
    rf"(?:{_PART}成?|[{numerals.DIGITS}]成?)(?:-|~|至|到)(?:{_PART}成?|[{numerals.DIGITS}]成)"
    rf"|(?:不低于|不少于|不超过|不高于|不足|不到|至少|至多|最多|超过|超|逾|大于|小于|[<>≥≤]=?)百?分?之?{_PART}"
    rf"|百?分?之?{_PART}(?:及|或)?(?:以上|以下|以内|之内)|[{numerals.DIGITS}]{{2}}成"
)


def clean_percent(
    value: CellValue,
    *,
    percent_cell: bool = False,
    scale: Scale | None = FRACTIONS,
    minimum: float | None = 0,
    maximum: float | None = 1,
) -> Found:
    """A share as a fraction. ``scale`` says how the column's bare numbers run (``scale_of``).

    Without a column to go by, a bare number up to 1 is a fraction and one above is of 100.
    """
    if percent_cell and isinstance(value, (int, float)) and not isinstance(value, bool):
        value = percent_number(value)
    return place(parse_percent(value), scale, minimum, maximum)


def scale_of(found: Iterable[Found]) -> Scale | None:
    """The scale of a column, from its bare numbers; None where they contradict one another.

    Numbers above 1 mean 0 to 100. Where fractions stand among them, the more frequent sort
    is the column's own; without a majority of fractions, a fraction is ambiguous.
    """
    bare = [one.value.number for one in found if isinstance(one.value, Bare)]
    above = sum(number > 1 for number in bare)
    between = sum(0 < number < 1 for number in bare)
    if above and between:
        return FRACTIONS if between > above else None
    return Scale(hundreds=bool(above))


def place(found: Found, scale: Scale | None, minimum: float | None, maximum: float | None) -> Found:
    """A parsed share as a fraction, its bare number put on the column's scale."""
    if isinstance(found.value, Bare):
        found = _on_scale(found, found.value.number, scale)
    if found.code in ("approximate_number", TYPED_APART):
        found = found._replace(details={"number": f"{found.value * 100:.4g}%"})
    return bounded(found, minimum, maximum, percent=True)


def _on_scale(found: Found, number: float, scale: Scale | None) -> Found:
    if scale is None or scale.hundreds:
        if 0 < number < 1 or (number == 1 and scale is None):
            return unclear("ambiguous_percent", low=f"{number:g}%", high=f"{number * 100:g}%")
        if number == 1 and found.code is None:
            return Found(as_fraction(number), "percent_scale_assumed", {"percent": "1%"})
        return found._replace(value=as_fraction(number))
    if number <= 1 or (number < 2 and not float(number).is_integer()):
        return found._replace(value=float(number))
    return found._replace(value=as_fraction(number))


def parse_percent(value: CellValue) -> Found:
    """A share as a fraction, or as ``Bare`` where the column must decide."""
    if isinstance(value, PercentNumber):
        read = read_float(value)
        return unclear("not_a_percent") if read.value is None else Found(float(read.value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        read = read_float(value)
        return unclear("not_a_percent") if read.value is None else Found(Bare(read.value))
    if isinstance(value, dt.date):
        return unclear("fraction_became_date", likely=f"{value.month}/{value.day}")
    if isinstance(value, str):
        return _parse_text(value)
    return NOTHING if value is None else unclear("not_a_percent")


@lru_cache(maxsize=4096)
def _parse_text(written: str) -> Found:
    text = compact(written)
    if not text or is_stroke(text):
        return NOTHING
    for read in (_bare, _signed, _in_words, _tenths, _share):
        found = read(text)
        if found is not None:
            apart = found.code is None and are_digits_apart(written)
            return found._replace(code=TYPED_APART) if apart else found
    if is_error_value(text):
        return unclear("error_value_text")
    if _BOUND.fullmatch(text):
        return unclear("range_not_number")
    likely = likely_digits(text)
    if likely is not None and (_bare(likely) or _signed(likely)):
        return unclear("looks_misread", likely=likely)
    return unclear("not_a_percent")


def _bare(text: str) -> Found | None:
    match = _BARE.fullmatch(text)
    number = numeral_value(match["number"]) if match else None
    if match is None or number is None:
        return None
    return _near(Bare(number), match["near"] or match["about"])


def _signed(text: str) -> Found | None:
    match = _SIGNED.fullmatch(text)
    number = numeral_value(match["number"] or match["words"]) if match else None
    if match is None or number is None:
        return None
    fraction = as_fraction(number / 10 if match["sign"] == "‰" else number)
    return _near(fraction, match["near"] or match["more"] or match["about"])


def _in_words(text: str) -> Found | None:
    text = _HALF_DONE.sub("", text)
    if _DONE.fullmatch(text):
        return Found(1.0)
    if _NOT_BEGUN.fullmatch(text):
        return Found(0.0)
    if text in _WORDS:
        return Found(_WORDS[text])
    return _near(_ROUGHLY[text], "near") if text in _ROUGHLY else None


def _tenths(text: str) -> Found | None:
    match = _TENTHS.fullmatch(text)
    if match is None:
        return None
    tens = numeral_value(match["ten"])
    half = match["half"]
    ones = 0 if not half else 5 if half == "半" else numerals.chinese_integer(half)
    if tens is None or ones is None:
        return None
    fraction = as_fraction(tens * 10 + ones)
    return _near(fraction, match["near"] or match["more"] or match["about"])


def _share(text: str) -> Found | None:
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    top = numeral_value(match["top"] or match["top2"])
    whole = numeral_value(match["of"] or match["of2"])
    if top is None or not whole:
        return None
    return _near(round(top / whole, 12), match["near"])


def _near(value: float | Bare, doubt: str | None) -> Found:
    return Found(value, "approximate_number") if doubt else Found(value)
