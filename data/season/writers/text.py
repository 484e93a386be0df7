"""Sheets as text: .csv and .tsv in several encodings, and HTML under the name of an .xls."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import html
import io

from data.season.grid import Book, Cell, Page


def csv_bytes(book: Book, encoding: str, delimiter: str = ",") -> bytes:
    """The first sheet as delimited text with Windows line ends."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    page = book.pages[0]
    for row in range(page.height):
        writer.writerow([_shown(page.cells.get((row, at))) for at in range(page.span)])
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    return mark + out.getvalue().encode(encoding)


def html_bytes(book: Book) -> bytes:
    """The first sheet as an HTML table, as web systems export "Excel"."""
    page = book.pages[0]
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    lines = [
        "<tr>"
        + "".join(_td(page, row, at) for at in range(page.span) if (row, at) not in covered)
        + "</tr>"
        for row in range(page.height)
    ]
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    body = f'{head}</head><body><table border="1">\n' + "\n".join(lines)
    return (body + "\n</table></body></html>\n").encode("gb18030")


def _td(page: Page, row: int, column: int) -> str:
    spans = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
    size = ""
    if (row, column) in spans:
        bottom, right = spans[row, column]
        size = f' rowspan="{bottom - row + 1}" colspan="{right - column + 1}"'
    shown = html.escape(_shown(page.cells.get((row, column)))).replace("\n", "<br>")
    return f"<td{size}>{shown}</td>"


def _shown(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    value = cell.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and (cell.number_format or "").endswith("%"):
        return f"{value:.0%}"
    return str(value)
