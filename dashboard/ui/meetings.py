"""The day of the last meeting, with which the chosen day is compared."""

from __future__ import annotations

import datetime as dt

from dashboard.ui.choices import choose, date_chosen
from dashboard.ui.session import as_of, ask

FROM = "from"
"""The choice in the address: the earlier one of two days."""


def compared_with() -> dt.date:
    """The day that the address names, if it is earlier, else the last meeting's."""
    written = date_chosen(FROM)
    return written if written and written < as_of() else last_meeting()


def last_meeting() -> dt.date:
    """The day of the last meeting before the chosen day."""
    found: dt.date = ask("pages/last_meeting")[0]["held_on"]
    return found


def keep_in_address() -> dt.date:
    """As ``compared_with``, and written into the address, so that it stays for the meeting."""
    day = compared_with()
    if date_chosen(FROM) != day:
        choose(**{FROM: day.isoformat()})
    return day
