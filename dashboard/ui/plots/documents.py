"""The share of documents that were reviewed for legality, unit by unit, against 100 %."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.texts import t
from dashboard.ui.charts import BLUE, GREY, RED, hatched, styled
from dashboard.ui.tables import Row, percent

_ROW_HEIGHT = 40


def review_rates(units: Sequence[Row]) -> go.Figure:
    """Documents of each unit as a bar of 100 %: reviewed, not reviewed, left blank."""
    rows = [*reversed(units)]
    figure = go.Figure()
    for name, colour, shape in (
        ("reviewed", BLUE, ""),
        ("unreviewed", RED, "/"),
        ("blank", GREY, "."),
    ):
        counts = [row[f"count_{name}"] for row in rows]
        if any(counts):
            figure.add_bar(**_bars(rows, counts, t(f"documents.{name}"), colour, shape))
    figure.add_scatter(
        x=[1.02] * len(rows),
        y=[row["label"] for row in rows],
        mode="text",
        text=[_words(row) for row in rows],
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
    )
    styled(figure, height=100 + _ROW_HEIGHT * len(rows), x=t("documents.rate"))
    figure.update_layout(barmode="stack", bargap=0.3, legend={"traceorder": "normal"})
    figure.update_xaxes(range=[0, 1.45], tickvals=[0, 0.25, 0.5, 0.75, 1], tickformat=".0%")
    figure.update_yaxes(showgrid=False)
    figure.add_vline(x=1, line={"color": "#1d2530", "width": 3, "dash": "dash"})
    return figure


def _bars(
    rows: Sequence[Row], counts: list[int], name: str, colour: str, shape: str
) -> dict[str, object]:
    return {
        "y": [row["label"] for row in rows],
        "x": [count / row["count_issued"] for count, row in zip(counts, rows, strict=True)],
        "orientation": "h",
        "name": name,
        "customdata": counts,
        "marker": {"color": colour, "pattern": hatched(shape)},
        "hovertemplate": t("documents.rate_hover", name=name) + "<extra></extra>",
    }


def _words(row: Row) -> str:
    words = f"{percent(row['share'])}（{row['count_reviewed']}/{row['count_issued']}）"
    lacking = row["count_issued"] - row["count_reviewed"]
    return f"<b>{words} {t('documents.lacking', count=lacking)}</b>" if lacking else words
