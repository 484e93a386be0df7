"""Text as people should see it, whatever sort of value the cell holds."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection

from dashboard.intake.clean.compact import LONGEST_DITTO, is_ditto, is_error_value
from dashboard.intake.clean.identity import mask_identity_numbers, may_hold_identity
from dashboard.intake.clean.result import NOTHING, Found, PercentNumber, shown, unclear
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import tidy

_CARE = ("  ", "| ", " |", "|#", "||", "E+")
"""What stands in joined texts where one is blank, has a blank too many, or may be an error
or a rounded number."""
_SHORTEST_IDENTITY = 15
"""Digits of an identity number of before 1999."""
_EXACT_BELOW = 1e15
_ROUNDED = lazy_pattern(r"\d(?:\.\d+)?E\+\d{2,3}")
"""A long number as a spreadsheet program shows it, and so writes it into text: 2.02E+17."""


def clean_text(value: CellValue) -> Found:
    """The cell's text: one line, single spaces, no invisible marks; '' is nothing.

    A number without decimals loses its .0, a date is ISO text, a boolean 是 or 否. Personal
    identity numbers come out masked, with a doubt.
    """
    if not isinstance(value, str):
        return _of_value(value)
    text = tidy(value)
    if not text:
        return NOTHING
    if "E+" in text and _ROUNDED.fullmatch(text):
        return unclear("digits_lost")
    return unclear("error_value_text") if is_error_value(text) else _masked(text)


def are_clean(texts: Collection[str]) -> bool:
    """Whether ``clean_text`` would give each of these very texts: one look at all together.

    ``str.isprintable`` knows no white space but the plain blank, and nothing invisible. The
    bar between the texts is in no identity number and no ditto mark.
    """
    joined = f"|{'|'.join(texts)}|"
    lengths = set(map(len, texts))
    return (
        joined.isprintable()
        and not any(marks in joined for marks in _CARE)
        and not (max(lengths, default=0) >= _SHORTEST_IDENTITY and may_hold_identity(joined))
        and not (min(lengths, default=0) <= LONGEST_DITTO and any(map(is_ditto, texts)))
    )


def _masked(text: str) -> Found:
    masked = mask_identity_numbers(text)
    return Found(text) if masked == text else Found(masked, "identity_number_masked")


def _of_value(value: CellValue) -> Found:
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return Found("是" if value else "否")
    if isinstance(value, (int, float)) and not isinstance(value, PercentNumber):
        return _of_number(value)
    return Found(_of_moment(value) if isinstance(value, (dt.datetime, dt.time)) else shown(value))


def _of_moment(value: dt.datetime | dt.time) -> str:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    at_midnight = value.time() == dt.time()
    return value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes")


def _of_number(value: float) -> Found:
    if isinstance(value, int):
        return _masked(str(value)) if value.bit_length() < 1024 else unclear("digits_lost")
    if not math.isfinite(value):
        return unclear("digits_lost")
    if abs(value) >= _EXACT_BELOW:
        return unclear("digits_lost")
    return Found(str(int(value)) if value.is_integer() else format(value, ".15g"))
