"""Rows of one table that contradict one another: duplicates, totals, a unit twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.persons import is_list_of_names
from dashboard.intake.clean import clean_integer
from dashboard.intake.locate.words import is_average, is_total
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, UNIT
from dashboard.intake.recognise.days import STOCK
from dashboard.text import tidy

_SUMMED = ("integer",)


def check_identities(draft: Draft) -> None:
    """Report rows of a ledger that bear the identity of an earlier row of the table."""
    seen: dict[tuple[Any, ...], int] = {}
    identities = _identities(draft)
    if len(set(identities) - {None}) == len(identities) - identities.count(None):
        return
    for index, identity in enumerate(identities):
        if identity is None:
            continue
        first = seen.setdefault(identity, index)
        if first != index:
            names, _, *values = identity
            draft.report(
                "duplicate_identity",
                draft.cell(index, names[-1]),
                identity=tidy(" ".join(str(part) for part in values if part is not None)),
                first=draft.line(first),
                second=draft.line(index),
            )


@dataclass(slots=True, eq=False)
class Entered:
    """The rows of a file's ledgers of one kind, by what identifies them on which day."""

    waiting: list[Draft] = field(default_factory=list)
    """Tables of which no row was looked at: mostly a file has one of a kind."""
    rows: dict[tuple[Any, ...], tuple[Draft, int]] = field(default_factory=dict)


def check_rows_before(draft: Draft, before: dict[str, Entered]) -> None:
    """Report rows of which an earlier table of the file says another thing, or more: the later
    row takes its place, and what the earlier one says would be gone. The table goes to
    ``before``."""
    entered = before.setdefault(draft.kind.view, Entered())
    if entered.waiting or entered.rows:
        for earlier in entered.waiting:
            entered.rows |= {key: (earlier, index) for key, index in _keyed(earlier)}
        entered.waiting.clear()
        for key, index in _keyed(draft):
            if key in entered.rows:
                _report_lost(draft, index, *entered.rows[key])
            entered.rows[key] = (draft, index)
    else:
        entered.waiting.append(draft)


def _keyed(draft: Draft) -> list[tuple[tuple[Any, ...], int]]:
    pairs = zip(_identities(draft), draft.reported, strict=True)
    return [((*key, day), index) for index, (key, day) in enumerate(pairs) if key is not None]


def _report_lost(draft: Draft, index: int, earlier: Draft, first: int) -> None:
    lost = [
        column.label
        for column in draft.kind.columns
        if earlier.values[column.name][first] not in (None, draft.values[column.name][index])
    ]
    if lost and earlier is not draft:
        draft.report(
            "row_replaced",
            draft.cell(index, UNIT),
            first=f"{earlier.found.grid.name}!{earlier.cell(first, UNIT)}",
            second=f"{draft.found.grid.name}!{draft.cell(index, UNIT)}",
            labels="、".join(lost),
        )


def _identities(draft: Draft) -> list[tuple[Any, ...] | None]:
    """What identifies each row: the columns that do, the unit, their values. None where of
    no set of columns every one is filled; of several sets the first counts."""
    found: list[tuple[Any, ...] | None] = [None] * len(draft.rows)
    for names in reversed(draft.kind.identity):
        needed = [place for place, name in enumerate(names) if name != "task_id" or len(names) == 1]
        rows = zip(*(draft.values[name] for name in names), strict=True)
        for index, values in enumerate(rows):
            if None not in values or all(values[place] is not None for place in needed):
                found[index] = (names, draft.units[index], *values)
    return found


def check_units(draft: Draft) -> None:
    """Report a unit that stands twice, with other figures, where it has one row."""
    if draft.kind.view not in ONE_ROW_A_UNIT:
        return
    seen: dict[tuple[str | None, dt.date], int] = {}
    for index, unit in enumerate(draft.units):
        first = seen.setdefault((unit, draft.reported[index]), index)
        if first == index or unit is None:
            continue
        if any(column[index] != column[first] for column in draft.values.values()):
            name = _told_apart_by(draft, first, index)
            draft.report(
                "unit_twice",
                draft.cell(index, name),
                unit=unit,
                first=draft.cell(first, name),
                second=draft.cell(index, name),
            )


