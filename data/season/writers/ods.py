"""Books as .ods, as LibreOffice and the domestic offices on Linux save them."""

from __future__ import annotations

import datetime as dt
import io
import re

from odf import table, text
from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import (
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableProperties,
    TextProperties,
)

from data.season.grid import Book, Cell, Page
from data.season.writers.archive import repack

_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?")
_GENERATOR = re.compile(rb"<meta:generator>.*?</meta:generator>")


def _forget_namespaces() -> None:
    """Have odfpy declare the namespaces of this document alone, in the order of their use.

    It keeps them in one dictionary for all documents of the process, so that what was written
    before would show in the bytes.
    """
    Element.namespaces.clear()


def write(book: Book) -> bytes:
    """The book as .ods."""
    _forget_namespaces()
    document = OpenDocumentSpreadsheet()
    styles = {name: _style(document, name) for name in ("title", "head", "body")}
    hidden = Style(name="hidden-sheet", family="table")
    hidden.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(hidden)
    for page in book.pages:
        document.spreadsheet.addElement(_sheet(page, styles))
    out = io.BytesIO()
    document.write(out)
    stamp = f"{book.saved_on.isoformat()}T09:00:00".encode()
    return repack(
        out.getvalue(),
        book.saved_on,
        lambda name, part: _steady(part, stamp if name == "meta.xml" else None),
    )


def _steady(part: bytes, stamp: bytes | None) -> bytes:
    """The part without what changes from run to run."""
    return part if stamp is None else _GENERATOR.sub(b"", _TIME.sub(stamp, part))


def _style(document: OpenDocumentSpreadsheet, name: str) -> Style:
    style = Style(name=f"cell-{name}", family="table-cell")
    if name != "body":
        size = "16pt" if name == "title" else "11pt"
        style.addElement(TextProperties(fontweight="bold", fontsize=size))
    style.addElement(ParagraphProperties(textalign="center"))
    if name != "title":
        style.addElement(TableCellProperties(border="0.5pt solid #000000"))
    document.automaticstyles.addElement(style)
    return style


def _sheet(page: Page, styles: dict[str, Style]) -> table.Table:
    sheet = table.Table(name=page.name)
    if page.hidden:
        sheet.setAttribute("stylename", "hidden-sheet")
    spans = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - spans.keys()
    for row in range(page.height):
        line = table.TableRow()
        if row in page.hidden_rows:
            line.setAttribute("visibility", "collapse")
        for column in range(page.span):
            if (row, column) in covered:
                line.addElement(table.CoveredTableCell())
                continue
            cell = page.cells.get((row, column), Cell(None))
            line.addElement(_cell(cell, (row, column), spans, styles))
        sheet.addElement(line)
    return sheet


def _cell(
    cell: Cell,
    place: tuple[int, int],
    spans: dict[tuple[int, int], tuple[int, int]],
    styles: dict[str, Style],
) -> table.TableCell:
    style = styles["title" if cell.style == "title" else "body"]
    style = styles["head"] if cell.style in ("head", "group", "total") else style
    written = table.TableCell(stylename=style, **_value(cell))
    if place in spans:
        bottom, right = spans[place]
        written.setAttribute("numberrowsspanned", bottom - place[0] + 1)
        written.setAttribute("numbercolumnsspanned", right - place[1] + 1)
    if cell.value is not None:
        for line in str(cell.value).split("\n"):
            written.addElement(text.P(text=line))
    return written


def _value(cell: Cell) -> dict[str, str]:
    value = cell.value
    if isinstance(value, dt.date):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    if isinstance(value, int | float):
        sort = "percentage" if (cell.number_format or "").endswith("%") else "float"
        return {"valuetype": sort, "value": str(value)}
    return {} if value is None else {"valuetype": "string"}
