"""Shortfalls on a page that is about something else: their table, and counts of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from dashboard.queries import rules
from dashboard.texts import language, t
from dashboard.ui.cards import Card
from dashboard.ui.choices import link
from dashboard.ui.names import unit_column
from dashboard.ui.prose import plain
from dashboard.ui.tables import Column, Row, paged_table, severity, source_column
from dashboard.ui.trends import rule_trend


def rule_title(rule: str) -> str:
    """What a rule is called, in the language of the page; its id where it has no file."""
    if rule not in rules():
        return rule
    header = rules()[rule].header
    return header.get("title_en", header["title"]) if language.get() == "en" else header["title"]


def of_rules(rows: Iterable[Row], *names: str) -> list[Row]:
    """The rows of those rules."""
    return [row for row in rows if row["rule"] in names]


def worst_tone(rows: Iterable[Row], otherwise: str = "green") -> str:
    """The worst severity among the rows, as the tone of a card."""
    found = {row["severity"] for row in rows}
    return next((tone for tone in ("red", "amber", "blue") if tone in found), otherwise)


def rule_card(label: str, note: str, rule: str, found: Sequence[Row], value: object = None) -> Card:
    """A key figure that leads to the shortfalls of a rule; their count unless another is given.

    Its tone is the worst severity among ``found``; their count has a line of its history."""
    shown, trend = (len(found), rule_trend(rule)) if value is None else (value, "")
    href = link("shortfalls", rule=rule)
    return Card(label, str(shown), note, href, worst_tone(found), trend)


def shortfall_columns(rows: Sequence[Row]) -> list[Column]:
    """Severity, rule, unit, what it is about, by how much, since when, and where it says so.

    The rule only where there are several, days late and a source where some row has them."""
    columns = [
        Column("severity", t("work.severity"), html=_severity),
        unit_column(t("ui.unit")),
        Column("item", t("work.item"), wide=True),
        Column("gap", t("work.gap"), wide=True),
    ]
    if len({row["rule"] for row in rows}) > 1:
        columns.insert(1, Column("rule", t("work.rule"), html=_rule, wide=True))
    if any(row["since_due"] is not None for row in rows):
        columns.append(Column("since_due", t("work.since_due")))
    if any(row["submission_id"] is not None for row in rows):
        columns.append(source_column())
    return columns


def shortfall_section(rows: Sequence[Row], title: str, nothing: str, key: str) -> None:
    """A heading and the shortfalls under it, or the sentence that there are none."""
    st.header(plain(title))
    if rows:
        paged_table(rows, shortfall_columns(rows), key=key, size=20)
    else:
        st.success(plain(nothing))


def _severity(row: Row) -> str:
    return _linked(row, severity(row))


def _rule(row: Row) -> str:
    return _linked(row, escape(rule_title(row["rule"])))


def _linked(row: Row, html: str) -> str:
    address = escape(link("shortfalls", rule=row["rule"], unit=row["unit"]))
    return f'<a href="{address}" target="_self">{html}</a>'
