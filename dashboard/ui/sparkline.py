"""A line as small as a word, to stand beside the figure whose history it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from dashboard.ui.charts import GREY

_WIDTH, _HEIGHT, _MARGIN = 150, 30, 4


def sparkline(values: Sequence[float | None], alt: str, colour: str = GREY) -> str:
    """The line as an image in HTML; '' where there are less than two values.

    A None is a gap: what was not reported is no 0, and the line starts anew after it. The
    scale begins at 0. ``alt`` says in words what the line shows."""
    known = [one for one in values if one is not None]
    if len(known) < 2:
        return ""
    step = (_WIDTH - 2 * _MARGIN) / (len(values) - 1)
    scale = (_HEIGHT - 2 * _MARGIN) / (max(known) or 1)
    points = [
        None if one is None else (_MARGIN + n * step, _HEIGHT - _MARGIN - one * scale)
        for n, one in enumerate(values)
    ]
    image = b64encode(_svg(points, colour).encode()).decode()
    return (
        f'<img class="dudao-spark" width="{_WIDTH}" height="{_HEIGHT}" alt="{escape(alt)}"'
        f' title="{escape(alt)}" src="data:image/svg+xml;base64,{image}">'
    )


def _svg(points: Sequence[tuple[float, float] | None], colour: str) -> str:
    lines = "".join(
        f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in run)}" fill="none"'
        f' stroke="{colour}" stroke-width="2" stroke-linecap="round"/>'
        for run in _runs(points)
    )
    x, y = next(one for one in reversed(points) if one is not None)
    base = _HEIGHT - _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<line x1="{_MARGIN}" x2="{_WIDTH - _MARGIN}" y1="{base}" y2="{base}" stroke="#d5dce5"/>'
        f'{lines}<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/></svg>'
    )


def _runs(
    points: Sequence[tuple[float, float] | None],
) -> Iterator[list[tuple[float, float]]]:
    """The points between gaps; one that stands alone is drawn as a dot, a line to itself."""
    run: list[tuple[float, float]] = []
    for one in [*points, None]:
        if one is not None:
            run.append(one)
        elif run:
            yield run if len(run) > 1 else run * 2
            run = []
