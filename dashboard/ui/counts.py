"""Counts by severity in tables, each a link to the shortfalls behind it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.tables import SEVERITY_SHAPES, Column, Row, badge

Address = Callable[[Row], dict[str, Any]]
"""The choices that lead from a row to its shortfalls, e.g. ``{"unit": row["unit"]}``."""


def severity_columns(address: Address, prefix: str = "count_") -> list[Column]:
    """One column each for red, amber and blue; the rows hold ``count_red`` and so on."""
    return [_column(level, address, prefix) for level in SEVERITY_SHAPES]


def linked_badge(tone: str, text: str, href: str) -> str:
    """A small coloured label that leads somewhere, as HTML."""
    return f'<a href="{escape(href)}" target="_self">{badge(tone, text)}</a>'


def counted(found: dict[str, int], address: dict[str, Any]) -> str:
    """Counts by severity in one line, those of none left out; as HTML."""
    parts = [
        linked_badge(
            level,
            f"{SEVERITY_SHAPES[level]} {t(f'ui.{level}')} {found[level]}",
            link("shortfalls", severity=level, **address),
        )
        for level in SEVERITY_SHAPES
        if found.get(level)
    ]
    return " ".join(parts) or badge("green", f"✓ {t('ui.none')}")


def _column(level: str, address: Address, prefix: str) -> Column:
    def cell(row: Row) -> str:
        count = row[f"{prefix}{level}"]
        if not count:
            return '<span class="dudao-muted">0</span>'
        href = link("shortfalls", severity=level, **address(row))
        return linked_badge(level, f"{SEVERITY_SHAPES[level]} {count}", href)

    return Column(f"{prefix}{level}", t(f"ui.{level}"), html=cell)
