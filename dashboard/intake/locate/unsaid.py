"""What the cells under names of units tell, where no heading says it."""

from __future__ import annotations

from dashboard.intake.locate.found import Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.across import laid_across
from dashboard.text import normal

NOTHING = (None, "/", "-", "—", "——")
"""Cells that say that a unit has no part in it."""
_PROGRESS = "完成进度"
_LONGEST = 12
"""Letters of an answer: √, 已公开, 2021-06-09."""
_MOSTLY = 0.6


def told_by_cells(found: Found, across: list[Head]) -> str | None:
    """A heading for the cells of those columns: percentages tell how far a task is, short
    answers beside the names of lists whether they are published. None for other cells."""
    grid = found.grid
    places = [(row, head.column) for head in across for row in found.body.rows]
    given = [place for place in places if grid.rows[place[0]][place[1]] not in NOTHING]
    if not given:
        return None
    texts = [normal(grid.text(*place)) for place in given]
    shares = sum(
        place in grid.percent or text.endswith("%")
        for place, text in zip(given, texts, strict=True)
    )
    if shares == len(given) or (shares > 1 and shares >= _MOSTLY * len(given)):
        return _PROGRESS  # 已完成 or 详见附件 among them is one cell's trouble, not the table's
    first = found.heads[0]
    listed = laid_across(grid.text(row, first.column) for row in found.body.rows)
    if listed is None or first in across or max(map(len, texts)) > _LONGEST:
        return None
    return listed.answer.label
