"""Forms of several kinds below one another: where one of them ends and the next begins."""

from __future__ import annotations

from collections import Counter

from dashboard.intake.locate.form_labels import LONGEST_LABEL
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.words import is_section
from dashboard.intake.recognise.lexicon import likeness

_PLAIN = 0.9


def form_parts(grid: Grid, top: int, bottom: int, left: int, right: int) -> list[tuple[int, int]]:
    """Those rows (inclusive) in parts, each begun by a section row (二、三项制度) from which on
    the labels are those of another kind; all of them as one part where no such row stands."""
    starts = [row for row in range(top, bottom + 1) if _is_section_row(grid, row, left, right)]
    if not starts:
        return [(top, bottom)]
    if starts[0] > top:
        starts.insert(0, top)
    parts: list[tuple[int, int]] = []
    kinds: set[str] = set()
    for start, following in zip(starts, [*starts[1:], bottom + 1], strict=True):
        here = _kinds(grid, start, following - 1, left, right)
        if parts and not (kinds and here and kinds.isdisjoint(here)):
            parts[-1] = (parts[-1][0], following - 1)
            kinds = kinds & here or kinds or here
        else:
            parts.append((start, following - 1))
            kinds = here
    return parts


def _is_section_row(grid: Grid, row: int, left: int, right: int) -> bool:
    columns = within(grid.filled[row], left, right)
    return len(columns) == 1 and is_section(grid.text(row, columns[0]))


def _kinds(grid: Grid, top: int, bottom: int, left: int, right: int) -> set[str]:
    """The kinds that know at least two of the labels in those rows, and none knows more."""
    known: Counter[str] = Counter()
    for row in range(top, bottom + 1):
        for column in within(grid.filled[row], left, right):
            text = grid.rows[row][column]
            if isinstance(text, str) and len(text) <= LONGEST_LABEL:
                known.update(
                    view
                    for view, columns in likeness((text,)).items()
                    if max(columns.values(), default=0.0) >= _PLAIN
                )
    most = max(known.values(), default=0)
    return {view for view, count in known.items() if count == most} if most >= 2 else set()
