"""One file that somebody sends: who, when, in which format, with which tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from data.season.layout import Table

Tweak = Callable[[Table], None]


@dataclass(slots=True)
class Part:
    """One table of a file."""

    kind: str
    units: tuple[str, ...]
    sheet: str = ""
    """Name of its sheet; '' takes the usual one."""
    title: str = ""
    where: str = ""
    """below or beside: it stands so to the table before it, on the same sheet."""
    shape: str = "table"
    """table, pairs (label and value), names (one person a row), steps (in one cell)"""
    day: dt.date | None = None
    """The reporting date of this sheet, where it is not that of the file."""
    tweak: Tweak | None = None


@dataclass(slots=True)
class Sending:
    """One file. ``name`` is its name without folder and suffix."""

    day: dt.date
    name: str
    style: str
    sender: str
    parts: list[Part] = field(default_factory=list)
    dates: str = ""
    """Where the reporting date stands; '' leaves it to the sender's habits."""
    names_unit: str = ""
    extras: tuple[str, ...] = ()
    """instructions (a first sheet), dictionary (a hidden sheet)"""
    spoiled: str = ""
    """damaged or encrypted: what happened to the file on its way."""
    folder_day: dt.date | None = None
    """The day it was sent, where that is not the reporting date."""
