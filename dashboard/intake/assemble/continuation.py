"""A sheet without headings that goes on where the sheet before it ended."""

from __future__ import annotations

from dashboard.intake.locate.body import walk
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.headers import Header
from dashboard.intake.recognise.content import Content, fitness, look
from dashboard.intake.recognise.dictionary import columns_of
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.which import Recognised

_ALIKE = 0.7


def continued(grid: Grid, before: Found, recognised: Recognised) -> Found | None:
    """The sheet's rows under the headings of the table before it, if they are of its build:
    as wide, and each column holding what it held there. None otherwise."""
    matched = recognised.matched
    if matched is None or before.shape != "rows" or before.right >= grid.width + 1:
        return None
    top = _first_row(grid, before)
    if top is None:
        return None
    _widen(grid, before.right + 1)
    header = Header(top - 1, top - 1, before.left, grid.width - 1, before.heads)
    body = walk(grid, header, len(grid.rows))
    found = Found(
        grid=grid,
        left=header.left,
        right=header.right,
        heads=before.heads,
        header_rows=[],
        body=body,
        preamble=[row for row in range(top) if grid.filled[row]],
        continued=before.grid.name,
    )
    columns = [head.column for head in matched.columns.values()]
    if not body.rows or max(columns) >= grid.width or _wider(before, found):
        return None
    return found if _fits(found, matched) and _alike(before, found, columns) else None


def _widen(grid: Grid, width: int) -> None:
    """Give the sheet the table's last column, which nothing is written in there."""
    if grid.width < width:
        grid.rows = [[*cells, *[None] * (width - grid.width)] for cells in grid.rows]
        grid.width = width


def _first_row(grid: Grid, before: Found) -> int | None:
    """The first row that is filled like the rows of the table before."""
    counts = [
        len(within(before.grid.filled[r], before.left, before.right)) for r in before.body.rows
    ]
    usual = sorted(counts)[len(counts) // 2] if counts else 0
    for row in range(min(10, len(grid.rows))):
        if len(within(grid.filled[row], before.left, before.right)) * 2 > usual >= 2:
            return row
    return None


def _wider(before: Found, after: Found) -> bool:
    """True where the sheet has cells in columns that the table before it had not."""
    used = {head.column for head in before.heads}
    used |= {c for row in before.body.rows for c in before.grid.filled[row]}
    return any(c not in used for row in after.body.rows for c in after.grid.filled[row])


def _fits(after: Found, matched: Matched) -> bool:
    """True where no column holds what its column of the kind cannot hold."""
    columns = {column.name: column for column in columns_of(matched.kind)}
    return all(
        fitness(columns[name], look(after.column_values(head.column)[:60])) >= 0
        for name, head in matched.columns.items()
    )


def _alike(before: Found, after: Found, columns: list[int]) -> bool:
    scores = []
    for column in columns:
        one = look([before.grid.rows[row][column] for row in before.body.rows[:60]])
        other = look([after.grid.rows[row][column] for row in after.body.rows[:60]])
        if one.size and other.size:
            scores.append(_same(one, other))
    return len(scores) >= 2 and sum(scores) / len(scores) >= _ALIKE


def _same(one: Content, other: Content) -> float:
    """How alike two columns are by what they hold, 0 to 1."""
    differences = [
        abs(one.share(getattr(one, name)) - other.share(getattr(other, name)))
        for name in ("dates", "numbers", "percents", "yesno", "task_ids", "urls")
    ]
    return 1 - max(differences)
