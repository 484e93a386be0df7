"""Web pages under the name of a spreadsheet: many systems export tables as such."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dashboard.errors import Refused
from dashboard.intake.model import Sheet, address
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.intake.read.text import decoded, decoded_as, looks_garbled
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.model import CellValue

_CHARSET = lazy_pattern(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:]+)", re.IGNORECASE)
_OPENING = lazy_pattern(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)"
    rb"<(?:!doctype\s+html|html|head|meta|body|table|style|div|title|center|script|form|tr)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Comments once passed are not looked at again: a page of nothing but comments would take
the other way of reading each, and more than a lifetime."""
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "caption"))
_UNSEEN = frozenset(("script", "style", "head", "title", "noscript", "template"))
_ANCHOR = lazy_pattern(r"table\d+")
_SPACE = lazy_pattern(r"[ \t\r\n\f]+")
_MAX_SPAN = 1000
"""The span of a cell that browsers still believe across; down they stop at 65,534."""


def is_html(head: bytes) -> bool:
    """Whether the first bytes open a web page (also in UTF-16)."""
    return (
        _OPENING.match(head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe"))
        is not None
    )


def read_html(data: bytes, name: str) -> list[Sheet]:
    """One sheet as a spreadsheet program opens the page: texts and tables one below another;
    several where LibreOffice wrote it, which heads each with its name.

    A text outside of the tables is a row of one cell. Raises Refused (no_table, cell_span,
    damaged)."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    text = _decoded(data)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    page = _Page(name)
    try:
        page.take(root)
    except RecursionError as error:
        raise Refused("damaged", detail="网页嵌套过深") from error
    if not page.tables:
        raise Refused("no_table")
    return page.sheets


def _decoded(data: bytes) -> str:
    """By the page's own word where that gives plausible text, else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = decoded_as(data, declared[1].decode())
        if text is not None and not looks_garbled(re.sub(r"<[^>]*>", "", text)):
            return text
    return decoded(data)


class _Page:
    def __init__(self, name: str) -> None:
        self.sheet = Sheet(name=name, rows=[])
        self.sheets = [self.sheet]
        self.tables = 0

    def take(self, element: Any) -> None:
        """Walks down to the tables and the blocks of text, in their order."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if element.tag == "table":
            self._table(element)
            return
        if element.tag == "a" and (name := _heads_a_sheet(element)):
            self._begin(name)
            return
        if element.tag in _BLOCKS and next(element.iter("table"), None) is None:
            if text := _text(element):
                self.sheet.rows.append([text])
            return
        self._bare(element.text)
        for child in element:
            self.take(child)
            self._bare(child.tail)

    def _begin(self, name: str) -> None:
        """Begins the sheet of that name; the list of sheets before the first is left out."""
        if not self.tables:
            self.sheets.clear()
        self.sheet = Sheet(name=name, rows=[])
        self.sheets.append(self.sheet)

    def _bare(self, text: str | None) -> None:
        if text and (tidy := _SPACE.sub(" ", text).strip()):
            self.sheet.rows.append([tidy])

    def _table(self, table: Any) -> None:
        """A table whose cells hold tables is layout: those inside are taken instead."""
        self.tables += 1
        rows = [row for row in table.iter("tr") if _table_of(row) is table]
        if any(next(cell.iter("table"), None) is not None for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    self.take(cell)
            return
        top = len(self.sheet.rows)
        if (caption := table.find("caption")) is not None and (text := _text(caption)):
            self.sheet.rows.append([text])
            top += 1
        taken: set[tuple[int, int]] = set()
        self.sheet.rows.extend([] for _ in rows)
        for offset, row in enumerate(rows):
            self._row(row, top + offset, top + len(rows), taken)

    def _row(self, row: Any, number: int, end: int, taken: set[tuple[int, int]]) -> None:
        values: list[CellValue] = self.sheet.rows[number]
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in taken:
                column += 1
            across = _span(cell, "colspan")
            down = min(_span(cell, "rowspan"), end - number)
            if len(taken) + across * down > MAX_SPAN_CELLS // 10:
                raise Refused("cell_span", last=address(number + down, column + across))
            if across > 1 or down > 1:
                self.sheet.merges.append((number, column, number + down - 1, column + across - 1))
                taken.update((number + y, column + x) for y in range(down) for x in range(across))
            values.extend([None] * (column - len(values)))
            values.append(_text(cell) or None)
            column += across


def _heads_a_sheet(anchor: Any) -> str:
    """The name in ``<a name="table0"><h1>Sheet 1: <em>name</em></h1></a>``; '' in any other."""
    name = anchor.find("h1/em")
    known = _ANCHOR.fullmatch(anchor.get("name", "")) is not None
    return _text(name) if known and name is not None else ""


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _span(cell: Any, attribute: str) -> int:
    with suppress(ValueError):
        return max(1, min(int(cell.get(attribute, "1").strip()), _MAX_SPAN))
    return 1


def _text(element: Any) -> str:
    """The text as a browser shows it: <br> and blocks begin lines, other space is one blank."""
    parts: list[str] = []
    _gather(element, parts)
    lines = (line.strip(" ") for line in "".join(parts).split("\n"))
    return "\n".join(lines).strip()


def _gather(element: Any, parts: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    parts.append(_SPACE.sub(" ", element.text or ""))
    for child in element:
        if child.tag == "br" or (child.tag in _BLOCKS and any(part.strip() for part in parts)):
            parts.append("\n")
        _gather(child, parts)
        parts.append(_SPACE.sub(" ", child.tail or ""))
