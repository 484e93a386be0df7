"""Scores of case files: their distribution, by unit, by grade and by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.texts import t
from dashboard.ui.charts import BLUE, GREEN, GREY, RED, hatched, styled
from dashboard.ui.tables import Row, shown

GRADES: Mapping[str, tuple[str, str]] = {
    "excellent": (GREEN, ""),
    "good": (BLUE, ""),
    "pass": ("#c79a00", ""),
    "fail": (RED, "/"),
    "ungraded": (GREY, "."),
}
"""Colour and pattern of each grade."""

PARTS = ("legality", "reasonableness", "documents")

_WIDTH = 5
_ROW = 42


def histogram(scores: Sequence[Row], bands: Sequence[Row]) -> go.Figure:
    """Cases by total, five points a bar; the bands of the grades as lines."""
    counted: Counter[int] = Counter()
    for row in scores:
        counted[min(int(row["total"] // _WIDTH) * _WIDTH, 100 - _WIDTH)] += row["count_cases"]
    lowest = min(*counted, 50)
    starts = list(range(lowest, 100, _WIDTH))
    pass_mark = next((one["value"] for one in bands if one["rule"] == "grade_pass"), 0)
    failed = [start < pass_mark for start in starts]
    counts = [counted[start] for start in starts]
    names = [_span(start) for start in starts]
    figure = go.Figure(
        go.Bar(
            x=[start + _WIDTH / 2 for start in starts],
            y=counts,
            width=_WIDTH * 0.92,
            text=[str(count) if count else "" for count in counts],
            textposition="outside",
            cliponaxis=False,
            customdata=names,
            marker={
                "color": [RED if one else BLUE for one in failed],
                "pattern": hatched(["/" if one else "" for one in failed]),
            },
            hovertemplate=t("cases.histogram_hover") + "<extra></extra>",
        )
    )
    styled(figure, height=340, legend=False, x=t("cases.axis_total"), y=t("cases.axis_cases"))
    figure.update_layout(margin={"t": 40})
    figure.update_xaxes(range=[lowest, 100.5], dtick=10)
    figure.update_yaxes(range=[0, max(counts) * 1.2], dtick=max(1, max(counts) // 5))
    _draw_bands(figure, bands)
    return figure


def _span(start: int) -> str:
    last = 100 if start + _WIDTH >= 100 else start + _WIDTH - 1
    return f"{start}–{last}"


def _draw_bands(figure: go.Figure, bands: Sequence[Row]) -> None:
    for band in bands:
        grade = band["rule"].removeprefix("grade_")
        figure.add_vline(
            x=band["value"],
            line={"color": "#1d2530", "width": 2, "dash": "dash"},
            annotation={
                "text": f"{t(f'cases.grade_{grade}')} {shown(band['value'])}",
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "xanchor": "center",
                "font": {"size": 15},
            },
        )


def grades_by_unit(units: Sequence[Row]) -> go.Figure:
    """How many cases of each unit have which grade, stacked; the number stands in the bar."""
    rows = [*reversed([row for row in units if row["count_cases"]])]
    figure = go.Figure()
    for grade, (colour, shape) in GRADES.items():
        counts = [row[f"count_{grade}"] for row in rows]
        if not any(counts):
            continue
        figure.add_bar(
            y=[row["label"] for row in rows],
            x=counts,
            orientation="h",
            name=t(f"cases.grade_{grade}"),
            text=[str(count) if count else "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": "#fff", "size": 16},
            marker={"color": colour, "pattern": hatched(shape)},
            hovertemplate=t("cases.grades_hover", grade=t(f"cases.grade_{grade}"))
            + "<extra></extra>",
        )
    styled(figure, height=max(340, 90 + _ROW * len(rows)), x=t("cases.axis_cases"))
    figure.update_layout(barmode="stack", bargap=0.35, legend={"traceorder": "normal"})
    figure.update_xaxes(showgrid=False, rangemode="tozero")
    return figure


def scores_by_unit(scores: Sequence[Row], units: Sequence[Row], bands: Sequence[Row]) -> go.Figure:
    """A dot a case on its unit's line, failed ones crossed; a bar at the unit's mean."""
    rows = [*reversed([row for row in units if row["mean_total"] is not None])]
    figure = go.Figure()
    failed = [row for row in scores if row["grade"] == "fail"]
    others = [row for row in scores if row["grade"] != "fail"]
    for name, part, colour, symbol in (
        ("passed", others, BLUE, "circle"),
        ("failed", failed, RED, "x"),
    ):
        if part:
            figure.add_trace(_dots(part, t(f"cases.dots_{name}"), colour, symbol))
    figure.add_scatter(
        x=[row["mean_total"] for row in rows],
        y=[row["label"] for row in rows],
        mode="markers+text",
        name=t("cases.mean"),
        marker={"symbol": "line-ns", "size": 24, "line": {"width": 4, "color": "#1d2530"}},
        text=[f"{row['mean_total']:.1f}" for row in rows],
        textposition="top center",
        hovertemplate=t("cases.mean_hover") + "<extra></extra>",
    )
    styled(figure, height=150 + 48 * len(rows), x=t("cases.axis_total"))
    lowest = min(*(row["total"] for row in scores), 55)
    highest = max(*(row["total"] for row in scores), 100)
    figure.update_xaxes(range=[lowest - 2, highest + 1], dtick=10)
    figure.update_yaxes(categoryorder="array", categoryarray=[row["label"] for row in rows])
    figure.update_layout(margin={"t": 84}, legend={"y": 1.0, "yanchor": "top", "yref": "container"})
    _draw_bands(figure, bands)
    return figure


def _dots(scores: Sequence[Row], name: str, colour: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[row["total"] for row in scores],
        y=[row["label"] for row in scores],
        mode="markers",
        name=name,
        marker={
            "color": colour,
            "symbol": symbol,
            "opacity": 0.75,
            "line": {"width": 0},
            "size": [min(10 + 3 * (row["count_cases"] - 1), 26) for row in scores],
        },
        customdata=[(row["case_no"], row["count_cases"]) for row in scores],
        hovertemplate=t("cases.dot_hover") + "<extra></extra>",
    )


def parts_of_sheet(cases: Sequence[Row]) -> go.Figure:
    """The three parts of one sheet side by side, a dot a case, each on an axis of its own."""
    figure = make_subplots(
        rows=1,
        cols=len(PARTS),
        subplot_titles=[t(f"cases.{part}") for part in PARTS],
        horizontal_spacing=0.05,
    )
    highest = 1
    for column, part in enumerate(PARTS, start=1):
        dots, tallest = _stacked(cases, part)
        highest = max(highest, tallest)
        figure.add_trace(dots, row=1, col=column)
        if scores := [row[part] for row in cases if row[part] is not None]:
            _draw_mean(figure, sum(scores) / len(scores), column)
    styled(figure, height=150 + 18 * highest, legend=False)
    figure.update_layout(margin={"t": 64})
    figure.update_annotations(yshift=20, selector={"yref": "paper"})
    figure.update_yaxes(range=[0.2, highest + 0.8], visible=False)
    return figure


def _stacked(cases: Sequence[Row], part: str) -> tuple[go.Scatter, int]:
    """Dots over one axis, equal scores one above the other; and how high they stand."""
    seen: Counter[float] = Counter()
    heights = []
    scored = [row for row in cases if row[part] is not None]
    for row in scored:
        seen[row[part]] += 1
        heights.append(seen[row[part]])
    dots = go.Scatter(
        x=[row[part] for row in scored],
        y=heights,
        mode="markers",
        marker={"size": 13, "color": BLUE, "opacity": 0.8},
        customdata=[row["case_no"] for row in scored],
        hovertemplate=t("cases.part_hover") + "<extra></extra>",
    )
    return dots, max(heights, default=1)


def _draw_mean(figure: go.Figure, mean: float, column: int) -> None:
    figure.add_vline(x=mean, line={"color": RED, "width": 2}, row=1, col=column)
    figure.add_annotation(
        x=mean,
        y=1,
        yref="y domain",
        xanchor="center",
        yanchor="bottom",
        showarrow=False,
        text=t("cases.part_mean", mean=f"{mean:.1f}"),
        font={"color": RED, "size": 15},
        row=1,
        col=column,
    )
