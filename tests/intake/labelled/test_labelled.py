"""Workbooks written by hand after the habits of different units, with what is to come out.

A case is a text file: the file's name, its sheets as grids (see tests/intake/sheets.py), the
rows expected of each table (columns that are not named must be blank throughout), and every
problem as code and cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dashboard.intake.model import FileReading, Sheet, TakenTable
from tests.intake.sheets import grid, read, show

CASES = Path(__file__).parent / "cases"
_ALWAYS = ("unit", "unit_written", "source_row", "reported_on")


@dataclass
class Case:
    file: str = "报表.xlsx"
    sheets: list[Sheet] = field(default_factory=list)
    tables: list[tuple[str, list[dict[str, str]]]] = field(default_factory=list)
    problems: set[str] = field(default_factory=set)
    refused: bool = False


def load(path: Path) -> Case:
    case = Case()
    for block in path.read_text(encoding="utf-8").split("\n== "):
        head, _, body = block.partition("\n")
        word, *rest = head.removeprefix("== ").split()
        if word == "file":
            case.file = " ".join(rest)
        elif word == "sheet":
            case.sheets.append(grid(body, rest[0], **_options(rest[1:])))
        elif word == "expect":
            case.tables.append((" ".join(rest), _expected(body)))
        elif word == "refused":
            case.refused = True
        elif word == "problems":
            case.problems = {line.strip() for line in body.splitlines() if line.strip()}
        else:
            raise ValueError(f"{path.name}: {head}")
    return case


def _options(words: list[str]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for word in words:
        if word == "hidden":
            options["hidden"] = True
        elif word.startswith("hidden_rows="):
            rows = word.partition("=")[2].split(",")
            options["hidden_rows"] = frozenset(int(row) - 1 for row in rows)
    return options


def _expected(body: str) -> list[dict[str, str]]:
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    names, *rows = (
        [part.strip() for part in line.removeprefix("|").removesuffix("|").split("|")]
        for line in lines
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


def _taken(table: TakenTable, names: list[str]) -> list[dict[str, str]]:
    count = len(table.data["source_row"])
    return [{name: _shown(table.data[name][row]) for name in names} for row in range(count)]


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value).replace("\n", "\\n")


def _compare(reading: FileReading, case: Case) -> None:
    assert (reading.status == "refused") == case.refused, reading.reason
    assert [table.kind for table in reading.tables] == [head.split()[0] for head, _ in case.tables]
    for table, (head, expected) in zip(reading.tables, case.tables, strict=True):
        names = list(expected[0])
        assert _taken(table, names) == expected
        for name, values in table.data.items():
            if name not in names and name not in _ALWAYS:
                assert set(values) <= {None}, f"{name} is not expected: {values}"
        for option in head.split()[1:]:
            key, _, wanted = option.partition("=")
            assert str(getattr(table, key)) == wanted
    assert {f"{one.code} {one.cell or '-'}" for one in reading.problems} == case.problems


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_workbook_as_units_send_it_comes_in_as_labelled(path: Path) -> None:
    case = load(path)
    reading = read(*case.sheets, file=case.file)
    try:
        _compare(reading, case)
    except AssertionError as error:
        error.add_note(show(reading))
        raise
