"""Key figures in a row, each a link to the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True, slots=True)
class Card:
    """One key figure."""

    label: str
    value: str
    note: str = ""
    """What stands below it, e.g. the change against a week before."""
    href: str | None = None
    tone: str = "grey"
    """red, amber, blue, green or grey: the colour of its edge."""
    trend: str = ""
    """Its history as HTML of our own making, see ``trends``."""


def cards(figures: Sequence[Card]) -> None:
    """Draw key figures side by side."""
    st.html(f'<div class="dudao-cards">{"".join(_card(one) for one in figures)}</div>')


def _card(card: Card) -> str:
    tag, address = (
        ("a", f' href="{escape(card.href)}" target="_self"') if card.href else ("div", "")
    )
    return (
        f'<{tag} class="dudao-card dudao-edge-{card.tone}"{address}>'
        f'<span class="dudao-card-label">{escape(card.label)}</span>'
        f'<span class="dudao-card-value">{escape(card.value)}</span>'
        f'<span class="dudao-card-note">{escape(card.note)}</span>{card.trend}</{tag}>'
    )
