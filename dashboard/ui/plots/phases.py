"""The phases of the campaign on a time line: planned span, progress made, the day's mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.tables import SEVERITY_SHAPES, Row, percent

_DAY = 86_400_000
"""A day in milliseconds: the unit of lengths on Plotly's time axis."""
_ROW = 50
"""Height of one phase in CSS pixels."""
_PLANNED = "#d5dce5"


def phase_timeline(phases: Sequence[Row], day: dt.date) -> go.Figure:
    """The phases as bars from start to end, filled as far as the work is done.

    On the axis the fill of a running phase would reach ``day`` if it were on time, so a fill
    that ends left of the mark is behind. A phase without both dates has words but no bar."""
    dated = [one for one in phases if one["starts_on"] and one["ends_on"]]
    rows = {id(one): row for row, one in enumerate(phases)}
    figure = go.Figure([_planned(dated, rows), _done(dated, rows)])
    charts.styled(figure, height=_ROW * max(1, len(phases)) + 90)
    charts.dates_on_x(figure)
    figure.update_layout(barmode="overlay", bargap=0.45, margin={"r": 195, "t": 26})
    figure.update_layout(legend={"y": -0.12, "yanchor": "top", "x": 0.5, "xanchor": "center"})
    figure.update_xaxes(dtick="M1", tickformat=t("phases.month"), tickangle=0)
    figure.update_xaxes(range=_span(dated, day))
    figure.update_yaxes(
        tickvals=list(range(len(phases))),
        ticktext=[_label(one) for one in phases],
        range=[len(phases) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )
    _mark(figure, day)
    for row, one in enumerate(phases):
        figure.add_annotation(_state(one, row))
    return figure


def _planned(phases: Sequence[Row], rows: dict[int, int]) -> go.Bar:
    return _bar(phases, rows, t("phases.planned"), _PLANNED, [1.0] * len(phases))


def _done(phases: Sequence[Row], rows: dict[int, int]) -> go.Bar:
    shares = [one["progress"] or 0 for one in phases]
    return _bar(phases, rows, t("phases.done"), charts.BLUE, shares)


def _bar(
    phases: Sequence[Row], rows: dict[int, int], name: str, colour: str, shares: list[float]
) -> go.Bar:
    return go.Bar(
        name=name,
        orientation="h",
        y=[rows[id(one)] for one in phases],
        base=[one["starts_on"].isoformat() for one in phases],
        x=[_length(one) * share for one, share in zip(phases, shares, strict=True)],
        marker={"color": colour},
        customdata=[[one["name"], date_text(one), state_text(one)] for one in phases],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def _length(phase: Row) -> float:
    return float((phase["ends_on"] - phase["starts_on"]).days + 1) * _DAY


def _span(phases: Sequence[Row], day: dt.date) -> list[str]:
    days = [day, *(one["starts_on"] for one in phases), *(one["ends_on"] for one in phases)]
    margin = dt.timedelta(days=3)
    return [(min(days) - margin).isoformat(), (max(days) + margin).isoformat()]


def _label(phase: Row) -> str:
    return f"<b>{phase['name']}</b><br>{date_text(phase)}"


def date_text(phase: Row) -> str:
    """The dates of a phase in words; without the year where it has but one."""
    if not phase["starts_on"] and not phase["ends_on"]:
        return t("phases.undated")
    days = [one for one in (phase["starts_on"], phase["ends_on"]) if one]
    year = all(one.year == days[0].year for one in days)
    start, end = (
        "" if one is None else one.strftime("%m-%d") if year else one.isoformat()
        for one in (phase["starts_on"], phase["ends_on"])
    )
    return t("phases.from_to", start=start, end=end)


def state_text(phase: Row) -> str:
    """Actual and expected progress of a phase in words."""
    if phase["progress"] is None:
        return str(phase["done_text"] or "")
    actual = percent(round(phase["progress"], 2))
    if phase["expected"] is None:
        return t("phases.actual_only", actual=actual)
    return t("phases.actual_expected", actual=actual, expected=percent(round(phase["expected"], 2)))


def _state(phase: Row, row: int) -> dict[str, Any]:
    level = phase["severity"]
    shape = f"{SEVERITY_SHAPES[level]} " if level else ""
    return {
        "text": shape + state_text(phase),
        "font": {"color": charts.SEVERITY_COLOURS.get(level, charts.TEXT)},
        "x": 1.0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 10,
        "y": row,
        "showarrow": False,
    }


def _mark(figure: go.Figure, day: dt.date) -> None:
    figure.add_shape(
        type="line",
        x0=day.isoformat(),
        x1=day.isoformat(),
        y0=0,
        y1=1,
        yref="paper",
        line={"color": charts.RED, "width": 2, "dash": "dash"},
    )
    figure.add_annotation(
        text=t("phases.mark", day=day),
        x=day.isoformat(),
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"color": charts.RED},
    )
