"""Units by the short name that the directory gives them."""

from __future__ import annotations

from dashboard.ui.choices import link
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row


def short_name(unit: str | None) -> str:
    """The short name of a unit; the name itself where the directory has none.

    '' where there is no unit."""
    if unit is None:
        return ""
    for row in ask("pages/units"):
        if row["unit"] == unit:
            return row["short_name"] or unit
    return unit


def unit_column(label: str) -> Column:
    """The unit of a row by its short name, leading to the page about it."""
    return Column("unit", label, href=_page, show=short_name)


def _page(row: Row) -> str | None:
    return link("unit", unit=row["unit"]) if row["unit"] else None
