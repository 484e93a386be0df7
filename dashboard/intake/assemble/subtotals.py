"""A unit's counts in the rows over which its name is merged, and their sum: that is the unit's."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.recognise.common import REPORTED_ON, UNIT

_COUNTED = ("integer", "number")


def take_subtotals(draft: Draft) -> None:
    """Take the 小计 of a unit in the place of its rows by field or by section, where it is
    their sum in every column. Else each of them would be said to be the unit's."""
    head = draft.matched.columns.get(UNIT)
    body = draft.found.body
    if head is None or not body.totals or draft.kind.collection != "snapshot":
        return
    counted = _counted_columns(draft)
    for total in list(body.totals) if counted else ():
        parts = _rows_of_unit(draft, total, head.column)
        if len(parts) > 1 and _adds_up(draft, total, parts, counted):
            draft.rows = sorted([*(row for row in draft.rows if row not in parts), total])
            draft.dropped += parts
            body.totals.remove(total)


def _counted_columns(draft: Draft) -> list[int]:
    """The columns taken, if each of them is a count."""
    columns = []
    for name, head in draft.matched.columns.items():
        if name in (UNIT, REPORTED_ON):
            continue
        declared = next((c for c in draft.kind.recognised if c.name == name), None)
        if declared is None or declared.type not in _COUNTED:
            return []
        columns.append(head.column)
    return columns


def _rows_of_unit(draft: Draft, total: int, column: int) -> list[int]:
    """The rows over the sum over which the unit's name is merged with it."""
    first, at = draft.found.grid.covered.get((total, column), (total, -1))
    return [row for row in draft.rows if first <= row < total] if at == column else []


def _adds_up(draft: Draft, total: int, parts: list[int], columns: list[int]) -> bool:
    cells = draft.found.grid.rows
    for column in columns:
        given = [cells[row][column] for row in parts]
        numbers = [n for n in given if isinstance(n, int | float)]
        blank = cells[total][column] is None and not any(n is not None for n in given)
        if not blank and (
            len(numbers) < sum(n is not None for n in given) or cells[total][column] != sum(numbers)
        ):
            return False
    return True
