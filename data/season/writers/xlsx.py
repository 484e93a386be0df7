"""Books as .xlsx, in the looks of two programs: Excel's defaults and WPS's."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from data.season.grid import Book, Page, letters
from data.season.writers.archive import repack

_FONTS = {
    "excel": ("等线", "等线"),
    "wps": ("仿宋_GB2312", "方正小标宋简体"),
}
"""Body and title font of each program's usual sheet."""
_FILLS = {"head": "DDEBF7", "group": "DDEBF7", "total": "FFF2CC", "section": "F2F2F2"}
_FRAMED = ("body", "head", "group", "number", "section", "total")
_SAVED_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@cache
def _looks(style: str, program: str) -> dict[str, Any]:
    body, heading = _FONTS[program]
    size = {"title": 18 if program == "wps" else 16, "line": 11, "note": 10}.get(style, 11)
    bold = style in ("title", "head", "group", "total", "section")
    side = Side(style="thin", color="808080" if program == "excel" else "000000")
    looks: dict[str, Any] = {
        "font": Font(name=heading if style == "title" else body, size=size, bold=bold),
        "alignment": Alignment(
            horizontal="left" if style in ("line", "note", "section") else "center",
            vertical="center",
            wrap_text=style not in ("title", "line"),
        ),
    }
    if style in _FRAMED:
        looks["border"] = Border(left=side, right=side, top=side, bottom=side)
    if program == "excel" and style in _FILLS:
        looks["fill"] = PatternFill("solid", fgColor=_FILLS[style])
    return looks


def write(book: Book, program: str = "excel") -> bytes:
    """The book as .xlsx in the look of ``program``: excel or wps."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for page in book.pages:
        sheet = workbook.create_sheet(page.name)
        _fill(sheet, page, program)
    workbook.active = next(at for at, page in enumerate(book.pages) if not page.hidden)
    workbook.properties.creator = book.author or ("Administrator" if program == "wps" else "user")
    out = io.BytesIO()
    workbook.save(out)
    stamp = f"{book.saved_on.isoformat()}T09:00:00Z".encode()
    return repack(
        out.getvalue(),
        book.saved_on,
        lambda name, part: _SAVED_AT.sub(stamp, part) if name == "docProps/core.xml" else part,
    )


def _fill(sheet: Worksheet, page: Page, program: str) -> None:
    for (row, column), cell in sorted(page.cells.items()):
        written = sheet.cell(row + 1, column + 1)
        value = cell.value
        if isinstance(value, dt.date):
            value = dt.datetime.combine(value, dt.time())
        written.value = value
        for name, look in _looks(cell.style, program).items():
            setattr(written, name, look)
        if cell.number_format:
            written.number_format = cell.number_format
        if cell.style == "title":
            sheet.row_dimensions[row + 1].height = 32
    for top, left, bottom, right in page.merges:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    for column, width in page.widths.items():
        sheet.column_dimensions[letters(column)].width = width
    for row in page.hidden_rows:
        sheet.row_dimensions[row + 1].hidden = True
    if page.hidden:
        sheet.sheet_state = "hidden"
