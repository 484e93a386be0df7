"""Shortfalls that count no longer: mended lately, or exempt for a while."""

from __future__ import annotations

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import chosen, known_as_of
from dashboard.ui.life_words import days, mended_by
from dashboard.ui.session import as_of, ask, await_history, is_followed
from dashboard.ui.shortfall_detail import detail_href
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import Column, data_table, paged_table, severity, source_column
from dashboard.ui.units import unit_name

DAYS = 28
"""How long a mended shortfall stays in the list."""


def say_if_not_followed() -> bool:
    """Say that the days of the season are still being judged; whether they are not.

    The page then shows their history by itself, once it is there."""
    if is_followed():
        return False
    if known_as_of():
        st.caption(t("ui.history_known"))
    else:
        st.caption(t("ui.history_pending"))
        await_history()
    return True


def draw_mended() -> None:
    """Draw what was mended in the last four weeks: when, after how long, by which submission."""
    if say_if_not_followed():
        return
    rows = ask("pages/shortfalls_mended", days=DAYS, unit=chosen("unit"), rule=chosen("rule"))
    if not rows:
        st.info(t("shortfalls.none_mended", day=as_of()))
        return
    columns = [
        Column("mended_on", t("life.mended_on")),
        Column("severity", t("shortfalls.severity"), html=severity),
        Column("unit", t("ui.unit"), html=unit_name),
        Column("rule", t("shortfalls.rule"), show=rule_title, wide=True),
        Column("item", t("shortfalls.item"), href=detail_href, wide=True),
        Column("gap", t("shortfalls.gap"), wide=True),
        Column("days_open", t("life.lasted"), show=days),
        Column("mended_by_file", t("life.mended_by"), html=mended_by, wide=True),
    ]
    paged_table(rows, columns, key="mended", size=40)


def draw_exempt() -> None:
    """Draw what is exempt on the day, why, and until when."""
    rows = ask("pages/shortfalls_exempt", unit=chosen("unit"), rule=chosen("rule"))
    if not rows:
        st.info(t("shortfalls.none_exempt", day=as_of()))
        return
    columns = [
        Column("exempt_until", t("shortfalls.exempt_until")),
        Column("unit", t("ui.unit"), html=unit_name),
        Column("rule", t("shortfalls.rule"), show=rule_title, wide=True),
        Column("item", t("shortfalls.item"), href=detail_href, wide=True),
        Column("gap", t("shortfalls.gap"), wide=True),
        Column("exempt_reason", t("shortfalls.exempt_reason"), wide=True),
        Column("exempt_basis", t("shortfalls.exempt_basis"), wide=True),
        source_column(),
    ]
    data_table(rows, columns)
