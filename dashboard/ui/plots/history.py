"""Small multiples: a little line a unit over time, all on one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.ui.charts import BLUE, GREY, RED, dates_on_x, styled
from dashboard.ui.tables import Row

_COLUMNS = 4
_PANEL_HEIGHT = 190
_REPORTED_WEEKLY = dt.timedelta(days=10)
"""Reports further apart than a week and a few days leave a week out."""


def history_panels(
    history: Sequence[Row],
    value: str,
    words: Callable[[Row], str],
    line: Callable[[dt.date], float] | None = None,
) -> go.Figure:
    """A small line a unit; a week without a report is a gap, bridged by dots.

    ``value`` is the column with a share; ``line`` tells the share required on a day, drawn in
    red through every panel. ``words`` says what a point shows."""
    units = list(dict.fromkeys(row["unit"] for row in history))
    labels = {row["unit"]: row["label"] for row in history}
    columns = min(_COLUMNS, len(units))
    rows = -(-len(units) // columns)
    figure = make_subplots(
        rows=rows,
        cols=columns,
        shared_yaxes=True,
        shared_xaxes="all",
        subplot_titles=[labels[unit] for unit in units],
        vertical_spacing=min(0.2, 0.32 / rows),
        horizontal_spacing=0.025,
    )
    days = sorted({row["reported_on"] for row in history})
    required = [line(day) for day in days] if line else []
    for number, unit in enumerate(units):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        points = [row for row in history if row["unit"] == unit]
        for trace in _lines(points, value, words):
            figure.add_trace(trace, **place)
        if required:
            figure.add_trace(_required(days, required), **place)
    styled(figure, height=_PANEL_HEIGHT * rows + 40, legend=False)
    figure.update_layout(margin={"t": 40})
    highest = max([row[value] or 0 for row in history] + required) * 1.12
    figure.update_yaxes(tickformat=".0%", range=[-highest * 0.06, highest])
    dates_on_x(figure)
    figure.update_xaxes(nticks=4, showticklabels=True)
    return figure


def _required(days: Sequence[dt.date], required: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        x=days,
        y=required,
        mode="lines",
        hoverinfo="skip",
        line={"color": RED, "width": 2, "dash": "dash"},
    )


def _lines(
    points: Sequence[Row], value: str, words: Callable[[Row], str]
) -> tuple[go.Scatter, go.Scatter]:
    bridge = go.Scatter(
        x=[row["reported_on"] for row in points],
        y=[row[value] for row in points],
        mode="lines",
        hoverinfo="skip",
        line={"color": GREY, "width": 1, "dash": "dot"},
    )
    x, y, said = _with_gaps(points, value, words)
    line = go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        text=said,
        connectgaps=False,
        line={"color": BLUE, "width": 2.5},
        marker={"size": 6},
        hovertemplate="%{x}<br>%{text}<extra></extra>",
    )
    return bridge, line


def _with_gaps(
    points: Sequence[Row], value: str, words: Callable[[Row], str]
) -> tuple[list[dt.date], list[float | None], list[str]]:
    """The points with a blank one wherever a week or more went by without a report."""
    x: list[dt.date] = []
    y: list[float | None] = []
    said: list[str] = []
    for row, after in pairwise([*points, None]):
        assert row is not None
        x.append(row["reported_on"])
        y.append(row[value])
        said.append(words(row))
        if after is not None and after["reported_on"] - row["reported_on"] > _REPORTED_WEEKLY:
            x.append(row["reported_on"] + dt.timedelta(days=1))
            y.append(None)
            said.append("")
    return x, y, said
