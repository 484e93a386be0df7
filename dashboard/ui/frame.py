"""What every page shares: its language, its style, and how it learns of new data."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.kinds import kinds
from dashboard.texts import language, t
from dashboard.ui import choices, session

ICON = Path(__file__).with_name("icon.svg")
_STYLE = Path(__file__).with_name("style.css")


def choose_language() -> None:
    """Set the language of this run: English where the address says so, otherwise Chinese."""
    language.set("en" if choices.chosen("lang") == "en" else "zh")


def load_style() -> None:
    """Put the style sheet into the page."""
    st.html(_STYLE)


def say_what_was_known() -> None:
    """Say at the top of the page that it shows what was known on another day."""
    known = choices.known_as_of()
    if known is not None:
        leave = f'<a href="{escape(choices.link_here(known_as_of=None))}" target="_self">'
        st.html(
            f'<div class="dudao-known">◷ {escape(t("ui.known_banner", day=known))} '
            f"{leave}{escape(t('ui.known_leave'))}</a></div>"
        )


def head_for_print(day: dt.date) -> None:
    """Say on paper, where there is no sidebar, which day and unit the page is about."""
    unit = choices.chosen("unit") or t("ui.all_units")
    words = t("ui.print_head", day=day, unit=unit)
    st.html(f'<div class="dudao-print">{escape(words)}</div>')


def nothing_sent_yet() -> bool:
    """Whether nothing but the plan has come into the workspace."""
    plan = [view for view, one in kinds().items() if one.collection == "plan"]
    return not session.ask("pages/first_sheets", plan=plan)[0]["sent"]


def say_where_to_drop(upload: Any) -> None:
    """Say where spreadsheets go: the inbox, or the page ``upload``."""
    st.info(t("ui.empty_store"))
    st.code(str((session.workspace_root() / "inbox").resolve()), language=None, wrap_lines=True)
    st.page_link(upload, label=t("ui.empty_store_upload"))


def watch_for_new_data(generation: int, *, ask_first: bool) -> None:
    """Rerun the page when a newer generation stands, within a second.

    Likewise when the history is there that it could not show yet. ``ask_first``: offer it
    instead, for the meeting, where the page must not move by itself."""
    session.await_history(wanted=False)
    _watch(generation, ask_first)


@st.fragment(run_every=1)
def _watch(generation: int, ask_first: bool) -> None:
    choices.hold_address()
    if session.history_has_come():
        st.rerun()
    standing = session.store().generation()
    if standing is None or standing.number == generation:
        return
    if not ask_first:
        st.rerun()
    if st.button(t("ui.show_new_data"), key="show_new_data", type="primary"):
        session.unpin()
        st.rerun()
