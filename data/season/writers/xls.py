"""Books as .xls, the format that many offices still send."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from typing import Any

import xlwt

from data.season.grid import Book, Page

_STYLES = {
    "title": "font: name 黑体, height 360, bold on; align: horiz center, vert center",
    "line": "font: name 宋体, height 220; align: horiz left",
    "note": "font: name 宋体, height 200; align: horiz left, wrap on",
    "head": "font: name 宋体, bold on; align: horiz center, vert center, wrap on; "
    "borders: left thin, right thin, top thin, bottom thin",
    "body": "font: name 宋体; align: horiz center, vert center, wrap on; "
    "borders: left thin, right thin, top thin, bottom thin",
}


@cache
def _style(style: str, form: str | None) -> Any:
    text = _STYLES.get(style, _STYLES["head" if style in ("group", "total") else "body"])
    return xlwt.easyxf(text, num_format_str=form or "General")


def write(book: Book) -> bytes:
    """The book as .xls (BIFF8)."""
    workbook = xlwt.Workbook(encoding="utf-8")
    workbook.set_owner("user")
    for page in book.pages:
        _fill(workbook.add_sheet(page.name), page)
    workbook.set_active_sheet(next(at for at, one in enumerate(book.pages) if not one.hidden))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _fill(sheet: Any, page: Page) -> None:
    merged = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for (row, column), cell in sorted(page.cells.items()):
        value = "" if cell.value is None else cell.value
        if type(value) is dt.date:
            value = dt.datetime.combine(value, dt.time())
        style = _style(cell.style, cell.number_format)
        if (row, column) in merged:
            bottom, right = merged[row, column]
            sheet.write_merge(row, bottom, column, right, value, style)
        elif (row, column) not in covered:
            sheet.write(row, column, value, style)
    for column, width in page.widths.items():
        sheet.col(column).width = width * 290
    for row in page.hidden_rows:
        sheet.row(row).hidden = True
    if page.hidden:
        sheet.visibility = 1
