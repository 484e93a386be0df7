"""Rows that a file states on two sheets, as a summary and the units' own sheets do: once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from dashboard.intake.check.repeats import IDENTIFIED_BY
from dashboard.intake.model import Problem, TakenTable
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT
from dashboard.kinds import kind

_FEWEST = 2
"""Cells of a row that may be told from others by what they say."""
_Place = tuple[TakenTable, int]
_Owner = tuple[str | None, dt.date]


def without_repetition(
    tables: Sequence[TakenTable], problems: Sequence[Problem]
) -> list[TakenTable]:
    """The tables without the rows that another table of the file states as well, or better:
    rows of a unit are added up, and would count twice.

    Rows of a ledger are left alone where an identity tells what is the same. So are names of
    units that were only guessed, and lists of persons in several parts."""
    views = [table.kind for table in tables]
    if len(set(views)) == len(views) or any(one.code == "list_in_parts" for one in problems):
        return list(tables)
    guessed = {one.details["name"] for one in problems if one.code == "unit_near_match"}
    repeated: dict[int, set[int]] = {}
    for view in dict.fromkeys(view for view in views if views.count(view) > 1):
        if kind(view).collection != "ledger" or view in IDENTIFIED_BY:
            own = [table for table in tables if table.kind == view]
            for table, index in _repetitions(own, guessed):
                repeated.setdefault(id(table), set()).add(index)
    return [
        left
        for table in tables
        if (left := _without(table, repeated[id(table)]) if id(table) in repeated else table).rows
    ]


def _repetitions(tables: list[TakenTable], guessed: set[str]) -> Iterable[_Place]:
    names = [column.name for column in kind(tables[0].kind).columns]
    single = tables[0].kind in ONE_ROW_A_UNIT
    identifying = IDENTIFIED_BY.get(tables[0].kind, ())
    seen: dict[tuple[Hashable, ...], _Place] = {}
    for table in tables:
        columns = [table.data[name] for name in names]
        for index, cells in enumerate(zip(*columns, strict=True)):
            owner = _owner(table, index, guessed)
            if any(table.data[name][index] is not None for name in identifying):
                continue
            if owner is None or len(cells) - cells.count(None) < _FEWEST:
                continue
            key = (*owner,) if single else (*owner, *cells)
            earlier, first = seen.setdefault(key, (table, index))
            if earlier is table:
                continue
            before = tuple(earlier.data[name][first] for name in names)
            if _adds_nothing(cells, before):
                yield table, index
            elif _adds_nothing(before, cells):
                seen[key] = (table, index)
                yield earlier, first


def _owner(table: TakenTable, index: int, guessed: set[str]) -> _Owner | None:
    """Whose row it is, and of which day; None where that is not sure."""
    unit, day = table.data["unit"][index], table.data["reported_on"][index]
    if kind(table.kind).collection == "plan":
        return None, day
    written = table.data["unit_written"][index]
    return None if unit is None or written in guessed else (unit, day)


def _adds_nothing(cells: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    """True where every cell is blank or what the other row says there."""
    return all(cell is None or cell == other for cell, other in zip(cells, others, strict=True))


def _without(table: TakenTable, left_out: set[int]) -> TakenTable:
    kept = [index for index in range(table.rows) if index not in left_out]
    cells = table.row_cells
    return replace(
        table,
        data={name: [values[index] for index in kept] for name, values in table.data.items()},
        row_cells=None if cells is None else [cells[index] for index in kept],
    )
