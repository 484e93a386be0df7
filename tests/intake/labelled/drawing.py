"""The labelled set's own notation: sheets drawn as text, the rows expected of them below.

A file of ``workbooks/`` holds cases, each opened by ``=== name``; what stands under it up to
the first ``==`` says whose habits it shows. Then, in any number:

``== file 名称.xlsx``       the file's name, and by its suffix its format
``== received 2021-08-02``  the day of arrival, where it is not the usual one
``== sheet 名称 hidden``     a sheet, one line a row, cells between bars; the words after its name:
                            hidden, hide_rows=4,5, hide_columns=C, list=E:是,否
``== expect kind unit=… reported_on=…``  a heading line of columns, then the rows; columns not
                            named must be blank in every row
``== problems``             ``[sheet!]cell [code]`` a line: a cell that must be named as faulty

A cell: ``<`` and ``^`` are merged into the cell to the left or above; ``d:2021-06-09`` is a
real date, ``p:0.05`` a number shown as a percent, ``s:12`` the text 12, ``#REF!`` an error
cell, ``=A1*2`` a formula without a stored value, ``=A1*2->24`` one with it, ``\\n`` a line
break in the cell. Other digits are numbers; all else is text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ARRIVAL = dt.date(2021, 7, 15)
ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?")

Value = str | float | dt.date | None


@dataclass(frozen=True)
class Cell:
    """What is written into one cell."""

    value: Value = None
    percent: bool = False
    error: str | None = None
    formula: str | None = None
    """The formula without its equals sign; ``value`` is its stored result, if any."""


@dataclass
class Drawn:
    """One sheet as drawn."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column, from 0, inclusive."""
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    drop_down: tuple[str, str] | None = None
    """Letters of a column, and the words of its drop-down list."""

    @property
    def covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Every cell of a merged range, by place, with the range's last row and column."""
        return {
            (row, column): (last, end)
            for first, start, last, end in self.merges
            for row in range(first, last + 1)
            for column in range(start, end + 1)
        }


@dataclass
class Expected:
    """The rows that one kind of table is to yield, over all sheets of the file."""

    kind: str
    about: dict[str, str]
    """``unit`` and ``reported_on``, where they are the same in every row."""
    rows: list[dict[str, str]]


@dataclass
class Case:
    """One workbook and what is to come of it."""

    name: str
    file: str = "报表.xlsx"
    received: dt.date = ARRIVAL
    sheets: list[Drawn] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    problems: list[tuple[str, str | None]] = field(default_factory=list)
    """Cell (with its sheet before a !, or the first sheet's) and code; '-' is no cell."""

    anywhere: bool = False
    """The names of the sheets do not count: the format has none."""

    @property
    def suffix(self) -> str:
        """The format's name: the file name's suffix."""
        return self.file.rpartition(".")[2]


def cases(folder: Path) -> Iterator[Case]:
    """Every case of every file of the folder."""
    for path in sorted(folder.glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            yield _case(part)


def _case(text: str) -> Case:
    head, *blocks = text.split("\n== ")
    case = Case(head.partition("\n")[0].strip())
    for block in blocks:
        first, _, body = block.partition("\n")
        word, *rest = first.split()
        if word == "file":
            case.file = first.partition(" ")[2].strip()
        elif word == "received":
            case.received = dt.date.fromisoformat(rest[0])
        elif word == "sheet":
            case.sheets.append(draw(body, rest[0], rest[1:]))
        elif word == "expect":
            about = dict(option.split("=", 1) for option in rest[1:])
            case.expected.append(Expected(rest[0], about, _table(body)))
        elif word == "problems":
            lines = [line.split() for line in body.splitlines() if line.strip()]
            case.problems = [(line[0], line[1] if line[1:] else None) for line in lines]
        else:
            raise ValueError(f"{case.name}: {first}")
    return case


def _lines(body: str) -> list[list[str]]:
    drawn = [line.strip(" ") for line in body.splitlines() if line.strip(" ")]
    return [
        [part.strip(" ") for part in line.removeprefix("|").removesuffix("|").split("|")]
        for line in drawn
    ]


def _table(body: str) -> list[dict[str, str]]:
    names, *rows = _lines(body) or [[]]
    return [dict(zip(names, row, strict=True)) for row in rows]


def draw(body: str, name: str, options: list[str]) -> Drawn:
    """The sheet that the lines show."""
    lines = _lines(body)
    sheet = Drawn(name, [[_cell(text) for text in line] for line in lines], _merges(lines))
    for option in options:
        key, _, value = option.partition("=")
        if key == "hidden":
            sheet.hidden = True
        elif key == "hide_rows":
            sheet.hidden_rows = [int(row) - 1 for row in value.split(",")]
        elif key == "hide_columns":
            sheet.hidden_columns = value.split(",")
        elif key == "list":
            letters, _, words = value.partition(":")
            sheet.drop_down = (letters, words)
        else:
            raise ValueError(option)
    return sheet


def _cell(text: str) -> Cell:
    if text in ("", "<", "^"):
        return Cell()
    if text in ERRORS:
        return Cell(error=text)
    if text.startswith("="):
        formula, _, result = text[1:].partition("->")
        return Cell(_value(result) if result else None, formula=formula)
    if text.startswith("p:"):
        return Cell(float(text[2:]), percent=True)
    return Cell(_value(text))


def _value(text: str) -> Value:
    if text.startswith("d:"):
        return dt.date.fromisoformat(text[2:])
    if text.startswith("s:"):
        return text[2:]
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text.replace("\\n", "\n")


def _merges(lines: list[list[str]]) -> list[tuple[int, int, int, int]]:
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            if text in ("<", "^"):
                before = (row, column - 1) if text == "<" else (row - 1, column)
                first = owner[row, column] = owner.get(before, before)
                last[first] = (row, max(column, last.get(first, (0, 0))[1]))
    return [(*first, *end) for first, end in last.items()]
