"""A sheet of which nothing was read: what it is, whose, and which heading is which column."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.intake.model import Correction
from dashboard.intake.recognise.lexicon import likeness
from dashboard.kinds import kinds
from dashboard.text import tidy
from dashboard.texts import t
from dashboard.ui.labels import kind_label
from dashboard.ui.remembering import (
    LEFT_OUT,
    column_choice,
    ends_in,
    remember,
    row_number,
    row_rule,
    row_texts,
    scope,
    show_rows,
)
from dashboard.ui.session import ask

_PLAIN = 0.9
"""From here on a heading is understood without a rule."""
_ACROSS = 3


def draw_naming(submission: dict[str, Any], sheet: str) -> None:
    """Ask for kind, unit and row of the headings, then for each heading there."""
    show_rows(submission, sheet)
    key = f"{submission['submission_id']}_{sheet}"
    left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
    view = left.selectbox(
        t("submissions.kind"), _kinds(), format_func=kind_label, key=f"kind_{key}"
    )
    several = t("submissions.unit_by_row")
    names = [several, *(row["unit"] for row in ask("pages/units"))]
    chosen = middle.selectbox(t("submissions.whose"), names, key=f"unit_{key}")
    text = right.text_input(t("submissions.headings_end_short"), key=f"row_{key}")
    if not text.strip():
        return
    unit = None if chosen == several else chosen
    row = row_number(text)
    rule = row and row_rule(submission, sheet, view, unit, row)
    if not row or not rule:
        st.error(t("submissions.row_blank", row=row) if row else t("submissions.row_needed"))
        return
    headings = _choose_columns(submission, sheet, view, row)
    if st.button(t("submissions.remember"), key=f"remember_{key}"):
        if not any(headings.values()):
            st.error(t("submissions.column_needed"))
            return
        where = scope(submission, unit, sheet)
        said = [
            Correction("heading", view, unit, heading, column or None, **where)
            for heading, column in headings.items()
            if column != _understood(view, heading)
        ]
        remember(
            [rule, *said],
            lambda: ends_in(submission, sheet, view, row),
            t("submissions.corrected_row", sheet=sheet, row=row, kind=kind_label(view)),
        )


def _kinds() -> list[str]:
    """Every kind, what units send before the plan's own."""
    return sorted(kinds(), key=lambda view: kinds()[view].collection == "plan")


def _choose_columns(submission: dict[str, Any], sheet: str, view: str, row: int) -> dict[str, str]:
    """Each heading of the row with the column that is chosen for it, '' for none."""
    st.caption(t("submissions.name_columns"))
    texts = [tidy(text) for text in row_texts(submission, sheet, row)]
    headings = list(dict.fromkeys(text for text in texts if text))
    guessed = {heading: _understood(view, heading) for heading in headings}
    places = st.columns(_ACROSS)
    return {
        heading: column_choice(
            places[number % _ACROSS],
            heading,
            view,
            {column for other, column in guessed.items() if column and other != heading},
            guessed[heading],
            f"{submission['submission_id']}_{sheet}_{view}_{row}_{heading}",
        )
        for number, heading in enumerate(headings)
    }


def _understood(view: str, heading: str) -> str:
    """The column that a heading of the kind is understood as without a rule, '' for none."""
    meanings = likeness((heading,)).get(view, {})
    best = max(meanings, key=lambda name: meanings[name], default=LEFT_OUT)
    return best if best and meanings[best] >= _PLAIN else LEFT_OUT
