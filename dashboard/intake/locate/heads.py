"""The headings over one column, from the outermost group to its own."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.subheads import DATE_PARTS

Path = tuple[str, ...]
"""Headings from the outermost group to the own."""


class Head(NamedTuple):
    """One column of a table: its headings from the outermost group to its own."""

    column: int
    path: Path
    shared: bool = False
    """The heading's cell is merged over several columns, and this is not the first."""
    corner: bool = False
    """It is the corner of a table on its side: blank, or a word for the labels below it; what
    stands beside it names the records."""

    @property
    def written(self) -> str:
        """The heading as people would cite it: 法制审核/人数."""
        return "/".join(" ".join(text.split()) for text in self.path)


def heads_of(grid: Grid, top: int, bottom: int, left: int, right: int) -> list[Head]:
    """The columns of the header in those rows (inclusive), but those without any heading."""
    heads = []
    for column in range(left, right + 1):
        path, shared = _path(grid, top, bottom, column, left)
        if path:
            heads.append(Head(column, path, shared))
    return heads


def _path(grid: Grid, top: int, bottom: int, column: int, left: int) -> tuple[Path, bool]:
    """The headings over a column, and whether the last is shared with a column before it."""
    path: list[str] = []
    seen: set[tuple[int, int]] = set()
    last = (top, column)
    for row in range(top, bottom + 1):
        place = grid.covered.get((row, column), (row, column))
        if grid.rows[place[0]][place[1]] is None and row < bottom:
            place = _group_before(grid, row, column, left) or place
        text = grid.text(*place)
        if row == bottom and path and text.strip() in DATE_PARTS:
            break
        if text and place not in seen and place[0] >= top:
            path.append(text)
            seen.add(place)
            last = place
    return tuple(path), bool(path) and last[1] < column


def _group_before(grid: Grid, row: int, column: int, left: int) -> tuple[int, int] | None:
    """The unmerged group heading that reaches over a blank cell of a group row."""
    if grid.rows[row + 1][column] is None or (row, column) in grid.covered:
        return None
    before = column - 1
    while before >= left and grid.rows[row][before] is None:
        if grid.rows[row + 1][before] is None:
            return None
        before -= 1
    if before < left or (row, before) in grid.spans or grid.rows[row + 1][before] is None:
        return None
    return (row, before)
