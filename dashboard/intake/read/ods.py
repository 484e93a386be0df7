"""OpenDocument spreadsheets, packed (.ods) or flat (.fods): one walk over their XML.

Not calamine here: of merges, percents, error cells and hidden rows it tells nothing for this
format, and whoever walks the XML for those has the values in hand.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.errors import Refused
from dashboard.intake.model import Sheet, address
from dashboard.intake.read.calamine import normalise
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.model import CellValue
    from dashboard.intake.read.archive import Archive

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT, _STYLE = (_NS % name for name in ("office", "table", "text", "style"))
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELL, _COVERED = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
_TYPE, _COLUMNS_REPEATED = f"{_OFFICE}value-type", f"{_TABLE}number-columns-repeated"
_DURATION = lazy_pattern(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_ERROR = lazy_pattern(r"(?:#(?:REF|DIV/0|NAME|VALUE|NULL|NUM)[!?]|#N/A|Err:\d{3})", re.IGNORECASE)
_LONG = 16
_MOST_COLUMNS = 16_384
_NUMBERS = frozenset(("float", "percentage", "currency"))
_ATTRIBUTES = {kind: f"{_OFFICE}{kind}-value" for kind in ("boolean", "date", "time", "string")}
"""Where the value of a cell of that kind is written; else in office:value."""


def read_ods(archive: Archive) -> list[Sheet]:
    """The sheets of a packed OpenDocument spreadsheet. Raises Refused."""
    manifest = archive.read("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise Refused("encrypted")
    content = archive.read("content.xml")
    if content is None:
        raise Refused("damaged", detail="缺少 content.xml")
    return read_flat(content)


def read_flat(content: bytes) -> list[Sheet]:
    """The sheets of an OpenDocument content. Raises Refused (damaged, cell_span)."""
    from lxml import etree

    sheets: list[Sheet] = []
    hidden_styles: set[str] = set()
    walk: _Walk | None = None
    events = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        tag=[f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}table-column", f"{_STYLE}style"],
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    try:
        for event, element in events:
            if element.tag == f"{_TABLE}table-row":
                if event == "end" and walk is not None:
                    walk.row(element)
                    element.clear()
            elif element.tag == f"{_TABLE}table-column":
                if event == "end" and walk is not None:
                    walk.column(element)
            elif element.tag == f"{_STYLE}style":
                if event == "end" and _hides(element):
                    hidden_styles.add(element.get(f"{_STYLE}name", ""))
            elif event == "start":
                walk = _Walk(element.get(f"{_TABLE}name", ""), walk)
                walk.sheet.hidden = element.get(f"{_TABLE}style-name") in hidden_styles
            elif walk is not None:
                if walk.outer is None:  # a table inside of a cell or a shape is no sheet
                    sheets.append(walk.finished())
                walk = walk.outer
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", detail="content.xml 有误") from error
    return sheets


def _hides(style: Any) -> bool:
    properties = style.find(f"{_STYLE}table-properties")
    return properties is not None and properties.get(f"{_TABLE}display") == "false"


class _Walk:
    """The rows of one table as they come."""

    def __init__(self, name: str, outer: _Walk | None) -> None:
        self.sheet = Sheet(name=name, rows=[])
        self.outer = outer
        self._at = 0
        self._hidden: set[int] = set()
        self._column_at = 0
        self._hidden_columns: set[int] = set()
        self._percents: set[tuple[int, int]] = set()
        self._uncomputed: set[tuple[int, int]] = set()
        self._digits: dict[tuple[int, int], str] = {}
        self._cells = 0

    def row(self, element: Any) -> None:
        """Takes in a row, as often as it says that it is repeated; blank ones cost nothing."""
        repeated = _count(element, f"{_TABLE}number-rows-repeated")
        values = self._values(element)
        if values:
            self._require_room(repeated, len(values))
            rows = self.sheet.rows
            rows.extend([] for _ in range(self._at - len(rows)))
            rows.append(values)
            rows.extend(list(values) for _ in range(repeated - 1))
            self._repeat_marks(repeated)
        if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
            self._hidden.update(range(self._at, self._at + min(repeated, 1 << 20)))
        self._at += repeated

    def column(self, element: Any) -> None:
        """Takes in the declaration of a column, as often as it says that it is repeated."""
        repeated = _count(element, f"{_TABLE}number-columns-repeated")
        if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
            last = self._column_at + min(repeated, _MOST_COLUMNS)
            self._hidden_columns.update(range(self._column_at, last))
        self._column_at += repeated

    def finished(self) -> Sheet:
        """The sheet, with what was noted of its cells."""
        sheet = self.sheet
        sheet.hidden_rows = frozenset(self._hidden)
        sheet.hidden_columns = frozenset(self._hidden_columns)
        sheet.percent_cells = frozenset(self._percents)
        sheet.uncomputed = frozenset(self._uncomputed)
        sheet.long_numbers = normalise(sheet.rows, sheet.errors) | self._digits
        return sheet

    def _require_room(self, repeated: int, width: int) -> None:
        self._cells += repeated * width
        last = self._at + repeated
        if self._cells > MAX_SPAN_CELLS or last * width > MAX_SPAN_CELLS:
            raise Refused("cell_span", last=address(last - 1, width - 1))

    def _values(self, row: Any) -> list[CellValue]:
        """The row's values up to the last that is not blank."""
        values: list[CellValue] = []
        column = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            repeated = _count(cell, _COLUMNS_REPEATED)
            value = self._value(cell, column) if cell.tag == _CELL else None
            if value is not None or (self._at, column) in self.sheet.errors:
                self._require_room(1, column + repeated)
                values.extend([None] * (column - len(values)))
                values.extend([value] * repeated)
                self._repeat_in_row(column, repeated)
            column += repeated
        return values

    def _value(self, cell: Any, column: int) -> CellValue:
        place = (self._at, column)
        kind = cell.get(_TYPE)
        down = _count(cell, f"{_TABLE}number-rows-spanned")
        across = _count(cell, f"{_TABLE}number-columns-spanned")
        if down > 1 or across > 1:
            self.sheet.merges.append((*place, place[0] + down - 1, place[1] + across - 1))
        formula = cell.get(f"{_TABLE}formula")
        if kind is None:
            if formula is not None:
                self._uncomputed.add(place)
            return _text(cell) or None
        if cell.get(f"{_CALCEXT}value-type") == "error" or formula is not None:
            text = _text(cell)
            if cell.get(f"{_CALCEXT}value-type") == "error" or _ERROR.fullmatch(text):
                self.sheet.errors[place] = text
                return None
        if kind == "percentage":
            self._percents.add(place)
        digits = cell.get(f"{_OFFICE}value", "")
        if len(digits) >= _LONG and digits.lstrip("-").isdecimal():
            self._digits[place] = digits
        return _typed(kind, cell)

    def _repeat_in_row(self, column: int, repeated: int) -> None:
        if repeated > 1:
            first = (self._at, column)
            others = [(self._at, column + step) for step in range(1, repeated)]
            self._copy_marks(first, others)

    def _repeat_marks(self, repeated: int) -> None:
        if repeated > 1:
            for column in range(len(self.sheet.rows[-1])):
                others = [(self._at + step, column) for step in range(1, repeated)]
                self._copy_marks((self._at, column), others)

    def _copy_marks(self, first: tuple[int, int], others: list[tuple[int, int]]) -> None:
        if first in self._percents:
            self._percents.update(others)
        for noted in (self.sheet.errors, self._digits):
            if first in noted:
                noted.update(dict.fromkeys(others, noted[first]))


