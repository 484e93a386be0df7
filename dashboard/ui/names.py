"""Units by the short name that the directory gives them."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.ui.choices import link
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row

Naming = Callable[[str | None], str]


def short_names() -> Naming:
    """What gives a unit its short name, for many of them: the directory is read once.

    The name itself where the directory has no short one, '' where there is no unit."""
    directory = {row["unit"]: row["short_name"] for row in ask("pages/units")}
    return lambda unit: "" if unit is None else directory.get(unit) or unit


def short_name(unit: str | None) -> str:
    """The short name of one unit, see ``short_names``."""
    return short_names()(unit)


def unit_column(label: str) -> Column:
    """The unit of a row by its short name, leading to the page about it."""
    return Column("unit", label, href=_page, show=short_names())


def _page(row: Row) -> str | None:
    return link("unit", unit=row["unit"]) if row["unit"] else None
