"""Cells of data that are merged over what should be several: columns, or units."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.nil import says_nil
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.check.sheets import ranges
from dashboard.intake.model import Position
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT


def check_merged_columns(draft: Draft) -> None:
    """Report cells that are merged over columns: what they say was taken for the first only."""
    grid = draft.found.grid
    below = draft.found.header_rows[-1] if draft.found.header_rows else -1
    wide = [
        (first, last)
        for first, last in grid.spans.items()
        if first[0] > below and last[1] > first[1]
    ]
    rows = {*draft.rows, *draft.spilled} if wide else set()
    for (top, left), (bottom, right) in sorted(wide):
        value = grid.rows[top][left]
        if value is None or says_nil(value) or rows.isdisjoint(range(top, bottom + 1)):
            continue
        labels = _labels(draft, left, right)
        if len(labels) > 1 or (labels and not _is_taken(draft, left)):
            cell = grid.address(top, left)
            draft.report("merged_columns", cell, labels="、".join(labels))


def _is_taken(draft: Draft, column: int) -> bool:
    return any(head.column == column for head in draft.matched.columns.values())


def _labels(draft: Draft, left: int, right: int) -> list[str]:
    """The headings of the columns taken between those two."""
    heads = {head.column: head.path[-1] for head in draft.matched.columns.values() if head.path}
    return [heads[column] for column in sorted(heads) if left <= column <= right]


def check_merged_units(draft: Draft) -> None:
    """Report a number that is merged over several units, and take it for none of them: it may
    be what they have together, or what each of them has."""
    if draft.kind.view not in ONE_ROW_A_UNIT or not draft.found.grid.covered:
        return
    for column in draft.kind.columns:
        if column.type == "integer" and column.name in draft.matched.columns:
            _check_number(draft, column.name)


def _check_number(draft: Draft, name: str) -> None:
    grid, own = draft.found.grid, draft.matched.columns[name].column
    merged: dict[Position, list[int]] = {}
    for index, row in enumerate(draft.rows):
        place = (row, own)
        merged.setdefault(grid.covered.get(place, place), []).append(index)
    label = with_helpers(draft.kind).column(name).label
    for indices in merged.values():
        if len({draft.units[index] for index in indices}) < 2:
            continue
        if all(draft.values[name][index] is None for index in indices):
            continue
        rows = ranges(grid.origin(draft.rows[index], own)[0] + 1 for index in indices)
        draft.report("merged_units", draft.cell(indices[0], name), label=label, rows=rows)
        for index in indices:
            draft.values[name][index] = None
            draft.failed.add((index, name))
        draft.failed_places.add((draft.rows[indices[0]], own))
