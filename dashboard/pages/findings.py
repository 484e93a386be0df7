"""督导整改: what supervision found, what is closed, what is open and for how long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import plotly.graph_objects as go
import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.names import short_name, unit_column
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row, badge, percent, source_column, stacked
from dashboard.ui.trends import rule_trend

OPEN, CLOSED = "open", "closed"
"""The two lists, and where a figure leads to on the page."""
AGES = ("age_7", "age_14", "age_30", "age_60", "age_more")
_MOST_UNITS = 40
STATES = ("closed", "in_time", "overdue")
COLOURS = {"closed": charts.GREEN, "in_time": charts.AMBER, "overdue": charts.RED}
PATTERNS = {"closed": "", "in_time": "/", "overdue": "."}


def main() -> None:
    """Draw the page."""
    st.title(t("ui.page_findings"))
    counts = ask("pages/findings_counts", unit=chosen("unit"))
    if not counts:
        st.info(t("findings.empty"))
        st.stop()
    figures(summed(counts, "standing"))
    left, right = st.columns([3, 2])
    with left:
        draw_units(counts)
    with right:
        draw_ages(summed((row for row in counts if row["standing"] != "closed"), "age"))
    section(OPEN, "days_open")
    section(CLOSED, "closed_on")


def summed(counts: Iterable[Row], by: str) -> Counter[str]:
    """How many findings there are of each standing, or of each age."""
    total: Counter[str] = Counter()
    for row in counts:
        total[row[by]] += row["count_findings"]
    return total


def figures(count: Counter[str]) -> None:
    """How many there are, open, overdue and closed."""
    open_ = count["in_time"] + count["overdue"]
    share = percent(round(count["closed"] / count.total(), 3))
    cards(
        [
            Card(t("findings.found"), str(count.total()), href=f"#{OPEN}"),
            Card(
                t("findings.open"), str(open_), href=f"#{OPEN}", tone="amber" if open_ else "green"
            ),
            Card(
                t("findings.overdue"),
                str(count["overdue"]),
                href=link("shortfalls", rule="finding_overdue"),
                tone="red" if count["overdue"] else "green",
                trend=rule_trend("finding_overdue"),
            ),
            Card(
                t("findings.closed"),
                str(count["closed"]),
                t("findings.closed_share", share=share),
                f"#{CLOSED}",
                "green",
            ),
        ]
    )


def draw_units(counts: Sequence[Row]) -> None:
    """Bars by unit, those with most overdue first."""
    st.header(t("findings.by_unit"))
    by_unit: dict[str, Counter[str]] = defaultdict(Counter)
    for row in counts:
        by_unit[row["unit"] or t("ui.bureau")][row["standing"]] += row["count_findings"]
    ordered = sorted(by_unit, key=lambda one: [by_unit[one][state] for state in reversed(STATES)])
    left_out = len(ordered) - _MOST_UNITS
    ordered = ordered[-_MOST_UNITS:]
    figure = go.Figure()
    for state in STATES:
        numbers = [by_unit[unit][state] for unit in ordered]
        figure.add_bar(
            name=t(f"findings.{state}"),
            y=[short_name(unit) for unit in ordered],
            x=numbers,
            orientation="h",
            text=[str(one) if one else "" for one in numbers],
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
            insidetextanchor="middle",
            insidetextfont={"size": 15},
            constraintext="none",
            hovertemplate="%{y} %{x}<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(barmode="stack")
    charts.styled(figure, height=120 + 30 * len(ordered), x=t("findings.axis_count"))
    most = max(by_unit[unit].total() for unit in ordered)
    figure.update_xaxes(dtick=max(1, -(-most // 10)))
    charts.draw(figure, key="findings_units", alt=t("findings.by_unit_alt"))
    if left_out > 0:
        st.caption(t("work.more_units", shown=len(ordered), left=left_out))


def draw_ages(count: Counter[str]) -> None:
    """Open findings by how long they have been open."""
    if not count:
        return
    st.header(t("findings.ageing"))
    names = [*AGES, *(["age_unknown"] if count["age_unknown"] else [])]
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
    figure.update_xaxes(tickangle=0, showgrid=False)
    figure.update_yaxes(rangemode="tozero", showticklabels=False, showgrid=False)
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


def section(state: str, last: str) -> None:
    """A heading and the findings under it; ``last`` is the column that only these have."""
    st.header(t(f"findings.{state}_list"), anchor=state)
    names = ("found_on", "issue", "measure", "person", "due_on", last)
    columns = [
        Column("status", t("findings.state"), html=state_and_number),
        unit_column(t("ui.unit")),
        *(Column(one, t(f"findings.{one}"), wide=one in ("issue", "measure")) for one in names),
        source_column(),
    ]
    which = {"closed": state == CLOSED, "unit": chosen("unit")}
    if not asked_table("pages/findings_list", columns, f"findings_{state}", size=20, **which):
        st.success(t(f"findings.none_{state}"))


main()
