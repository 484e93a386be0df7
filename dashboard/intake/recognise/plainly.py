"""Of which kind of figures a heading plainly is."""

from __future__ import annotations

from functools import lru_cache

from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, PLAINLY
from dashboard.intake.recognise.lexicon import likeness
from dashboard.kinds import kinds


@lru_cache(maxsize=5_000)
def plainly_of(path: tuple[str, ...]) -> str | None:
    """The kind with one row a unit of which the heading is a column's own or other name; None
    where it is of none, or of several."""
    meanings = likeness(path)
    views = [
        view
        for view in ONE_ROW_A_UNIT
        if any(
            meanings.get(view, {}).get(column.name, 0.0) >= PLAINLY
            for column in kinds()[view].columns
        )
    ]
    return views[0] if len(views) == 1 else None
