"""Records that go on in the next row: a text pasted by lines, the number only at the first."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.locate.grid import single, within
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

_UNFINISHED = lazy_pattern(r"(?:[,、\uff0c\uff08(《“]|关于|印发|以及|[的和与及])$")
_GOES_ON = lazy_pattern(r"[,。;、)》”\uff0c\uff1b\uff09]")
_MOST_LINES = 20
_NARRATIVE = {"note", "problem"}
"""Columns of a task in which a text alone goes on: a measure may be the task's next."""
_PAIRS = (("《", "》"), ("“", "”"), ("(", ")"), ("\uff08", "\uff09"))


def join_spilled(draft: Draft) -> None:
    """Join a row that goes on with the row above it: it has no number where rows are numbered,
    else a single cell; it holds nothing but text under text; and the text above plainly breaks
    off, or the row can be no record of its own. Two issues of one number stay two rows."""
    column = next((head.column for head in draft.matched.numbering), None)
    grid, left, right = draft.found.grid, draft.found.left, draft.found.right
    if column is None and not single(grid, draft.rows, left, right):
        return
    if column is not None and None not in [grid.rows[row][column] for row in draft.rows]:
        return
    span = range(left, right + 1)
    onto = last = -1
    for row in draft.rows:
        at = within(grid.filled[row], left, right)
        begins = len(at) > 1 if column is None else grid.rows[row][column] is not None
        if begins or not at:
            onto = last = row
        elif (
            last >= 0
            and row == last + 1
            and row - onto < _MOST_LINES
            and not any(
                (row, one) in grid.covered for one in (span if column is None else (column,))
            )
            and _join(draft, onto, row)
        ):
            last = row
    if draft.spilled:
        spilled = set(draft.spilled)
        draft.rows = [row for row in draft.rows if row not in spilled]


def _join(draft: Draft, onto: int, row: int) -> bool:
    """Join the row to the record that begins above it; False where it is one of its own."""
    grid, heads = draft.found.grid, draft.matched.columns
    places = {name: head.column for name, head in heads.items()}
    above = {name: draft.held(onto, at) for name, at in places.items()}
    below = {name: grid.rows[row][at] for name, at in places.items()}
    below = {name: value for name, value in below.items() if value is not None}
    if not _goes_on(draft, above, below):
        return False
    for name, value in below.items():
        draft.joined[onto, places[name]] = f"{above[name]}{value}"
    draft.spilled.append(row)
    first, second = (grid.origin(one, 0)[0] + 1 for one in (onto, row))
    cell = grid.address(row, min(places[name] for name in below))
    draft.report("row_goes_on", cell, first=first, second=second)
    return True


def _goes_on(draft: Draft, above: dict[str, CellValue], below: dict[str, CellValue]) -> bool:
    texts = {one.name for one in draft.kind.columns if one.type == "text"}
    return (
        below.keys() <= texts
        and len(below) < sum(value is not None for value in above.values())
        and all(isinstance(one[name], str) for one in (above, below) for name in below)
        and (
            _is_no_record(draft, set(below))
            or any(_breaks_off(str(above[name]), str(value)) for name, value in below.items())
        )
    )


def _is_no_record(draft: Draft, filled: set[str]) -> bool:
    """True for one cell that is neither what every record must have, nor what a record begins
    with, nor a measure of its own."""
    first = min(head.column for head in draft.matched.columns.values())
    if len(filled) != 1 or any(draft.matched.columns[name].column == first for name in filled):
        return False
    if draft.kind.view == "task_progress" and not filled <= _NARRATIVE:
        return False
    asked = {one.name for one in draft.kind.columns if one.required} & draft.matched.columns.keys()
    return bool(asked or draft.kind.view == "task_progress") and filled.isdisjoint(asked)


def _breaks_off(above: str, below: str) -> bool:
    """True for 不高, | 部分人员…, 关于印发 | 《…》的通知 and a bracket that is not closed."""
    return bool(
        _UNFINISHED.search(above.rstrip())
        or _GOES_ON.match(below.lstrip())
        or any(above.count(one) > above.count(other) for one, other in _PAIRS)
    )
