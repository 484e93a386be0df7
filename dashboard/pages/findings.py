"""督导整改: what supervision found, what is closed, what is open and for how long."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.names import short_name, unit_column
from dashboard.ui.prose import plain
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row, badge, paged_table, percent, source_column, stacked

AGES = ((7, "age_7"), (14, "age_14"), (30, "age_30"), (60, "age_60"))
STATES = ("closed", "in_time", "overdue")
COLOURS = {"closed": charts.GREEN, "in_time": charts.AMBER, "overdue": charts.RED}
PATTERNS = {"closed": "", "in_time": "/", "overdue": "."}


def main() -> None:
    """Draw the page."""
    st.title(t("ui.page_findings"))
    unit = chosen("unit")
    rows = [row for row in ask("pages/findings_list") if unit in (None, row["unit"])]
    if not rows:
        st.info(t("findings.empty"))
        st.stop()
    figures(rows)
    left, right = st.columns([3, 2])
    with left:
        draw_units(rows)
    with right:
        draw_ages(rows)
    open_rows = [row for row in rows if not row["is_closed"]]
    closed_rows = [row for row in rows if row["is_closed"]]
    section(t("findings.open_list"), open_rows, "days_open", "none_open")
    section(t("findings.closed_list"), closed_rows, "closed_on", "none_closed")


def standing(row: dict[str, Any]) -> str:
    """Closed, overdue, or open and in time."""
    if row["is_closed"]:
        return "closed"
    return "overdue" if row["days_late"] else "in_time"


def figures(rows: list[dict[str, Any]]) -> None:
    """How many there are, open, overdue and closed."""
    count = Counter(standing(row) for row in rows)
    open_ = count["in_time"] + count["overdue"]
    share = percent(round(count["closed"] / len(rows), 3))
    cards(
        [
            Card(t("findings.found"), str(len(rows))),
            Card(t("findings.open"), str(open_), tone="amber" if open_ else "green"),
            Card(
                t("findings.overdue"),
                str(count["overdue"]),
                href=link("shortfalls", rule="finding_overdue"),
                tone="red" if count["overdue"] else "green",
            ),
            Card(
                t("findings.closed"),
                str(count["closed"]),
                t("findings.closed_share", share=share),
                tone="green",
            ),
        ]
    )


def draw_units(rows: list[dict[str, Any]]) -> None:
    """Bars by unit, those with most overdue first."""
    st.header(t("findings.by_unit"))
    by_unit: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        by_unit[row["unit"] or t("ui.bureau")][standing(row)] += 1
    ordered = sorted(by_unit, key=lambda one: (by_unit[one]["overdue"], by_unit[one]["in_time"]))
    figure = go.Figure()
    for state in STATES:
        counts = [by_unit[unit][state] for unit in ordered]
        figure.add_bar(
            name=t(f"findings.{state}"),
            y=[short_name(unit) for unit in ordered],
            x=counts,
            orientation="h",
            text=[str(one) if one else "" for one in counts],
            marker={
                "color": COLOURS[state],
                "pattern": {
                    "shape": PATTERNS[state],
                    "fillmode": "overlay",
                    "fgcolor": "#ffffff",
                    "size": 6,
                    "solidity": 0.25,
                },
            },
            textangle=0,
            insidetextfont={"size": 15},
            constraintext="none",
            hovertemplate="%{y} %{x}<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(barmode="stack")
    charts.styled(figure, height=90 + 30 * len(ordered))
    most = max(sum(count.values()) for count in by_unit.values())
    figure.update_xaxes(dtick=max(1, -(-most // 10)))
    charts.draw(figure, key="findings_units", alt=t("findings.by_unit_alt"))


def age(row: dict[str, Any]) -> str:
    """The group of ages that an open finding belongs to."""
    days = row["days_open"]
    if days is None:
        return "age_unknown"
    return next((name for limit, name in AGES if days <= limit), "age_more")


def draw_ages(rows: list[dict[str, Any]]) -> None:
    """Open findings by how long they have been open."""
    open_rows = [row for row in rows if not row["is_closed"]]
    if not open_rows:
        return
    st.header(t("findings.ageing"))
    count = Counter(age(row) for row in open_rows)
    names = [name for _, name in AGES] + ["age_more"]
    names += ["age_unknown"] if count["age_unknown"] else []
    numbers = [count[name] for name in names]
    figure = go.Figure(
        go.Bar(
            x=[t(f"findings.{name}") for name in names],
            y=numbers,
            text=[t("findings.count", number=one) if one else "" for one in numbers],
            marker_color=charts.BLUE,
            hovertemplate="%{x} %{y}<extra></extra>",
        )
    )
    charts.styled(figure, height=360, legend=False)
    figure.update_yaxes(dtick=max(1, -(-max(numbers) // 5)), rangemode="tozero")
    charts.draw(figure, key="findings_ages", alt=t("findings.ageing_alt"))


def state_badge(row: Row) -> str:
    """The state in words and colour."""
    if row["is_closed"]:
        return badge("green", t("findings.state_closed"))
    if row["days_late"]:
        return badge("red", t("findings.state_overdue", days=row["days_late"]))
    return badge("amber", t(f"findings.state_{row['status'] or 'open'}"))


def state_and_number(row: Row) -> str:
    """The state, and below it the number in the ledger."""
    return stacked(state_badge(row), row["finding_no"] or "")


def section(title: str, rows: list[dict[str, Any]], last: str, nothing: str) -> None:
    """A heading and the findings under it; ``last`` is the column that only these have."""
    st.header(plain(title))
    if not rows:
        st.success(t(f"findings.{nothing}"))
        return
    names = ("found_on", "issue", "measure", "person", "due_on", last)
    columns = [
        Column("status", t("findings.state"), html=state_and_number),
        unit_column(t("ui.unit")),
        *(Column(one, t(f"findings.{one}"), wide=one in ("issue", "measure")) for one in names),
        source_column(),
    ]
    paged_table(rows, columns, key=f"findings_{nothing}", size=20)


main()
