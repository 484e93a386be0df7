"""Reviewers against the share required: bars of today, and a small line a unit over time."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.texts import t
from dashboard.ui.charts import BLUE, GREY, RED, hatched, styled
from dashboard.ui.plots.history import history_panels
from dashboard.ui.tables import Row, percent

_ROW_HEIGHT = 38


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
    height = 90 + _ROW_HEIGHT * (len(shown) + 2)
    styled(figure, height=height, legend=False, x=t("reviewers.axis_ratio"))
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


def history(rows: Sequence[Row], required: float) -> go.Figure:
    """Each unit's share over time against the share required."""
    return history_panels(rows, "ratio", _words, lambda _day: required)