def _told_apart_by(draft: Draft, first: int, second: int) -> str:
    """The unit's column; a figure's where one cell, a heading, names the unit of both rows."""
    names = [UNIT, *(name for name in draft.values if name in draft.matched.columns)]
    apart = (name for name in names if draft.cell(first, name) != draft.cell(second, name))
    return next(apart, UNIT)


Counted = dict[tuple[str, str | None, dt.date], tuple[Draft, int]]
"""View, unit and day -> the first table of a file that counts the unit, and its row there."""


def check_units_before(draft: Draft, before: Counted) -> None:
    """Report a unit of which an earlier table of the file says another thing: one of the two
    would silently take the other's place. Those that are new go to ``before``.

    What only one of them states is no contradiction: the list of names beside the counts."""
    parts: dict[int, bool] = {}
    for index, (unit, day) in enumerate(zip(draft.units, draft.reported, strict=True)):
        key = (draft.kind.view, unit, day)
        earlier, first = before.setdefault(key, (draft, index))
        if unit is None or earlier is draft:
            continue
        if id(earlier) not in parts:
            parts[id(earlier)] = _are_parts(draft, earlier)
        if parts[id(earlier)]:
            _report_again(draft, index, earlier, first, "list_in_parts")
        elif _differs(draft, index, earlier, first):
            _report_again(draft, index, earlier, first, "unit_twice")


def _differs(draft: Draft, index: int, earlier: Draft, first: int) -> bool:
    pairs = [(earlier.values[n][first], column[index]) for n, column in draft.values.items()]
    return any(one != other for one, other in pairs if None not in (one, other))


def _are_parts(draft: Draft, earlier: Draft) -> bool:
    """True for two lists of names that have no name in common: a sheet a person, or a list
    too long for one sheet."""
    if not (is_list_of_names(draft) and is_list_of_names(earlier)):
        return False
    return not set(_names(draft)) & set(_names(earlier))


def _names(draft: Draft) -> list[str]:
    column = draft.matched.columns["person_name"].column
    return [tidy(str(draft.found.grid.value(row, column))) for row in draft.data_rows]


def _report_again(draft: Draft, index: int, earlier: Draft, first: int, code: str) -> None:
    draft.report(
        code,
        draft.cell(index, "unit"),
        unit=draft.units[index],
        first=f"{earlier.found.grid.name}!{earlier.cell(first, 'unit')}",
        second=f"{draft.found.grid.name}!{draft.cell(index, 'unit')}",
    )


def check_totals(draft: Draft) -> None:
    """Report 合计 rows whose figures are not the sum of the rows above them.

    What was there on several days does not add up: 三季度合计 under 7月, 8月 and 9月."""
    totals = draft.found.body.totals
    if not totals or (draft.kind.view in STOCK and len(set(draft.reported)) > 1):
        return
    names = [
        column.name
        for column in draft.kind.columns
        if column.type in _SUMMED and column.name in draft.matched.columns
    ]
    start = -1
    totals = [row for row in totals if _says_total(draft, row)]
    for row in sorted(totals):
        text = " ".join(str(v) for v in draft.found.grid.rows[row] if isinstance(v, str))
        if is_average(text):
            continue
        part = "小计" in text.replace(" ", "")
        for name in names:
            _check_total(draft, row, name, start if part else -1)
        start = row


def _says_total(draft: Draft, row: int) -> bool:
    return any(isinstance(v, str) and is_total(v) for v in draft.found.grid.rows[row])


def _check_total(draft: Draft, row: int, name: str, start: int) -> None:
    grid, column = draft.found.grid, draft.matched.columns[name].column
    written = clean_integer(grid.rows[row][column]).value
    above = [i for i, r in enumerate(draft.rows) if start < r < row]
    below = [i for i, r in enumerate(draft.rows) if r > row]
    summed = above or below  # a total may stand over its rows
    if start == -1 and above and below and row < draft.rows[len(draft.rows) // 2]:
        return
    values = [draft.values[name][i] for i in summed]
    if written is None or not values or None in values:
        return
    if sum(values) != written:
        draft.report(
            "subtotal_differs",
            grid.address(row, column),
            label=draft.kind.column(name).label,
            written=written,
            computed=sum(values),
        )
