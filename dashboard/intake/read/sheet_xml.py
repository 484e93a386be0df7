"""A worksheet's XML, looked over before the reader gets it: what the reader would not tell.

Everything works on bytes, by substring tests and regular expressions, and only where a test
shows that there is something to find: parsing the XML once more would take longer than
reading the workbook does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.model import Position, column_letters
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.intake.read.marks import Marks
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from dashboard.intake.read.framed_numbers import Frame

_CHUNK = 4 << 20
_TAIL = 400
_PREFIX = lazy_pattern(rb"<(\w+:)?(?:worksheet|dialogsheet|chartsheet|macrosheet)\b")
_LONG = lazy_pattern(rb' r="' + 5 * rb'[^"]')
"""A reference of five letters and digits. With shorter ones no sheet is too wide: 999 rows of
18,278 columns; and to look for one takes a third of the time that ``_FAR`` takes."""
_FAR = lazy_pattern(rb' r="(?:[A-Z]{3}|[A-Z]{0,2}[0-9]{5})')
_COLUMNS = lazy_pattern(rb' r="([A-Z]+)[0-9]')
_ROWS = lazy_pattern(rb' r="[A-Z]*([0-9]+)"')
_CELL_REFERENCE = lazy_pattern(rb'(?:^|\s)r="([A-Z]+)([0-9]+)"')
_REFERENCE = lazy_pattern(rb"([A-Z]+)([0-9]+)")
_REACH = 24
"""Bytes from the opening of a cell's tag to the end of its reference, at most."""
_CONTENT = lazy_pattern(rb"<[vif]")
_ROW_REFERENCE = lazy_pattern(rb'(?:^|\s)r="([0-9]+)"')
_VALUE = lazy_pattern(rb"<(?:\w+:)?v[^>]*>([^<]*)</")
_KNOWN_ERRORS = frozenset(
    (b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!", b"#GETTING_DATA")
)
"""Those that calamine knows; any other (#SPILL!, #CALC!) makes it refuse the sheet."""


class Unplaced(Exception):  # noqa: N818 - a signal within this package, not an error
    """A cell or a row does not say where it stands: ``canonical`` must number them first."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    error: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    uncomputed: re.Pattern[bytes]
    row: re.Pattern[bytes]
    number: re.Pattern[bytes]


@lru_cache(maxsize=16)
def _patterns(prefix: bytes) -> _Patterns:
    tag = re.escape(prefix)
    formula = rb"<%bf(?:\s[^>]*)?(?:/>|>[^<]*</%bf>)\s*" % (tag, tag)
    return _Patterns(
        error=re.compile(rb'<%bc\s([^>/]*\bt="e"[^>/]*)>(.*?)</%bc>' % (tag, tag), re.DOTALL),
        formula=re.compile(rb"<%bf" % tag),
        uncomputed=re.compile(
            rb"<%bc\s([^>/]*)>\s*%b(?:<%bv\s*/>|<%bv>\s*</%bv>)?\s*</%bc>"
            % (tag, formula, tag, tag, tag, tag)
        ),
        row=re.compile(rb'<%brow\s([^>]*\bhidden="(?:1|true)"[^>]*)>' % tag),
        number=re.compile(
            rb"<%bc\s([^>/]*)>\s*(?:%b)?<%bv>\s*(-?[0-9.]+(?:[eE][+]?[0-9]+)?)\s*</%bv>"
            % (tag, formula, tag, tag)
        ),
    )


@lru_cache(maxsize=64)
def _styled(prefix: bytes, styles: frozenset[int]) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """The attribute alone, and the whole tag however it is written."""
    tag = re.escape(prefix)
    mark = rb's="(?:%b)"' % b"|".join(str(style).encode() for style in sorted(styles))
    return re.compile(mark), re.compile(rb"<%bc(\s[^>]*?)?\s%b([^>]*)>" % (tag, mark))


def _styled_cells(xml: bytes, prefix: bytes, styles: frozenset[int]) -> frozenset[Position]:
    """The cells of these styles. Most programs write r and s first: finding s and looking back
    takes a third of the time of a pattern for the whole tag."""
    mark, anyhow = _styled(prefix, styles)
    opening = b'<%bc r="' % prefix
    found: set[Position] = set()
    for match in mark.finditer(xml):
        end = match.start() - 2
        start = xml.rfind(opening, max(0, end - _REACH), end) + len(opening)
        reference = _REFERENCE.fullmatch(xml, start, end) if start >= len(opening) else None
        if reference is not None:
            found.add((int(reference[2]) - 1, _column(reference[1])))
        elif not xml.startswith(b"<%brow" % prefix, xml.rfind(b"<", 0, end)):
            return frozenset(_cell((m[1] or b"") + m[2]) for m in anyhow.finditer(xml))
    return frozenset(found)


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
            last_column = _column(place[1].encode()) if place else last_column + 1
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
    return b"".join((xml[:rows], merges, closing, xml[rows:]))


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
    if (_column(letters) + 1) * int(last_row) > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=f"{letters.decode()}{last_row.decode()}")


def _size(text: bytes) -> tuple[int, bytes]:
    return len(text), text


def marks(xml: bytes, prefix: bytes, percent_styles: frozenset[int]) -> Marks:
    """Error cells, formulas without a value, percent formats, hidden rows.

    ``percent_styles``: indexes of the cell formats that show a percent. Raises Unplaced."""
    found = Marks()
    patterns = _patterns(prefix)
    if xml.rfind(b't="e"') >= 0:  # from the end, because ``in`` takes twice the time
        found.errors = {_cell(m[1]): _text(m[2]) for m in patterns.error.finditer(xml)}
    if patterns.formula.search(xml):
        found.uncomputed = frozenset(
            _cell(m[1]) for m in patterns.uncomputed.finditer(xml) if b't="str"' not in m[1]
        )
    if percent_styles:
        found.percent = _styled_cells(xml, prefix, percent_styles)
    if xml.rfind(b'hidden="') >= 0:
        found.hidden_rows = frozenset(_row(m[1]) for m in patterns.row.finditer(xml))
    return found


def framed_cells(xml: bytes, prefix: bytes, styles: dict[int, Frame]) -> dict[Position, Frame]:
    """The cells whose format makes a name of their number."""
    return {
        place: frame
        for style, frame in styles.items()
        for place in _styled_cells(xml, prefix, frozenset((style,)))
    }


def with_known_errors(xml: bytes, prefix: bytes) -> bytes:
    """With every error literal that calamine does not know replaced by #N/A."""

    def mended(match: re.Match[bytes]) -> bytes:
        value = _VALUE.search(match[2])
        if value is None or value[1] in _KNOWN_ERRORS:
            return match[0]
        start = match.start(2) - match.start(0) + value.start(1)
        return match[0][:start] + b"#N/A" + match[0][start + len(value[1]) :]

    return _patterns(prefix).error.sub(mended, xml)


def long_numbers(xml: bytes, wanted: dict[Position, str]) -> dict[Position, str]:
    """The digits that the file holds for the numbers at the places ``wanted``; the number as
    it stands there where its last digits do not (4.1E+17)."""
    from decimal import Decimal

    found = dict(wanted)
    for match in _patterns(prefix_of(xml)).number.finditer(xml):
        if len(match[2]) < 5 or (place := _cell(match[1])) not in wanted:
            continue
        written = match[2].decode()
        number = Decimal(written)
        whole = int(number.as_tuple().exponent) <= 0 or "e" not in written.lower()
        found[place] = format(number, "f") if whole else written
    return found


def _text(content: bytes) -> str:
    value = _VALUE.search(content)
    return value[1].decode("utf-8", "replace").strip() if value else "#"


def _attribute(attributes: bytes) -> re.Match[bytes]:
    reference = _CELL_REFERENCE.search(attributes)
    if reference is None:
        raise Unplaced
    return reference


def _cell(attributes: bytes) -> Position:
    reference = _attribute(attributes)
    row = int(reference[2])
    if row == 0:
        raise Refused("damaged", detail="单元格地址有误")
    return row - 1, _column(reference[1])


def _row(attributes: bytes) -> int:
    reference = _ROW_REFERENCE.search(attributes)
    if reference is None:
        raise Unplaced
    return int(reference[1]) - 1


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
