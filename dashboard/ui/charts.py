"""Plots with one look: Chinese fonts, colours that colour-blind people tell apart, no tools."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

RED, AMBER, BLUE, GREEN, GREY = "#b3261e", "#b26a00", "#1f5fa8", "#1b7a5a", "#5b6470"
TEXT = "#1d2530"
SEVERITY_COLOURS = {"red": RED, "amber": AMBER, "blue": BLUE}
SERIES = ("#1f5fa8", "#d55e00", "#1b7a5a", "#8a5a9e", "#5b6470", "#c79a00")
"""For series without a meaning of their own; told apart with any common colour blindness."""
SEQUENCE = ((0.0, "#f3f6fa"), (0.5, "#7fa6d3"), (1.0, "#123f73"))
"""For heat maps: light to dark, readable in grey."""


def styled(
    figure: go.Figure, *, height: int, legend: bool = True, x: str = "", y: str = ""
) -> go.Figure:
    """Give a figure the look of the house. Height in CSS pixels; ``x`` and ``y`` name the axes."""
    figure.update_layout(
        height=height,
        showlegend=legend,
        font={"family": FONT, "size": 16, "color": TEXT},
        hoverlabel={"font": {"family": FONT, "size": 16}},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None},
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=".,",
    )
    figure.update_xaxes(automargin=True, gridcolor="#e3e8ee", title=_named(x), tickformat=None)
    figure.update_yaxes(automargin=True, gridcolor="#e3e8ee", title=_named(y))
    return figure


def _named(axis: str) -> dict[str, object] | None:
    return {"text": axis, "font": {"size": 15}, "standoff": 8} if axis else None


def hatched(shape: str | list[str]) -> dict[str, object]:
    """A pattern over a bar's own colour, so that it is told apart without it; '' is none."""
    return {
        "shape": shape,
        "fillmode": "overlay",
        "fgcolor": "#ffffff",
        "fgopacity": 0.45,
        "size": 9,
        "solidity": 0.22,
    }


def dates_on_x(figure: go.Figure) -> None:
    """Label a time axis in numbers, since month names would come in English."""
    figure.update_xaxes(type="date", tickformat="%m-%d", hoverformat="%Y-%m-%d")


def draw(figure: go.Figure, *, key: str, alt: str) -> None:
    """Put a figure on the page; ``alt`` says in a sentence what it shows."""
    st.plotly_chart(
        figure, theme=None, key=key, alt=alt, config={"displayModeBar": False, "scrollZoom": False}
    )
