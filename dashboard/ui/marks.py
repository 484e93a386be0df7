"""Small signs in a table's cell: a step done or not, a share as a bar. Never colour alone."""

from __future__ import annotations

from html import escape

from dashboard.texts import t
from dashboard.ui.tables import Column, Row, badge, percent, source_link

_SIGNS = {"yes": "✓", "no": "✗", "na": "–", "blank": "○"}


def step_mark(state: str) -> str:
    """A step of a procedure as sign and word; ``state``: yes, no, na or blank."""
    tone = {"yes": "green", "no": "red", "blank": "amber"}.get(state, "grey")
    return badge(tone, f"{_SIGNS[state]} {t(f'work.step_{state}')}")


def yes_no_state(value: object) -> str:
    """The state of a yes/no cell: yes, no or blank."""
    return "blank" if value is None else "yes" if value else "no"


def share_bar(share: float | None, tone: str = "blue") -> str:
    """A share between 0 and 1 as a bar with its percentage; blank where there is none."""
    if share is None:
        return f'<span class="dudao-muted">{escape(t("ui.blank"))}</span>'
    width = round(min(max(share, 0.0), 1.0) * 100)
    return (
        f'<span class="dudao-bar"><span class="dudao-bar-fill dudao-fill-{tone}"'
        f' style="width:{width}%"></span></span>'
        f'<span class="dudao-bar-text">{percent(round(share, 3))}</span>'
    )


def source_mark() -> Column:
    """The way to a row's file, sheet and cell for tables that have no room to name them."""

    def cell(row: Row) -> str:
        href = source_link(row)
        if href is None:
            return ""
        place = f"{row['source_file']} · {row['source_sheet']} · {row['source_row']}"
        return (
            f'<a href="{escape(href)}" target="_self" title="{escape(place)}">'
            f"{escape(t('ui.open_source'))}</a>"
        )

    return Column("source_place", t("ui.source"), html=cell)
