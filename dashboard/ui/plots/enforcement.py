"""Random inspections against the year gone by, and complaints month by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.texts import t
from dashboard.ui.charts import AMBER, BLUE, GREEN, RED, hatched, styled
from dashboard.ui.plots.history import history_panels
from dashboard.ui.tables import Row, percent, shown

_ROW_HEIGHT = 40
_PANELS = (
    ("share", "completed", "planned", "severity"),
    ("joint_share", "joint_completed", "joint_planned", "joint_severity"),
)


def inspections(units: Sequence[Row]) -> go.Figure:
    """Completed of planned, a bar a unit; all inspections on the left, joint ones right."""
    rows = [*reversed(units)]
    titles = [t("enforcement.all_inspections"), t("enforcement.joint_inspections")]
    figure = make_subplots(
        rows=1,
        cols=2,
        shared_yaxes=True,
        subplot_titles=titles,
        horizontal_spacing=0.04,
        column_widths=[0.55, 0.45],
    )
    for column, panel in enumerate(_PANELS, start=1):
        _draw_panel(figure, rows, panel, column)
    height = 130 + _ROW_HEIGHT * len(rows)
    styled(figure, height=height, legend=False, x=t("enforcement.axis_share"))
    figure.update_layout(margin={"t": 66}, bargap=0.3)
    figure.update_annotations(yshift=26, selector={"yref": "paper"})
    figure.update_xaxes(range=[0, 1.6], tickvals=[0, 0.5, 1], tickformat=".0%")
    figure.update_yaxes(showgrid=False)
    _draw_year(figure, rows[0]["share_of_year"])
    return figure


def inspections_history(history: Sequence[Row]) -> go.Figure:
    """Each unit's share completed over time against the share of the year gone by."""
    return history_panels(history, "share", _counted, _share_of_year)


def _counted(row: Row) -> str:
    return f"{percent(row['share'])}（{shown(row['completed'])}/{shown(row['planned'])}）"


def _share_of_year(day: dt.date) -> float:
    """As the rule counts it: the day itself has gone by."""
    last = dt.date(day.year, 12, 31)
    return day.timetuple().tm_yday / last.timetuple().tm_yday


def _draw_panel(
    figure: go.Figure, rows: Sequence[Row], panel: tuple[str, str, str, str], column: int
) -> None:
    share, completed, planned, severity = panel
    words = [_words(row, share, completed, planned, severity) for row in rows]
    figure.add_bar(
        y=[row["label"] for row in rows],
        x=[min(row[share] or 0, 1.2) for row in rows],
        orientation="h",
        marker={
            "color": [AMBER if row[severity] else BLUE for row in rows],
            "pattern": hatched(["/" if row[severity] else "" for row in rows]),
        },
        customdata=words,
        hovertemplate="%{y}<br>%{customdata}<extra></extra>",
        row=1,
        col=column,
    )
    figure.add_scatter(
        y=[row["label"] for row in rows],
        x=[max(min(row[share] or 0, 1.2), 1.02) for row in rows],
        mode="text",
        text=[f" {word}" for word in words],
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        row=1,
        col=column,
    )


def _words(row: Row, share: str, completed: str, planned: str, severity: str) -> str:
    if row[planned] is None or row[completed] is None:
        return t("ui.blank")
    if not row[planned]:
        return t("enforcement.none_planned")
    words = f"{row[completed]}/{row[planned]}（{percent(round(row[share], 3))}）"
    behind = "behind" if severity == "severity" else "joint_none"
    return f"<b>{words} {t(f'enforcement.{behind}')}</b>" if row[severity] else words


def _draw_year(figure: go.Figure, share: float) -> None:
    """The share of the year gone by, which all inspections are held against."""
    figure.add_vline(x=share, line={"color": RED, "width": 3, "dash": "dash"}, row=1, col=1)
    figure.add_annotation(
        x=share,
        y=1,
        yref="y domain",
        yanchor="bottom",
        showarrow=False,
        row=1,
        col=1,
        text=t("enforcement.year_line", share=percent(round(share, 3))),
        font={"color": RED, "size": 15},
    )


def complaint_months(months: Sequence[Row]) -> go.Figure:
    """Complaints received and closed, two bars a month with their numbers."""
    figure = go.Figure()
    for name, colour, shape in (("received", BLUE, ""), ("closed", GREEN, "/")):
        counts = [row[f"count_{name}"] for row in months]
        figure.add_bar(
            x=[_month(row["month"]) for row in months],
            y=counts,
            name=t(f"enforcement.{name}"),
            text=[shown(count) for count in counts],
            textposition="outside",
            cliponaxis=False,
            marker={"color": colour, "pattern": hatched(shape)},
            hovertemplate=t("enforcement.month_hover", name=t(f"enforcement.{name}"))
            + "<extra></extra>",
        )
    styled(figure, height=320, y=t("enforcement.axis_count"))
    largest = max((max(row["count_received"], row["count_closed"]) for row in months), default=1)
    figure.update_layout(barmode="group", bargap=0.35, margin={"t": 50})
    figure.update_xaxes(type="category")
    figure.update_yaxes(range=[0, largest * 1.15 + 0.5], showticklabels=False, showgrid=False)
    return figure


def _month(month: str) -> str:
    """2021-06 as 6月: the plot shows one year."""
    return t("enforcement.month", number=int(month.rpartition("-")[2]))
