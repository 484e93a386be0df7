"""A unit's figures in rows by field or by kind of business, and their sum: that is the unit's."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.units import looks_like_unit
from dashboard.intake.clean import clean_number
from dashboard.intake.locate.heads import Head
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, REPORTED_ON, UNIT
from dashboard.intake.recognise.spelling import key

_COUNTED = ("integer", "number")
_OWN_PARTS = frozenset(
    ("内设机构", "内设科室", "内设部门", "科室", "股室", "大队", "中队", "分队", "队伍", "班组")
)
_ALL_UNITS = frozenset(("全局", "全市", "全系统", "全区", "全县", "局系统"))


def take_subtotals(draft: Draft) -> None:
    """Take the 小计 of a unit in the place of its rows by field or by section, where it is
    their sum in every column. Else each of them would be said to be the unit's."""
    if draft.kind.collection != "snapshot":
        return
    _take_only_row(draft)
    columns = _columns(draft)
    if columns is None:
        return
    counted, answers = columns
    _set_aside_all(draft, counted)
    for total in list(draft.found.body.totals):
        parts = _parts(draft, total)
        if len(parts) < 2 or not _adds_up(draft, total, parts, counted):
            continue
        if not all(_say_the_same(draft, total, parts, column) for column in answers):
            continue
        draft.rows = sorted([*(row for row in draft.rows if row not in parts), total])
        draft.dropped += parts
        draft.found.body.totals.remove(total)


def _take_only_row(draft: Draft) -> None:
    """Take 累计 for the row where it is the only one: its unit counts month by month."""
    totals = draft.found.body.totals
    if not draft.rows and len(totals) == 1 and UNIT not in draft.matched.columns:
        draft.rows = [totals.pop()]


def _set_aside_all(draft: Draft, counted: list[int]) -> None:
    """Take 全局 or 全市 in the place of a unit for the total that it is, where it is the sum of
    the rows over it in every column."""
    head = draft.matched.columns.get(UNIT)
    if head is None or len(draft.rows) < 3:
        return
    *others, last = draft.rows
    name = draft.found.grid.rows[last][head.column]
    if name in _ALL_UNITS and _adds_up(draft, last, others, counted):
        draft.rows.remove(last)
        draft.found.body.totals.append(last)


def _columns(draft: Draft) -> tuple[list[int], list[int]] | None:
    """The columns of counts and those of answers; None where there are others, or no counts."""
    counted: list[int] = []
    answers: list[int] = []
    for name, head in draft.matched.columns.items():
        if name in (UNIT, REPORTED_ON) or name in draft.aside:
            continue
        declared = next((c for c in draft.kind.recognised if c.name == name), None)
        if declared is not None and declared.type in _COUNTED:
            counted.append(head.column)
        elif declared is not None and declared.type == "yesno":
            answers.append(head.column)
        else:
            return None
    return (counted, answers) if counted else None


def _parts(draft: Draft, total: int) -> list[int]:
    """The rows of a unit that the row sums up, as far as where they stand tells."""
    head = draft.matched.columns.get(UNIT)
    if head is None:
        return _rows_around(draft, total)
    grid, column = draft.found.grid, head.column
    first, at = grid.covered.get((total, column), (total, -1))
    if at == column:
        return [row for row in draft.rows if first <= row < total]
    name = grid.rows[total][column]
    before = [row for row in draft.rows if row < total]
    parts: list[int] = []
    while name is not None and before and grid.rows[before[-1]][column] == name:
        parts.insert(0, before.pop())
    return parts


def _rows_around(draft: Draft, total: int) -> list[int]:
    """The rows of a table without a column of units, or of the part of it under the name of
    one, that has a single total; none where the rows bear names of their own units."""
    if draft.kind.view not in ONE_ROW_A_UNIT:
        return []
    body, cells = draft.found.body, draft.found.grid.rows
    begin = max((row for row in body.sections if row < total), default=-1)
    end = min((row for row in body.sections if row > total), default=len(cells))
    if any(begin < row < end for row in body.totals if row != total):
        return []
    parts = [row for row in draft.rows if begin < row < end]
    for head in draft.matched.unmatched:
        names = [cells[row][head.column] for row in parts]
        if _names_own_parts(head):
            continue
        if names and all(isinstance(name, str) and looks_like_unit(name) for name in names):
            return []
    return parts


def _names_own_parts(head: Head) -> bool:
    """True for 内设机构 and 大队: a unit's own, be they named like units."""
    return bool(head.path) and key(head.path[-1]).removesuffix("名称") in _OWN_PARTS


def _adds_up(draft: Draft, total: int, parts: list[int], columns: list[int]) -> bool:
    cells = draft.found.grid.rows
    for column in columns:
        given = [cells[row][column] for row in parts if cells[row][column] is not None]
        whole = cells[total][column]
        if whole is None and not given:
            continue
        numbers = [number for number in map(_number, given) if number is not None]
        if len(numbers) < len(given) or _number(whole) != sum(numbers):
            return False
    return True


def _number(value: CellValue) -> float | None:
    """The number that a cell holds, be it as text."""
    number: float | None = clean_number(value).value
    return number


def _say_the_same(draft: Draft, total: int, parts: list[int], column: int) -> bool:
    """True where 是 or 否 is the same in all parts; the total has it then, if it was blank."""
    cells = draft.found.grid.rows
    said: set[CellValue] = {cells[row][column] for row in parts}
    own = cells[total][column]
    if len(said) > 1 or (own is not None and own not in said):
        return False
    answer = said.pop()
    if own is None and isinstance(answer, str):
        draft.joined[total, column] = answer
    return True
