"""A worksheet's XML, made fit for the reader: no blank tail, no far cell, no second body.

Everything works on bytes, as in ``sheet_cells``: parsing the XML once more would take longer
than reading the workbook does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.model import column_letters
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_CHUNK = 4 << 20
_TAIL = 400
_PREFIX = lazy_pattern(rb"<(\w+:)?(?:worksheet|dialogsheet|chartsheet|macrosheet)\b")
_LONG = lazy_pattern(rb' r="' + 5 * rb'[^"]')
"""A reference of five letters and digits. With shorter ones no sheet is too wide: 999 rows of
18,278 columns; and to look for one takes a third of the time that ``_FAR`` takes."""
_FAR = lazy_pattern(rb' r="(?:[A-Z]{3}|[A-Z]{0,2}[0-9]{5})')
_COLUMNS = lazy_pattern(rb' r="([A-Z]+)[0-9]')
_ROWS = lazy_pattern(rb' r="[A-Z]*([0-9]+)"')
_CONTENT = lazy_pattern(rb"<[vif]")


def prefix_of(xml: bytes) -> bytes:
    """The namespace prefix of the sheet's elements with its colon; mostly b''."""
    root = _PREFIX.search(xml, 0, 4096)
    return (root[1] or b"") if root else b""


def is_unusual(xml: bytes) -> bool:
    """Whether it is XML that the patterns here do not read: other quotes, other encoding."""
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"'" in xml and any(mark in xml for mark in (b" r='", b" t='", b" s='"))


def canonical(xml: bytes) -> bytes:
    """The same sheet as UTF-8 with double quotes, every row and cell saying where it stands.

    Raises Refused (damaged)."""
    from lxml import etree

    root = _parsed(xml)
    last_row = 0
    for row in root.iter("{*}row"):
        number = row.get("r") or ""
        last_row = int(number) if number.isdecimal() and len(number) < 8 else last_row + 1
        row.set("r", str(last_row))
        last_column = -1
        for cell in row.iterchildren("{*}c"):
            place = re.fullmatch("([A-Z]+)[0-9]+", cell.get("r") or "")
            last_column = column_number(place[1].encode()) if place else last_column + 1
            if place is None:
                cell.set("r", f"{column_letters(last_column)}{last_row}")
    return bytes(etree.tostring(root, encoding="utf-8"))


def _parsed(xml: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", detail="工作表 XML 有误") from error


def squeezed(chunks: Iterable[bytes]) -> bytes:
    """The sheet of these chunks without the blank rows that fill whole chunks.

    Nine formatted blank cells in each of 1,048,576 rows are 290 MB that need not be held."""
    kept: list[bytes] = []
    for chunk in chunks:
        first, last = chunk.find(b"<row r="), chunk.rfind(b"<row r=")
        if last > first and _CONTENT.search(chunk) is None:
            numbered = chunk.count(b"<row r=", first, last)
            if chunk.count(b"<row", first, last) == numbered:
                kept += (chunk[:first], chunk[last:])
                continue
        kept.append(chunk)
    return kept[0] if len(kept) == 1 else b"".join(kept)


def without_blank_tail(xml: bytes, prefix: bytes) -> bytes:
    """Without the rows after the last cell that holds something.

    A sheet with 1,048,576 formatted blank rows takes a reader seconds, this milliseconds."""
    end = xml.rfind(b"</%bsheetData>" % prefix)
    closings = (b"</%bv>" % prefix, b"</%bis>" % prefix)
    if end < 0 or any(closing in xml[max(0, end - _TAIL) : end] for closing in closings):
        return xml
    openings = (b"<%bv>", b"<%bv ", b"<%bis>", b"<%bis ", b"<%bf>", b"<%bf ")
    last = max(xml.rfind(opening % prefix, 0, end) for opening in openings)
    if last < 0:
        start = xml.find(b"<%bsheetData" % prefix, 0, end)
        cut = xml.find(b">", start) + 1
    else:
        closing = b"</%brow>" % prefix
        cut = xml.find(closing, last) + len(closing)
    return xml[:cut] + xml[end:] if 0 < cut < end else xml


def with_merges_first(xml: bytes, prefix: bytes) -> bytes:
    """With the list of merged cells, or an empty one, also before the rows.

    The reader goes through a sheet a second time until it meets that list, which stands after
    the rows: found before them, it spares a third of the reading."""
    rows = xml.find(b"<%bsheetData" % prefix)
    if rows < 0:
        return xml
    foot = max(rows, xml.rfind(b"</%bsheetData>" % prefix))
    opening, closing = b"<%bmergeCells>" % prefix, b"</%bmergeCells>" % prefix
    start = xml.find(opening[:-1], foot)
    end = xml.find(closing, start) if start > 0 else -1
    merges = xml[start:end] if end > 0 else opening
    whole = memoryview(xml)  # whose slices are no copies
    return b"".join((whole[:rows], merges, closing, whole[rows:]))


def require_one_body(xml: bytes, prefix: bytes) -> None:
    """Refuses a sheet with rows in a second ``<sheetData>``, which the reader passes over.

    Searched from the end, which takes half the time of a search from the beginning."""
    opening = b"<%bsheetData" % prefix
    if xml.find(opening, 0, max(xml.rfind(opening), 0)) < 0:
        return
    if any(len(body) for body in _parsed(xml).findall("{*}sheetData")[1:]):
        raise Refused("damaged", detail="一个工作表内有两份数据")


def require_near(xml: bytes) -> None:
    """Refuses a sheet whose cells reach too far from A1; ``<dimension>`` is not trusted.

    A reader asks for the memory of the whole rectangle: two cells suffice to end it."""
    if _LONG.search(xml) is None or _FAR.search(xml) is None:
        return
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    for start in range(0, len(xml), _CHUNK):
        columns.update(_COLUMNS.findall(xml, start, start + _CHUNK + 32))
        rows.update({max(_ROWS.findall(xml, start, start + _CHUNK + 32), key=_size, default=b"0")})
    letters = max(columns, key=_size, default=b"A")
    last_row = max(rows, key=_size)
    if len(letters) > 3 or len(last_row) > 7:
        raise Refused("cell_span", last=f"{letters[:8].decode()}{last_row[:12].decode()}")
    if (column_number(letters) + 1) * int(last_row) > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=f"{letters.decode()}{last_row.decode()}")


def _size(text: bytes) -> tuple[int, bytes]:
    return len(text), text


@lru_cache(maxsize=1024)
def column_number(letters: bytes) -> int:
    """The number, from 0, of the column with these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
