"""What intake takes from every shipped spreadsheet is, cell by cell, what its script meant."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import Refused
from dashboard.intake.model import Context, FileReading, TakenTable, UnitName
from dashboard.intake.read import read_bytes
from dashboard.intake.understand import understand
from dashboard.text import normal
from data.season import Made, expected, plan, season
from data.season.bureau import UNITS
from data.season.grid import Meant
from data.season.notice import ISSUED

_DATA = Path(__file__).resolve().parents[2] / "data"
_NOTHING = (None, "无")
"""A veto of 无 is none; taken as typed or as nothing, it reads the same."""


def _context(received_on: dt.date) -> Context:
    units = tuple(
        UnitName(unit.name, unit.short_name, tuple(unit.aliases.split("、"))) for unit in UNITS
    )
    season_days = (dt.date(2021, 5, 1), dt.date(2021, 12, 31))
    return Context(units, received_on, 2021, season_days)


def _taken(path: Path, received_on: dt.date) -> FileReading:
    return understand(read_bytes(path, name=path.name), path.name, _context(received_on))


def _differences(path: Path, meant: list[Meant], received_on: dt.date) -> list[str]:
    """Every cell that was taken otherwise than it was meant, in words."""
    reading = _taken(path, received_on)
    left = list(reading.tables)
    found: list[str] = []
    for table in meant:
        if not table.rows:
            continue
        taken = _match(table, left)
        if taken is None:
            found.append(f"{table.sheet}: no table of {table.kind}")
            continue
        left.remove(taken)
        found += _of_table(table, taken, received_on)
        named = {one.cell for one in reading.problems if one.sheet in (taken.sheet, None)}
        found += [f"{table.sheet}!{cell}: fault not named" for cell in table.faults - named]
    found += [f"{one.sheet}: unmeant table of {one.kind}" for one in left]
    errors = [one for one in reading.problems if one.severity == "error"]
    if not any(table.faults for table in meant) and "补报" not in path.name:
        found += [f"{one.sheet}!{one.cell}: {one.code} {one.message}" for one in errors]
    return found


def _match(meant: Meant, tables: list[TakenTable]) -> TakenTable | None:
    same = [one for one in tables if one.kind == meant.kind]
    named = [one for one in same if one.sheet == meant.sheet]
    return next(iter(named or same), None)


def _of_table(meant: Meant, taken: TakenTable, received_on: dt.date) -> list[str]:
    found = []
    if taken.rows != len(meant.rows):
        found.append(f"{meant.sheet}: {taken.rows} rows instead of {len(meant.rows)}")
    day = meant.reported_on or received_on
    if set(taken.data["reported_on"]) - {day} or taken.reported_on != day:
        found.append(f"{meant.sheet}: reported on {taken.reported_on} instead of {day}")
    at = {row: index for index, row in enumerate(taken.data["source_row"])}
    for index, (row, source_row) in enumerate(zip(meant.rows, meant.source_rows, strict=True)):
        place = index if source_row is None else at.get(source_row)
        if place is None or place >= taken.rows:
            found.append(f"{meant.sheet}: row {source_row} was not taken")
            continue
        for name, value in row.items():
            got = taken.data[name][place]
            if not _same(value, got):
                found.append(f"{meant.sheet} row {source_row} {name}: {got!r} not {value!r}")
    return found


def _same(meant: Any, got: Any) -> bool:
    if isinstance(meant, str) and isinstance(got, str):
        return normal(meant) == normal(got)
    if isinstance(meant, float | int) and isinstance(got, float | int):
        return isinstance(meant, bool) == isinstance(got, bool) and math.isclose(meant, got)
    return meant == got or (meant in _NOTHING and got in _NOTHING)


@pytest.mark.parametrize(
    "made",
    [pytest.param(one, id=one.path) for one in season() if not one.spoiled],
)
def test_every_cell_of_the_season_comes_in_as_it_was_meant(made: Made):
    assert not _differences(_DATA / "sample" / made.path, made.meant, made.received_at.date())


@pytest.mark.parametrize("file", sorted(plan()))
def test_every_cell_of_the_plan_comes_in_as_it_was_meant(file: str):
    _, meant = plan()[file]
    assert not _differences(_DATA / "plan" / file, meant, ISSUED)


@pytest.mark.parametrize("spoiled", ["damaged", "encrypted"])
def test_a_file_that_was_spoiled_on_its_way_is_refused(spoiled: str):
    (made,) = [one for one in season() if one.spoiled == spoiled]
    assert expected()[made.path] == []
    with pytest.raises(Refused) as refusal:
        _taken(_DATA / "sample" / made.path, made.received_at.date())
    assert refusal.value.problem.code == spoiled


def test_a_unit_that_nobody_knows_is_named_and_its_row_kept():
    made = next(one for one in season() if "补报" in one.path)
    reading = _taken(_DATA / "sample" / made.path, made.received_at.date())
    assert [one.code for one in reading.problems if one.severity == "error"] == ["unit_unknown"]
    assert "漯河市文旅投资集团" in reading.tables[0].data["unit"]
