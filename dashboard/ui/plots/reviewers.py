"""Reviewers against the share required: bars of today, and a small line a unit over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.texts import t
from dashboard.ui.charts import BLUE, GREY, RED, dates_on_x, hatched, styled
from dashboard.ui.tables import Row, percent

_ROW_HEIGHT = 38
_PANEL_HEIGHT = 190
_REPORTED_WEEKLY = dt.timedelta(days=10)
"""Reports further apart than a week and a few days leave a week out."""


def ratio_bars(units: Sequence[Row], total: Row) -> go.Figure:
    """A bar a unit with a share, the line of the share required, the bureau apart below."""
    required = total["required_share"]
    shown = [*reversed([row for row in units if row["ratio"] is not None])]
    figure = go.Figure()
    if total["ratio"] is not None:
        figure.add_bar(**_bars([total], [t("reviewers.total_bar")], GREY, "."))
    below = [row for row in shown if row["ratio"] < required]
    reached = [row for row in shown if row["ratio"] >= required]
    for rows, colour, shape in ((reached, BLUE, ""), (below, RED, "/")):
        figure.add_bar(**_bars(rows, [row["label"] for row in rows], colour, shape))
    largest = max([row["ratio"] for row in shown] + [total["ratio"] or 0, required])
    figure.add_scatter(**_words_beside(shown, total, largest * 1.02))
    order = [t("reviewers.total_bar"), " ", *(row["label"] for row in shown)]
    figure.update_yaxes(categoryorder="array", categoryarray=order)
    figure.add_vline(x=required, line={"color": RED, "width": 3, "dash": "dash"})
    figure.add_annotation(
        x=required,
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        text=t("reviewers.line", share=percent(required)),
        font={"color": RED, "size": 17},
    )
    styled(figure, height=60 + _ROW_HEIGHT * (len(shown) + 2), legend=False)
    figure.update_layout(margin={"t": 34}, bargap=0.3)
    figure.update_xaxes(range=[0, largest * 1.4], tickformat=".0%", showgrid=False)
    figure.update_yaxes(showgrid=False)
    return figure


def _words_beside(units: Sequence[Row], total: Row, x: float) -> dict[str, object]:
    """The figures in a column of their own, so that the line crosses no word."""
    rows = [*units, total] if total["ratio"] is not None else [*units]
    return {
        "y": [row.get("label", t("reviewers.total_bar")) for row in rows],
        "x": [x] * len(rows),
        "mode": "text",
        "text": [_words(row) for row in rows],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _bars(rows: Sequence[Row], labels: list[str], colour: str, shape: str) -> dict[str, object]:
    return {
        "y": labels,
        "x": [row["ratio"] for row in rows],
        "orientation": "h",
        "marker": {"color": colour, "pattern": hatched(shape)},
        "customdata": [_words(row) for row in rows],
        "hovertemplate": "%{y}<br>%{customdata}<extra></extra>",
    }


def _words(row: Row) -> str:
    share = percent(row["ratio"])
    words = f"{share}（{row['reviewers']}/{row['staff']}）"
    if row.get("missing") and "unit" in row:
        return f"<b>{words} {t('reviewers.short_by', count=row['missing'])}</b>"
    return words


def history_panels(history: Sequence[Row], required: float, columns: int = 4) -> go.Figure:
    """A small line a unit; a week without a report is a gap, bridged by dots."""
    units = list(dict.fromkeys(row["unit"] for row in history))
    labels = {row["unit"]: row["label"] for row in history}
    columns = min(columns, len(units))
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
    for number, unit in enumerate(units):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        points = [row for row in history if row["unit"] == unit]
        for trace in _lines(points):
            figure.add_trace(trace, **place)
        figure.add_hline(y=required, line={"color": RED, "width": 2, "dash": "dash"}, **place)
    styled(figure, height=_PANEL_HEIGHT * rows + 40, legend=False)
    figure.update_layout(margin={"t": 40})
    highest = max([row["ratio"] or 0 for row in history] + [required]) * 1.12
    figure.update_yaxes(tickformat=".0%", range=[-highest * 0.06, highest])
    dates_on_x(figure)
    figure.update_xaxes(nticks=4, showticklabels=True)
    return figure


def _lines(points: Sequence[Row]) -> list[go.Scatter]:
    days, shares = [row["reported_on"] for row in points], [row["ratio"] for row in points]
    bridge = go.Scatter(
        x=days,
        y=shares,
        mode="lines",
        hoverinfo="skip",
        line={"color": GREY, "width": 1, "dash": "dot"},
    )
    x, y, words = _with_gaps(points)
    line = go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        text=words,
        connectgaps=False,
        line={"color": BLUE, "width": 2.5},
        marker={"size": 6},
        hovertemplate="%{x}<br>%{text}<extra></extra>",
    )
    return [bridge, line]


def _with_gaps(points: Sequence[Row]) -> tuple[list[dt.date], list[float | None], list[str]]:
    """The points with a blank one wherever a week or more went by without a report."""
    x: list[dt.date] = []
    y: list[float | None] = []
    words: list[str] = []
    for row, after in pairwise([*points, None]):
        assert row is not None
        x.append(row["reported_on"])
        y.append(row["ratio"])
        words.append(_words(row))
        if after is not None and after["reported_on"] - row["reported_on"] > _REPORTED_WEEKLY:
            x.append(row["reported_on"] + dt.timedelta(days=1))
            y.append(None)
            words.append("")
    return x, y, words
