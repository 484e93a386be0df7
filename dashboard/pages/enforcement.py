"""行政执法: the three systems, random inspections, complaints and referrals, unit by unit."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.marks import step_mark, yes_no_state
from dashboard.ui.names import unit_column
from dashboard.ui.plots.enforcement import (
    complaint_months,
    inspections,
    inspections_history,
)
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import of_rules, rule_card, shortfall_section, worst_tone
from dashboard.ui.tables import (
    Column,
    Row,
    badge,
    data_table,
    percent,
    severity,
    shown,
    source_column,
)

_MOST_UNITS = 40
_MOST_PANELS = 24


def _of_unit(rows: Sequence[Row]) -> list[Row]:
    unit = chosen("unit")
    return [row for row in rows if unit in (None, row["unit"])]


def _sum(rows: Sequence[Row], name: str) -> int:
    return sum(row[name] or 0 for row in rows)


def _figures(
    systems: Sequence[Row],
    planned: Sequence[Row],
    complaints: Sequence[Row],
    shortfalls: Sequence[Row],
) -> None:
    lacking = of_rules(shortfalls, "enforcement_systems")
    overdue = of_rules(shortfalls, "complaint_overdue")
    unreviewed = [{"severity": row["review_severity"]} for row in systems if row["review_severity"]]
    units = len({row["unit"] for row in lacking})
    reviewed = f"{_sum(systems, 'major_reviewed')}/{_sum(systems, 'major_decisions')}"
    cards(
        [
            rule_card(
                t("enforcement.systems_lacking"),
                t("enforcement.systems_note", count=len(lacking)),
                "enforcement_systems",
                lacking,
                units,
            ),
            rule_card(
                t("enforcement.major_reviewed"),
                t("enforcement.major_note"),
                "enforcement_systems",
                unreviewed,
                reviewed,
            ),
            _inspections_card(planned, of_rules(shortfalls, "inspection_behind")),
            Card(
                t("enforcement.complaints_open"),
                str(_sum(complaints, "count_open")),
                t("enforcement.complaints_note", count=len(overdue)),
                "#open-complaints",
                worst_tone(overdue),
            ),
            Card(
                t("enforcement.referred"),
                str(_sum(systems, "referred_cases")),
                t("enforcement.referred_note"),
                "#systems",
            ),
        ]
    )


def _inspections_card(planned: Sequence[Row], behind: Sequence[Row]) -> Card:
    wanted = _sum(planned, "planned")
    done = percent(round(_sum(planned, "completed") / wanted, 3)) if wanted else "—"
    year = percent(round(planned[0]["share_of_year"], 3)) if planned else "—"
    note = t("enforcement.inspections_note", share=year, count=len(behind))
    return Card(t("enforcement.inspections_done"), done, note, "#inspections", worst_tone(behind))


def _systems(rows: Sequence[Row]) -> None:
    st.header(t("enforcement.systems"), anchor="systems")
    if not any(row["submission_id"] for row in rows):
        st.info(t("enforcement.no_systems"))
        return

    def verdict(row: Row) -> str:
        if row["submission_id"] is None:
            return badge("amber", t("enforcement.not_sent"))
        if not row["severity"]:
            return badge("green", t("enforcement.in_place"))
        address = escape(link("shortfalls", rule="enforcement_systems", unit=row["unit"]))
        return f'<a href="{address}" target="_self">{severity(row)}</a>'

    def step(name: str) -> Column:
        def cell(row: Row) -> str:
            sent = row["submission_id"] is not None
            return step_mark(yes_no_state(row[name])) if sent else ""

        return Column(name, t(f"enforcement.{name}"), html=cell, narrow=True)

    columns = [
        unit_column(t("ui.unit")),
        Column("verdict", t("enforcement.verdict"), html=verdict),
        step("publicity"),
        step("recording"),
        Column("major_decisions", t("enforcement.decisions"), narrow=True),
        Column("major_reviewed", t("enforcement.reviewed"), narrow=True),
        Column("share_reviewed", t("enforcement.share_reviewed"), show=percent, narrow=True),
        Column("referred_cases", t("enforcement.referred"), narrow=True),
        Column("reported_on", t("work.reported_on")),
        source_column(),
    ]
    data_table(rows, columns)


def _inspections(rows: Sequence[Row]) -> None:
    st.header(t("enforcement.inspections"), anchor="inspections")
    if not rows:
        st.info(t("enforcement.no_inspections"))
        return
    st.caption(t("enforcement.inspections_caption"))
    figure = inspections(rows[:_MOST_UNITS])
    charts.draw(figure, key="inspections", alt=t("enforcement.inspections_alt"))
    if len(rows) > _MOST_UNITS:
        st.caption(t("work.more_units", shown=_MOST_UNITS, left=len(rows) - _MOST_UNITS))
    columns = [
        unit_column(t("ui.unit")),
        Column("planned", t("enforcement.planned"), narrow=True),
        Column("completed", t("enforcement.completed"), narrow=True),
        Column("share", t("enforcement.share"), show=percent, narrow=True),
        Column("joint_planned", t("enforcement.joint_planned"), narrow=True),
        Column("joint_completed", t("enforcement.joint_completed"), narrow=True),
        Column("results_published", t("enforcement.results_published"), narrow=True),
        Column("reported_on", t("work.reported_on")),
        source_column(),
    ]
    data_table(rows, columns)


def _inspections_history(rows: Sequence[Row]) -> None:
    """Small lines over time, the unit furthest behind first."""
    units = [row["unit"] for row in rows if row["unit"]][:_MOST_PANELS]
    history = ask("pages/enforcement_inspections_history", units=units)
    told = [row["unit"] for row in history if row["share"] is not None]
    if len(told) == len(set(told)):  # one figure a unit is no history
        return
    st.subheader(t("enforcement.history"))
    st.caption(t("enforcement.history_caption"))
    figure = inspections_history([row for row in history if row["unit"] in told])
    charts.draw(figure, key="inspections_history", alt=t("enforcement.history_alt"))


def _ratio(row: Row) -> str:
    """The share of an item as it would be written: 2%–5%, ≥10%."""
    least, most = percent(row["ratio_min"]), percent(row["ratio_max"])
    if least and most:
        return least if least == most else f"{least}–{most}"
    return f"≥{least}" if least else f"≤{most}" if most else ""


def _item(row: Row) -> str:
    """An item, and below it whom it is about and how it is inspected."""
    facts = " · ".join(fact for fact in (row["target"], row["method"]) if fact)
    return f'{escape(row["item"] or "")}<span class="dudao-small">{escape(facts)}</span>'


def _when(row: Row) -> str:
    if row["severity"]:
        return f"{severity(row)} {escape(row['gap'])}"
    if row["days_left"] is None:
        return escape(t("enforcement.no_time"))
    if row["days_left"] < 0:
        return badge("grey", t("enforcement.time_passed"))
    return _left(row)


def _left(row: Row) -> str:
    """How many days there are left, in words; the last one is today."""
    if not row["days_left"]:
        return escape(t("enforcement.due_today"))
    return escape(t("enforcement.days_left", count=row["days_left"]))


def _items() -> None:
    st.header(t("enforcement.items"))
    columns = [
        Column("due_on", t("enforcement.item_due_on")),
        Column("when", t("enforcement.when"), html=_when, wide=True),
        unit_column(t("ui.unit")),
        Column("item", t("enforcement.item"), html=_item, wide=True),
        Column("base", t("enforcement.base"), narrow=True),
        Column("ratio", t("enforcement.ratio"), html=_ratio, narrow=True),
        Column("frequency", t("enforcement.frequency"), narrow=True),
        Column("joint", t("enforcement.joint"), narrow=True),
        source_column(),
    ]
    if not asked_table("pages/enforcement_items", columns, "items", 30, unit=chosen("unit")):
        st.info(t("enforcement.no_items"))


def _complaints(rows: Sequence[Row]) -> None:
    st.header(t("enforcement.complaints"))
    if not rows:
        st.info(t("enforcement.no_complaints"))
        return
    left, right = st.columns([4, 6], gap="medium")
    with left:
        months = ask("pages/enforcement_complaint_months", unit=chosen("unit"))
        figure = complaint_months(months)
        charts.draw(figure, key="complaint_months", alt=t("enforcement.months_alt"))
    with right:
        _complaints_by_unit(rows)
    _open_complaints()


def _complaints_by_unit(rows: Sequence[Row]) -> None:
    def overdue(row: Row) -> str:
        if not row["count_overdue"]:
            return "0"
        address = escape(link("shortfalls", rule="complaint_overdue", unit=row["unit"]))
        mark = badge("red", f"■ {row['count_overdue']}")
        return f'<a href="{address}" target="_self">{mark}</a>'

    columns = [
        unit_column(t("ui.unit")),
        Column("count_received", t("enforcement.received"), narrow=True),
        Column("count_closed", t("enforcement.closed"), narrow=True),
        Column("count_open", t("enforcement.open"), narrow=True),
        Column("count_overdue", t("enforcement.overdue"), html=overdue, narrow=True),
        Column("count_closed_late", t("enforcement.closed_late"), narrow=True),
        Column("days_to_close", t("enforcement.days_to_close"), show=_whole, narrow=True),
    ]
    data_table(rows, columns)


def _whole(value: float | None) -> str:
    return "" if value is None else shown(round(value, 1))


def _open_complaints() -> None:
    st.header(t("enforcement.open_list"), anchor="open-complaints")

    def left(row: Row) -> str:
        if row["days_left"] is None:
            return escape(t("enforcement.no_deadline"))
        if row["days_left"] < 0:
            return badge("red", t("enforcement.days_late", count=-row["days_left"]))
        return _left(row)

    columns = [
        unit_column(t("ui.unit")),
        Column("subject", t("enforcement.subject"), wide=True),
        Column("received_on", t("enforcement.received_on")),
        Column("due_on", t("enforcement.due_on")),
        Column("state", t("enforcement.state"), html=left),
        source_column(),
    ]
    query = "pages/enforcement_complaint_list"
    if not asked_table(query, columns, "open_complaints", 30, unit=chosen("unit")):
        st.success(t("enforcement.none_open"))


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_enforcement"))
    systems = _of_unit(ask("pages/enforcement_systems"))
    planned = _of_unit(ask("pages/enforcement_inspections"))
    complaints = _of_unit(ask("pages/enforcement_complaints"))
    shortfalls = _of_unit(ask("pages/enforcement_shortfalls"))
    _figures(systems, planned, complaints, shortfalls)
    _systems(systems)
    _inspections(planned)
    _inspections_history(planned)
    _items()
    _complaints(complaints)
    shortfall_section(
        shortfalls, t("enforcement.flagged"), t("enforcement.none_flagged"), "enforcement_flagged"
    )


page()
