"""The life of a shortfall in words and in a table's cells: since when, for how long, whereto."""

from __future__ import annotations

from html import escape

from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.session import is_followed
from dashboard.ui.tables import Column, Row, badge, severity

TURNS = {
    "new": ("red", "＋"),
    "worse": ("red", "▲"),
    "mended": ("green", "✓"),
    "better": ("green", "▼"),
    "exempt": ("grey", "○"),
    "unchanged": ("grey", "＝"),
}
"""Tone and sign of what may become of a shortfall; the word stands beside them."""


def life_columns() -> list[Column]:
    """For how long a shortfall has stood and since when, and whereto it turned last.

    None while the days are still being judged: a part of the history tells of another past."""
    if not is_followed():
        return []
    return [
        Column("first_seen", t("life.first_seen"), html=_standing),
        Column("direction", t("life.direction"), html=turned),
    ]


def _standing(row: Row) -> str:
    if row["first_seen"] is None:
        return ""
    lasts = t("life.lasts", days=row["days_open"]) if row["days_open"] else t("life.today")
    return f'{row["first_seen"]}<span class="dudao-small">{escape(lasts)}</span>'


def days(number: int | None) -> str:
    """So many days; '' where it is not known, and a word of its own for the first day."""
    if number is None:
        return ""
    return t("life.days", days=number) if number else t("life.today")


def turned(row: Row) -> str:
    """The last turn within the life of a shortfall, with its day; that it came back."""
    parts = []
    if row.get("direction"):
        day = f'<span class="dudao-small">{row["changed_on"]:%m-%d}</span>'
        parts.append(turn_badge(row["direction"]) + day)
    if row.get("came_back"):
        parts.append(badge("amber", t("life.came_back", times=row["came_back"])))
    return " ".join(parts)


def turn_badge(turn: str) -> str:
    """What became of a shortfall as sign and word."""
    tone, sign = TURNS[turn]
    return badge(tone, f"{sign} {t(f'life.{turn}')}")


def level(row: Row) -> str:
    """The severity; of what is mended the one that it had."""
    if row["change"] != "mended":
        return severity(row)
    return badge("grey", t("life.was", level=t(f"ui.{row['severity']}")))


def mended_by(row: Row) -> str:
    """The submission that mended a shortfall, as a link to it; '' where none did."""
    if row.get("mended_by") is None:
        return escape(t("life.mended_by_time"))
    href = link("submissions", submission=row["mended_by"])
    file = row["mended_by_file"].rpartition("/")[2]
    return f'<a href="{escape(href)}" target="_self">{escape(file)}</a>'
