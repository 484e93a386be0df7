"""Rows of which the cells stand one column too far: pasted beside their place, or one deleted."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.persons import is_list_of_names
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.assemble.taken import unheaded
from dashboard.intake.clean import DateFrame, clean_table
from dashboard.intake.locate.labels import is_day
from dashboard.intake.model import CellValue

_SIDES = ((1, "右"), (-1, "左"))


def check_shifted(draft: Draft) -> None:
    """Report rows of which every cell that was not understood would be in the column beside it,
    or the last one stands beside the table: the other cells of such a row, texts above all, are
    as wrong, and look right."""
    if draft.found.grid.places is not None or is_list_of_names(draft):
        return  # persons were counted: a row is a unit, and stands for many of the sheet
    beside = {h.column: name for name, h in draft.matched.columns.items() if draft.is_own(name)}
    beyond = draft.found.heads[-1].column + 1
    pushed = _pushed_out(draft, beside, beyond) if beyond in unheaded(draft) else []
    for index in pushed:
        _report(draft, index, beyond, "右")
    if not draft.failed:
        return
    failed: dict[int, set[int]] = {}
    for index, name in draft.failed:
        if name in draft.matched.columns and index not in draft.filled.get(name, ()):
            failed.setdefault(index, set()).add(draft.matched.columns[name].column)
    for index in sorted(failed.keys() - set(pushed)):
        columns = sorted(failed[index])
        for step, side in _SIDES:
            if _are_of_the_next(draft, index, columns, beside, step):
                _report(draft, index, columns[0], side)
                break


def _pushed_out(draft: Draft, beside: dict[int, str], beyond: int) -> list[int]:
    """The rows with a blank among their cells and, beyond the last, what the last asks for."""
    last = beside.get(beyond - 1)
    found = []
    for index, row in enumerate(draft.rows):
        cells = draft.found.grid.rows[row]
        if cells[beyond] is None or all(cells[column] is not None for column in beside):
            continue
        if last and _fits(draft, index, last, cells[beyond]):
            found.append(index)
    return found


def _report(draft: Draft, index: int, column: int, side: str) -> None:
    cell = draft.found.grid.address(draft.rows[index], column)
    draft.report("row_shifted", cell, row=draft.line(index), side=side)


def _are_of_the_next(
    draft: Draft, index: int, columns: list[int], beside: dict[int, str], step: int
) -> bool:
    beyond = draft.found.heads[-1].column + 1
    cells = draft.found.grid.rows[draft.rows[index]]
    fitting = [_fits(draft, index, beside.get(one - step), cells[one]) for one in columns]
    days = _days_as_texts(draft, index, beside, step)
    if None in fitting or not (any(fitting) or days):
        return False
    before = columns[0] - 1
    begins = step == 1 and before in beside and cells[before] is None
    out = step == 1 and beyond in unheaded(draft) and cells[beyond] is not None
    if begins or fitting.count(True) + days + out > 1:
        return True
    rest = [one for one in sorted(beside) if one >= columns[0] and cells[one] is not None]
    fitting = [_fits(draft, index, beside.get(one - step), cells[one]) for one in rest]
    return None not in fitting and fitting.count(True) > 1


def _days_as_texts(draft: Draft, index: int, beside: dict[int, str], step: int) -> int:
    """How many columns of texts hold a day in this row, which the column beside asks for."""
    cells = draft.found.grid.rows[draft.rows[index]]
    kind = with_helpers(draft.kind)
    return sum(
        kind.column(name).type == "text"
        and (other := beside.get(column - step, "")) != ""
        and kind.column(other).type == "date"
        and is_day(cells[column])
        for column, name in beside.items()
    )


def _fits(draft: Draft, index: int, name: str | None, value: CellValue) -> bool | None:
    """Whether the value is one of that column: None if not; False for a text, which is one of
    any column of texts."""
    if value is None:
        return None
    column = with_helpers(draft.kind).column(name) if name else None
    if column is None or column.type == "text":
        return False if isinstance(value, str) and not value.strip("%").isdigit() else None
    frame = DateFrame(draft.reported[index], False, None, None)
    cleaned = clean_table(with_helpers(draft.kind), {column.name: [value]}, frame)
    return None if cleaned.faults or cleaned.values[column.name][0] is None else True
