"""What cleaning yields: a value, a value with a doubt, or no value and the reason."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.intake.model import CellValue
from dashboard.text import tidy

_SHOWN_AT_MOST = 60
_ABSURD = 10**15


class Found(NamedTuple):
    """What one cell was understood as.

    ``code`` None: ``value`` is certain (None where the cell says that there is none). A code
    of severity warning: ``value`` stands, with that doubt. A code of severity error: the cell
    was not understood and ``value`` is None. ``details`` fill the sentence of the problem.
    """

    value: Any
    code: str | None = None
    details: dict[str, str] | None = None


NOTHING = Found(None)
"""The cell is blank, or says in so many words that there is no value."""


def unclear(code: str, **details: object) -> Found:
    """A cell that was not understood, and why."""
    return Found(None, code, {name: str(value) for name, value in details.items()})


@dataclass(slots=True)
class Fault:
    """A problem with one cell of a column that was cleaned."""

    index: int
    """Row within the table, from 0."""
    column: str
    code: str
    details: dict[str, str]


@dataclass(slots=True)
class Cleaned:
    """A table's columns as typed values, and what was doubtful or not understood."""

    values: dict[str, list[Any]]
    faults: list[Fault]


@dataclass(frozen=True)
class DateFrame:
    """What a date without a year, or far from the season, is judged by."""

    reported_on: dt.date
    by_arrival: bool = False
    """``reported_on`` is only the day of arrival: it lends no year."""
    year_named: int | None = None
    """The one year that title or names state, as in 2021年度: lent to a date without one where
    ``reported_on`` is not, and no other date of the table."""
    season: tuple[dt.date, dt.date] | None = None


class PercentNumber(float):
    """A number in a cell with a percent format: 0.95 is shown as 95%."""

    __slots__ = ()


def percent_number(value: float) -> PercentNumber:
    """The number of a cell with a percent format."""
    return PercentNumber(value if abs(value) < _ABSURD else math.copysign(math.inf, value))


def shown(value: CellValue) -> str:
    """The cell for a sentence: one line, not too long, identity numbers masked."""
    if isinstance(value, PercentNumber):
        text = f"{round(value * 100, 10):.15g}%"
    elif isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        text = str(int(value))
    elif isinstance(value, float):
        text = f"{value:.12g}" if abs(value) < 1e15 else f"{value:.5g}"  # may be of a person
    elif isinstance(value, dt.datetime):
        text = value.isoformat(" ").removesuffix(" 00:00:00")
    else:
        text = mask_identity_numbers(tidy(str(value)))
    return text if len(text) <= _SHOWN_AT_MOST else text[: _SHOWN_AT_MOST - 1] + "…"