def _count(element: Any, attribute: str) -> int:
    text = element.get(attribute)
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 10 else 1


def _typed(kind: str, cell: Any) -> CellValue:
    """The value by its attribute; the text that is shown where that is missing or wrong, and
    where none is shown, the attribute as it stands."""
    written = cell.get(_ATTRIBUTES.get(kind, f"{_OFFICE}value")) or ""
    with suppress(ValueError, OverflowError):
        if kind in _NUMBERS:
            return int(written) if written.lstrip("-").isdecimal() else float(written)
        if kind == "boolean":
            return written == "true"
        if kind == "date":
            return _moment(written)
        if kind == "time":
            return _duration(written)
    return _text(cell) or written or None


def _moment(text: str) -> dt.date:
    """A date, or a datetime unless it is midnight. ValueError where it is neither."""
    if len(text) == 10:
        return dt.date.fromisoformat(text)
    moment = dt.datetime.fromisoformat(text[:26])
    return moment.date() if moment.time() == dt.time() else moment


def _duration(text: str) -> dt.time | dt.timedelta:
    """A time of day where it is under 24 hours, as a spreadsheet program shows it."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if match[1]:
        return -length
    return dt.time(hours, minutes, seconds) if hours < 24 and minutes < 60 > seconds else length


def _text(cell: Any) -> str:
    """The paragraphs of the cell, a line each; notes and drawings are not its text."""
    lines = (_line(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h"))
    return "\n".join(lines)


def _line(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(_count(child, f"{_TEXT}c"), 1000))
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif isinstance(child.tag, str) and child.tag != f"{_OFFICE}annotation":
            parts.append(_line(child))
        parts.append(child.tail or "")
    return "".join(parts)
