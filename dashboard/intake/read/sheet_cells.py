"""What stands in the cells of a worksheet's XML and the reader does not tell.

Everything works on bytes, by substring tests and regular expressions, and only where a test
shows that there is something to find: parsing the XML once more would take longer than
reading the workbook does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dashboard.errors import Refused
from dashboard.intake.model import Position
from dashboard.intake.read.marks import Marks
from dashboard.intake.read.sheet_xml import column_number, prefix_of
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.read.framed_numbers import Frame

_CELL_REFERENCE = lazy_pattern(rb'(?:^|\s)r="([A-Z]+)([0-9]+)"')
_REFERENCE = lazy_pattern(rb"([A-Z]+)([0-9]+)")
_REACH = 24
"""Bytes from the opening of a cell's tag to the end of its reference, at most."""
_ROW_REFERENCE = lazy_pattern(rb'(?:^|\s)r="([0-9]+)"')
_FIRST_COLUMN, _LAST_COLUMN = (
    lazy_pattern(rb'\bmin="([0-9]{1,9})"'),
    lazy_pattern(rb'\bmax="([0-9]{1,9})"'),
)
_MOST_COLUMNS = 16_384
_VALUE = lazy_pattern(rb"<(?:\w+:)?v[^>]*>([^<]*)</")
_KNOWN_ERRORS = frozenset(
    (b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!", b"#GETTING_DATA")
)
"""Those that calamine knows; any other (#SPILL!, #CALC!) makes it refuse the sheet."""


class Unplaced(Exception):  # noqa: N818 - a signal within this package, not an error
    """A cell or a row does not say where it stands: ``canonical`` must number them first."""


class _Patterns(NamedTuple):
    error: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    uncomputed: re.Pattern[bytes]
    row: re.Pattern[bytes]
    columns: re.Pattern[bytes]
    number: re.Pattern[bytes]


@lru_cache(maxsize=16)
def _patterns(prefix: bytes) -> _Patterns:
    tag = re.escape(prefix)
    formula = rb"<%bf(?:\s[^>]*)?(?:/>|>[^<]*</%bf>)\s*" % (tag, tag)
    return _Patterns(
        error=lazy_pattern(rb'<%bc\s([^>/]*\bt="e"[^>/]*)>(.*?)</%bc>' % (tag, tag), re.DOTALL),
        formula=lazy_pattern(rb"<%bf" % tag),
        uncomputed=lazy_pattern(
            rb"<%bc\s([^>/]*)>\s*%b(?:<%bv\s*/>|<%bv>\s*</%bv>)?\s*</%bc>"
            % (tag, formula, tag, tag, tag, tag)
        ),
        row=lazy_pattern(rb'<%brow\s([^>]*\bhidden="(?:1|true)"[^>]*)>' % tag),
        columns=lazy_pattern(rb'<%bcol\s([^>]*\bhidden="(?:1|true)"[^>]*)>' % tag),
        number=lazy_pattern(
            rb"<%bc\s([^>/]*)>\s*(?:%b)?<%bv>\s*(-?[0-9.]+(?:[eE][+]?[0-9]+)?)\s*</%bv>"
            % (tag, formula, tag, tag)
        ),
    )


@lru_cache(maxsize=64)
def _styled(prefix: bytes, styles: frozenset[int]) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """The attribute alone, and the whole tag however it is written."""
    tag = re.escape(prefix)
    mark = rb's="(?:%b)"' % b"|".join(str(style).encode() for style in sorted(styles))
    return lazy_pattern(mark), lazy_pattern(rb"<%bc(\s[^>]*?)?\s%b([^>]*)>" % (tag, mark))


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
            found.add((int(reference[2]) - 1, column_number(reference[1])))
        elif not xml.startswith(b"<%brow" % prefix, xml.rfind(b"<", 0, end)):
            return frozenset(_cell((m[1] or b"") + m[2]) for m in anyhow.finditer(xml))
    return frozenset(found)


def marks(xml: bytes, prefix: bytes, percent_styles: frozenset[int]) -> Marks:
    """Error cells, formulas without a value, percent formats, hidden rows and columns.

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
        found.hidden_columns = _hidden_columns(xml, patterns.columns)
    return found


def _hidden_columns(xml: bytes, columns: re.Pattern[bytes]) -> frozenset[int]:
    """Those hidden one by one or from the first to the last of a run."""
    found: set[int] = set()
    for match in columns.finditer(xml):
        first, last = _FIRST_COLUMN.search(match[1]), _LAST_COLUMN.search(match[1])
        if first and last:
            found.update(range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS)))
    return frozenset(found)


def framed_cells(xml: bytes, prefix: bytes, styles: dict[int, Frame]) -> dict[Position, Frame]:
    """The cells whose format makes a name of their number."""
    return {
        place: frame
        for style, frame in styles.items()
        for place in _styled_cells(xml, prefix, frozenset((style,)))
    }


def struck_cells(xml: bytes, prefix: bytes, styles: frozenset[int]) -> frozenset[Position]:
    """The cells whose format strikes out what they hold."""
    return _styled_cells(xml, prefix, styles) if styles else frozenset()


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
    return row - 1, column_number(reference[1])


def _row(attributes: bytes) -> int:
    reference = _ROW_REFERENCE.search(attributes)
    if reference is None:
        raise Unplaced
    return int(reference[1]) - 1
