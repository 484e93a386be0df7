"""What reading a file gives: its format and its sheets, trimmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.errors import Refused
from dashboard.intake.model import address
from dashboard.intake.read.limits import MAX_SPAN_CELLS

if TYPE_CHECKING:
    from dashboard.intake.model import CellValue, Sheet

Format = Literal["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "html", "xml"]
"""``xml``: the XML spreadsheets of Excel 2003 and of LibreOffice (flat ODS)."""


@dataclass(slots=True, eq=False)
class Workbook:
    """A file as read: the format that its content showed, and its sheets in their order."""

    format: Format
    sheets: list[Sheet]


def trim(sheet: Sheet) -> Sheet:
    """Without blank rows and columns at its end; leading ones stay, so positions are true.

    What lies outside of the rest (merges, hidden rows and columns) goes too, merges are cut at
    its edge: a merge down to row 1,048,576 must not make anyone walk there; one that ends before
    it begins is none. Error cells and uncomputed
    formulas count as content. Raises Refused (cell_span): a hundred thousand fields on one line
    of a text table would make every other line as wide."""
    height, width = _extent(sheet)
    if height * width > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=address(height - 1, width - 1))
    del sheet.rows[height:]
    for row in sheet.rows:
        if len(row) != width:
            _fit(row, width)
    sheet.merges = [
        (top, left, min(bottom, height - 1), min(right, width - 1))
        for top, left, bottom, right in sheet.merges
        if top < height and left < width and top <= bottom and left <= right
    ]
    if sheet.hidden_rows:
        sheet.hidden_rows = frozenset(row for row in sheet.hidden_rows if row < height)
    if sheet.hidden_columns:
        sheet.hidden_columns = frozenset(one for one in sheet.hidden_columns if one < width)
    return sheet


def _extent(sheet: Sheet) -> tuple[int, int]:
    marked = [*sheet.errors, *sheet.uncomputed]
    height = max((row + 1 for row, _ in marked), default=0)
    width = max((column + 1 for _, column in marked), default=0)
    while len(sheet.rows) < height:
        sheet.rows.append([])
    last = len(sheet.rows)
    while last > height and _is_blank(sheet.rows[last - 1]):
        last -= 1
    rows = sheet.rows[:last]
    longest = max(map(len, rows), default=0)
    if any(len(row) == longest and row[-1] is not None for row in rows if row):
        return last, max(width, longest)
    for row in rows:
        reach = len(row)
        while reach > width and row[reach - 1] is None:
            reach -= 1
        width = max(width, reach)
    return last, width


def _is_blank(row: list[CellValue]) -> bool:
    return row.count(None) == len(row)


def _fit(row: list[CellValue], width: int) -> None:
    if len(row) > width:
        del row[width:]
    else:
        row.extend([None] * (width - len(row)))
