"""Units in tables: the short name, the whole one on hover, a link to the unit's own page."""

from __future__ import annotations

from html import escape

from dashboard.ui.choices import link
from dashboard.ui.rule_words import BUREAU
from dashboard.ui.tables import Row


def unit_name(row: Row) -> str:
    """A row's unit as HTML; ``short_name`` where the row has one.

    The bureau as a whole and a missing unit lead nowhere."""
    unit = row["unit"]
    if unit is None or unit == BUREAU:
        return escape(unit or "")
    name = row.get("short_name") or unit
    return (
        f'<a href="{escape(link("unit", unit=unit))}" target="_self" title="{escape(unit)}">'
        f"{escape(name)}</a>"
    )
