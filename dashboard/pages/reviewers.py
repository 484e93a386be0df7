"""法制审核人员: each unit's reviewers against the share required, and how that changed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.plots.reviewers import history as history_plot
from dashboard.ui.plots.reviewers import ratio_bars
from dashboard.ui.prose import prose
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row, badge, data_table, percent, shown, source_column
from dashboard.ui.trends import rule_trend

_MOST_BARS = 40
_MOST_PANELS = 24


def _of_unit(rows: Sequence[Row]) -> list[Row]:
    unit = chosen("unit")
    return [row for row in rows if unit in (None, row["unit"])]


def _figures(units: Sequence[Row], total: Row) -> None:
    judged = [row for row in units if row["missing"] is not None and row["staff"]]
    short = [row for row in judged if row["missing"]]
    people = sum(row["missing"] for row in short)
    silent = [row["label"] for row in units if row["submission_id"] is None]
    doubtful = [row for row in units if row["unqualified"]]
    below = t("reviewers.short_units", share=percent(total["required_share"]))
    of_units = t("reviewers.of_units", count=len(judged))
    cards(
        [
            _card(below, len(short), of_units, "reviewer_ratio", "red", trended=True),
            _card(
                t("reviewers.missing_people"),
                people,
                t("reviewers.missing_people_note"),
                "reviewer_ratio",
                "red",
            ),
            _card(
                t("reviewers.doubtful"),
                len(doubtful),
                t("reviewers.doubtful_note"),
                "reviewer_unqualified",
                "amber",
                trended=True,
            ),
            _card(
                t("reviewers.silent"), len(silent), "、".join(silent[:4]), "report_stale", "amber"
            ),
            Card(
                t("reviewers.total"),
                percent(total["ratio"]) or "—",
                t("reviewers.total_note"),
                "#staffing",
            ),
        ]
    )


def _card(
    label: str, count: int, note: str, rule: str, tone: str, *, trended: bool = False
) -> Card:
    edge, trend = tone if count else "green", rule_trend(rule) if trended else ""
    return Card(label, str(count), note, link("shortfalls", rule=rule), edge, trend)


def _bars(units: Sequence[Row], total: Row) -> None:
    with_share = [row for row in units if row["ratio"] is not None]
    if not with_share:
        return
    st.header(t("reviewers.bars"))
    st.caption(t("reviewers.judged_by_unit"))
    shown = with_share[:_MOST_BARS]
    alt = t("reviewers.bars_alt", share=percent(total["required_share"]))
    charts.draw(ratio_bars(shown, total), key="reviewer_bars", alt=alt)
    if left := len(with_share) - len(shown):
        st.caption(t("work.more_units", shown=len(shown), left=left))


def _verdict(row: Row) -> str:
    """What is to be said of a unit, as a coloured word."""
    if row["submission_id"] is None:
        return badge("amber", t("reviewers.not_sent"))
    if row["staff"] is None or row["reviewers"] is None:
        return badge("amber", t("reviewers.not_filled"))
    if not row["staff"]:
        return badge("grey", t("reviewers.nobody_enforces"))
    if not row["missing"]:
        return badge("green", t("reviewers.reached"))
    text = t("reviewers.short_mark", count=row["missing"])
    address = escape(link("shortfalls", rule="reviewer_ratio", unit=row["unit"]))
    return f'<a href="{address}" target="_self">{badge("red", text)}</a>'


def _base(row: Row) -> str:
    """The base that the unit stated, and below it when it did."""
    note = escape(row["base_note"] or ("" if row["submission_id"] is None else t("ui.blank")))
    return f'{note}<span class="dudao-small">{escape(shown(row["reported_on"]))}</span>'


def _table(units: Sequence[Row]) -> None:
    columns = [
        Column("label", t("ui.unit"), href=lambda row: link("unit", unit=row["unit"])),
        Column("verdict", t("reviewers.verdict"), html=_verdict),
        Column("staff", t("reviewers.staff"), narrow=True),
        Column("reviewers", t("reviewers.reviewers"), narrow=True),
        Column("required", t("reviewers.required"), narrow=True),
        Column("missing", t("reviewers.missing"), narrow=True),
        Column("ratio", t("reviewers.ratio"), show=percent, narrow=True),
        Column("qualified", t("reviewers.qualified"), narrow=True),
        Column("advisers", t("reviewers.advisers"), narrow=True),
        Column("certified", t("reviewers.certified"), narrow=True),
        Column("base_note", t("reviewers.base_note"), html=_base),
        source_column(),
    ]
    st.header(t("reviewers.table"), anchor="staffing")
    data_table(units, columns)
    st.caption(t("reviewers.base_caption"))


def _history(units: Sequence[Row], total: Row) -> None:
    st.header(t("reviewers.history"))
    sent = [row["unit"] for row in units if row["submission_id"] is not None]
    history = ask("pages/reviewers_history", units=sent[:_MOST_PANELS])
    with_share = {row["unit"] for row in history if row["ratio"] is not None}
    if not with_share:
        st.info(t("reviewers.no_history"))
        return
    st.caption(t("reviewers.history_caption"))
    shown = [row for row in history if row["unit"] in with_share]
    charts.draw(
        history_plot(shown, total["required_share"]),
        key="reviewer_history",
        alt=t("reviewers.history_alt"),
    )


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_reviewers"))
    everyone = ask("pages/reviewers_by_unit")
    total = ask("pages/reviewers_total")[0]
    if not any(row["submission_id"] for row in everyone):
        st.info(t("reviewers.nothing"))
        return
    units = _of_unit(everyone)
    if not units:
        st.info(prose("reviewers.unit_does_not_enforce", unit=chosen("unit")))
        return
    _figures(units, total)
    _bars(units, total)
    _table(units)
    _history(units, total)


page()
