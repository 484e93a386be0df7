"""Cells of a worksheet's XML: found, or put where they belong, and given a colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl.utils import column_index_from_string

from dashboard.annotate.package import MAIN, NotMarkable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dashboard.annotate.styles import Styles

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW, _CELL = f"{{{MAIN}}}row", f"{{{MAIN}}}c"


def place_of(address: str) -> tuple[int, int]:
    """Row and column from 1. NotMarkable for what is no address."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise NotMarkable(f"no address: {address}")
    return int(match[2]), column_index_from_string(match[1])


def first_cell(written: str | None) -> str | None:
    """The cell, or the first of a range; None where there is no such address."""
    first = (written or "").split(":")[0].split(",")[0].strip()
    return first if _ADDRESS.fullmatch(first) else None


def merged_at(sheet: etree._Element) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """The merges: address of the first cell, its place, the place of the last."""
    found = []
    for one in sheet.iterfind(f"{{{MAIN}}}mergeCells/{{{MAIN}}}mergeCell"):
        first, _, last = str(one.get("ref")).replace("$", "").partition(":")
        found.append((first, place_of(first), place_of(last or first)))
    return found


def shown_at(address: str, merges: Iterable[tuple[str, tuple[int, int], tuple[int, int]]]) -> str:
    """The cell in which a cell's content is shown: the first one of its merge."""
    row, column = place_of(address)
    for first, (top, left), (bottom, right) in merges:
        if top <= row <= bottom and left <= column <= right:
            return first
    return address


def tint(sheet: etree._Element, marks: dict[str, str], styles: Styles) -> None:
    """Gives each cell (by address) the colour of its severity. NotMarkable."""
    data = sheet.find(f"{{{MAIN}}}sheetData")
    if data is None:
        raise NotMarkable("no cells")
    rows = _numbered(data, _ROW)
    for address, severity in marks.items():
        number, _ = place_of(address)
        row = rows.get(number)
        if row is None:
            row = rows[number] = etree.Element(_ROW, r=str(number))
            _insert(data, row, number, _row_number)
        cell = next((one for one in row.iterchildren(_CELL) if one.get("r") == address), None)
        if cell is None:
            if any(one.get("r") is None for one in row.iterchildren(_CELL)):
                raise NotMarkable("cells do not say where they stand")
            cell = etree.Element(_CELL, r=address)
            if row.get("s"):
                cell.set("s", str(row.get("s")))
            _insert(row, cell, place_of(address)[1], _column_number)
        cell.set("s", str(styles.tinted(int(cell.get("s") or 0), severity)))


def untint(sheet: etree._Element, addresses: Collection[str], styles: Styles) -> None:
    """Takes our colours from those cells."""
    for cell in sheet.iterfind(f"{{{MAIN}}}sheetData/{_ROW}/{_CELL}"):
        if cell.get("r") in addresses and cell.get("s"):
            cell.set("s", str(styles.untinted(int(str(cell.get("s"))))))


def _numbered(data: etree._Element, tag: str) -> dict[int, etree._Element]:
    rows = {_row_number(row): row for row in data.iterchildren(tag)}
    if 0 in rows:
        raise NotMarkable("rows do not say where they stand")
    return rows


def _row_number(row: etree._Element) -> int:
    number = row.get("r") or ""
    return int(number) if number.isdecimal() else 0


def _column_number(cell: etree._Element) -> int:
    return place_of(str(cell.get("r")))[1]


def _insert(parent: etree._Element, child: etree._Element, number: int, number_of: object) -> None:
    """Puts a child before the first of its like with a higher number."""
    assert callable(number_of)
    for index, other in enumerate(parent):
        if other.tag == child.tag and number_of(other) > number:
            parent.insert(index, child)
            return
    parent.append(child)
