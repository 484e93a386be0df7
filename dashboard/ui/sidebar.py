"""The sidebar: pages by section, and the choice of day, unit and area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.texts import language, t
from dashboard.ui import choices
from dashboard.ui.prose import prose
from dashboard.ui.registry import PAGES

if TYPE_CHECKING:
    from dashboard.store import Reader
    from dashboard.ui.tables import Row

_WEEK = dt.timedelta(days=7)


def draw_sidebar(pages: Mapping[str, Any], reader: Reader | None) -> None:
    """Draw the sidebar; without a reader there is no day to choose."""
    with st.sidebar:
        st.html(f'<div class="dudao-product">{t("ui.product")}</div>')
        if reader is not None:
            _day(reader)
            _unit(reader)
        _links(pages)
        if reader is not None:
            _known()
        _language()


def _day(reader: Reader) -> None:
    shown = choices.as_of(reader)
    key = f"as_of_{shown}"
    text = st.text_input(
        t("ui.as_of"),
        value=shown.isoformat(),
        key=key,
        help=t("ui.as_of_help"),
    )
    if text.strip() != shown.isoformat():
        _choose_day(text.strip())
    before, after, newest = st.columns(3)
    if before.button(t("ui.week_before"), use_container_width=True):
        _choose_day((shown - _WEEK).isoformat())
    if after.button(t("ui.week_after"), use_container_width=True):
        _choose_day((shown + _WEEK).isoformat())
    if newest.button(t("ui.newest"), use_container_width=True):
        choices.choose(as_of=None)
        st.rerun()
    default = reader.default_as_of()
    if default > shown:
        st.caption(t("ui.newer_day", day=default))


def _known() -> None:
    """The day whose knowledge counts; off by default."""
    known = choices.known_as_of()
    written = known.isoformat() if known else ""
    with st.expander(t("ui.known_as_of"), expanded=known is not None):
        text = st.text_input(
            t("ui.known_as_of"),
            value=written,
            placeholder="2021-07-09",
            help=t("ui.known_as_of_help"),
            label_visibility="collapsed",
            key=f"known_as_of_{written}",
        ).strip()
        if text != written:
            _choose_known(text)


def _choose_known(text: str) -> None:
    try:
        day = dt.date.fromisoformat(text) if text else None
    except ValueError:
        st.error(prose("ui.not_a_date", text=text))
        return
    choices.choose(known_as_of=day.isoformat() if day else None)
    st.rerun()


def _choose_day(text: str) -> None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        st.error(prose("ui.not_a_date", text=text))
        return
    choices.choose(as_of=day.isoformat())
    st.rerun()


def _unit(reader: Reader) -> None:
    rows = reader.ask("pages/units", as_of=choices.as_of(reader))
    units = {row["unit"]: _unit_label(row) for row in rows}
    chosen = choices.chosen("unit")
    if chosen is not None and chosen not in units:
        st.warning(prose("ui.unknown_choice", name=t("ui.unit"), value=chosen))
        chosen = None
    everyone = t("ui.all_units")
    options = [everyone, *units]
    picked = st.selectbox(
        t("ui.unit"),
        options,
        index=options.index(chosen or everyone),
        format_func=lambda unit: units.get(unit, unit),
        key=f"unit_{chosen}",
    )
    if picked != (chosen or everyone):
        choices.choose(unit=None if picked == everyone else picked)
        st.rerun()


def _unit_label(row: Row) -> str:
    """The short name first: whole names begin alike, and the list cuts them off at the end."""
    unit, short = str(row["unit"]), row["short_name"]
    return f"{short} · {unit}" if short and short != unit else unit


def _links(pages: Mapping[str, Any]) -> None:
    kept = {name: value for name in choices.KEPT if (value := choices.chosen(name))}
    section = ""
    for spec in sorted(PAGES, key=lambda one: _SECTIONS.index(one.section)):
        if not spec.section:
            continue
        if spec.section != section:
            section = spec.section
            st.html(f'<div class="dudao-section">{t(f"ui.{section}")}</div>')
        st.page_link(pages[spec.slug], query_params=kept)


_SECTIONS = ("section_state", "section_work", "section_units", "")


def _language() -> None:
    if st.button(t("ui.language"), key="language", type="tertiary"):
        choices.choose(lang="en" if language.get() == "zh" else None)
        st.rerun()
