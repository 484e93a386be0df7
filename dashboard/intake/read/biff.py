"""The records of an .xls workbook stream: what its reader does not tell of the cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.read.biff5 import (
    LABELS,
    STRING,
    WESTERN,
    encoding_of,
    label,
    sheet_name,
    string,
)
from dashboard.intake.read.framed_numbers import frame_of
from dashboard.intake.read.marks import Marks
from dashboard.intake.read.styles_xml import percent_formats

if TYPE_CHECKING:
    from dashboard.intake.model import Position
    from dashboard.intake.read.framed_numbers import Frame

_BOF, _EOF, _SST, _FILEPASS, _BOUNDSHEET, _XF, _FORMAT = 0x809, 0x0A, 0xFC, 0x2F, 0x85, 0xE0, 0x41E
_ROW, _NUMBER, _RK, _MULRK, _BOOLERR, _FORMULAS = (
    0x208,
    0x203,
    0x27E,
    0xBD,
    0x205,
    {0x06, 0x206, 0x406},
)
_CELLS = frozenset((_NUMBER, _RK, _MULRK, _BOOLERR, 0xFD, 0x204, 0xD6, *_FORMULAS))
_CODEPAGE, _DIMENSIONS, _DRAWINGS = 0x42, 0x200, 0xEB
_BIFF8 = 0x600
_ROW_HIDDEN = 0x20
_COLUMNS, _COLUMNS_HIDDEN = 0x7D, 0x01
_TRUSTED_CELLS = 1 << 20
_ERROR_RESULT, _BLANK_RESULT = 2, 3
ERROR_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_GIVES_NUMBER = frozenset((*range(0x03, 0x08), *range(0x09, 0x0F), 0x12, 0x13, 0x14))
"""Last tokens of formulas that cannot give text: arithmetic and comparison."""
_NUMBER_FUNCTIONS = frozenset((0, 4, 5, 6, 7, 27, 169))
"""COUNT, SUM, AVERAGE, MIN, MAX, ROUND, COUNTA."""


@dataclass(slots=True)
class BookMarks:
    """The marks of every sheet in the order of their declaration, and the mended stream."""

    sheets: list[Marks]
    stream: bytes
    names: list[str] = field(default_factory=list)
    """The sheets' names where the reader garbles them."""


@dataclass(slots=True)
class _Globals:
    biff8: bool = True
    codepage: int = 0
    names: list[bytes] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    xf_formats: list[int] = field(default_factory=list)


def book_marks(stream: bytes) -> BookMarks:
    """What the records of a workbook stream (BIFF5 and BIFF8) tell. Raises Refused (encrypted).

    The count of shared strings, by which a reader asks for memory, is made plausible, and a
    code page that it may not know one that it does."""
    book = _Globals()
    mended = bytearray(stream)
    for code, start, length in _records(stream, 0):
        if code == _FILEPASS:
            raise Refused("encrypted")
        if code == _BOF:
            book.biff8 = stream[start : start + 2] == _BIFF8.to_bytes(2, "little")
        elif code == _SST and length >= 8:
            count = int.from_bytes(stream[start + 4 : start + 8], "little")
            mended[start + 4 : start + 8] = min(count, len(stream) // 3).to_bytes(4, "little")
        elif code == _EOF:
            break
        else:
            if code == _CODEPAGE and not book.biff8:
                mended[start : start + 2] = WESTERN.to_bytes(2, "little")
            _note_global(book, code, stream[start : start + length])
    percents = percent_formats(book.formats)
    frames = {number: frame_of(code) for number, code in book.formats.items()}
    styles = {
        index: None if number in percents else frames[number]
        for index, number in enumerate(book.xf_formats)
        if number in percents or frames.get(number)
    }
    once = {offset: _looked(stream, offset, styles, mended) for offset in set(book.offsets)}
    looks = [once[offset] for offset in book.offsets]
    sheets = [look.marks() for look in looks]
    names = [] if book.biff8 else _decode(book, looks, sheets)
    return BookMarks(sheets, bytes(mended), names)


def _decode(book: _Globals, looks: list[_SheetLook], sheets: list[Marks]) -> list[str]:
    """Gives the sheets of Excel 5 and 95 their texts; returns their names."""
    texts = [*book.names, *(text for look in looks for text in look.texts.values())]
    encoding = encoding_of(book.codepage, texts)
    for look, marks in zip(looks, sheets, strict=True):
        marks.texts = {
            place: text.decode(encoding, "replace") for place, text in look.texts.items()
        }
    return [name.decode(encoding, "replace") for name in book.names]


def has_drawings(stream: bytes) -> bool:
    """Whether the workbook holds pictures or other drawings."""
    return any(code == _DRAWINGS for code, _, _ in _records(stream, 0))


def _note_global(book: _Globals, code: int, body: bytes) -> None:
    if code == _BOUNDSHEET and len(body) >= 6:
        book.offsets.append(int.from_bytes(body[:4], "little"))
        if not book.biff8 and len(body) > 6:
            book.names.append(sheet_name(body))
    elif code == _CODEPAGE:
        book.codepage = int.from_bytes(body[:2], "little")
    elif code == _XF and len(body) >= 4:
        book.xf_formats.append(int.from_bytes(body[2:4], "little"))
    elif code == _FORMAT and len(body) >= 4:
        text = body[5:] if book.biff8 else body[3:]
        wide = book.biff8 and bool(body[4] & 1)
        decoded = text.decode("utf-16-le" if wide else "latin-1", "replace")
        book.formats[int.from_bytes(body[:2], "little")] = decoded


def _records(stream: bytes | bytearray, offset: int) -> Iterator[tuple[int, int, int]]:
    """Code, start of the body and its length, record by record."""
    unpack, last = struct.Struct("<HH").unpack_from, len(stream) - 4
    while offset <= last:
        code, length = unpack(stream, offset)
        yield code, offset + 4, length
        offset += 4 + length


def _looked(
    stream: bytes, offset: int, styles: dict[int, Frame | None], mended: bytearray
) -> _SheetLook:
    """What the records of one sheet tell. An extent of which little is filled, by which a
    reader asks for memory, is mended, and so are the numbers of its rows."""
    look = _SheetLook(styles)
    depth = 0
    for code, start, length in _records(stream, offset):
        if code == _BOF:
            depth += 1  # a chart inside of the sheet has its own beginning and end
        elif code == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1 and code in _CELLS and length >= 4 and stream[start + 3]:
            raise Refused("damaged", detail="单元格超出第 256 列")  # readers ask for all of them
        elif depth == 1 and code in look.handlers and (length >= 6 or code == STRING):
            look.handlers[code](stream[start : start + length])
        elif code == _DIMENSIONS and length >= 10 and not _believe(mended, start, length):
            look.rows = look.rows or _close_up(mended, offset)
    return look


def _close_up(stream: bytearray, offset: int) -> list[int]:
    """Numbers the rows of a sheet anew, without those that hold nothing, and returns which they
    were: a reader holds the whole rectangle down to one stray cell at its end."""
    places = list(_cell_places(stream, offset))
    rows = sorted({int.from_bytes(stream[at : at + 2], "little") for at in places})
    ranks = {row.to_bytes(2, "little"): rank for rank, row in enumerate(rows)}
    for at in places:
        stream[at : at + 2] = ranks[bytes(stream[at : at + 2])].to_bytes(2, "little")
    return rows


def _cell_places(stream: bytearray, offset: int) -> Iterator[int]:
    """Where in the stream the bodies of a sheet's cell records start, with the row's number."""
    depth = 0
    for code, start, length in _records(stream, offset):
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return
        if depth == 1 and code in _CELLS and length >= 4:
            yield start


def _believe(stream: bytearray, start: int, length: int) -> bool:
    """Whether the extent of a sheet may be true; else it becomes nothing: where it is more cells
    than the stream has bytes, or ends before it begins."""
    form = "<2I2H" if length >= 14 else "<4H"
    first, last, left, right = struct.unpack_from(form, stream, start)
    cells = (last - first) * (right - left)
    if first <= last and left <= right and cells <= max(len(stream), _TRUSTED_CELLS):
        return True
    struct.pack_into(form, stream, start, 0, 0, 0, 0)
    return False


class _SheetLook:
    """Notes what the records of one sheet tell."""

    def __init__(self, styles: dict[int, Frame | None]) -> None:
        self.errors: dict[Position, str] = {}
        self.uncomputed: set[Position] = set()
        self.percents: set[Position] = set()
        self.framed: dict[Position, Frame] = {}
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.texts: dict[Position, bytes] = {}
        self.rows: list[int] = []
        self._styles = styles
        self._formula_at: Position = (0, 0)
        self.handlers = {
            _ROW: self._row,
            _COLUMNS: self._columns,
            _BOOLERR: self._error,
            _MULRK: self._run,
            **dict.fromkeys((_NUMBER, _RK), self._number),
            **dict.fromkeys(_FORMULAS, self._formula),
            **dict.fromkeys(LABELS, self._label),
            STRING: self._string,
        }

    def marks(self) -> Marks:
        """What was noted, but for the texts, of which the encoding is not known here."""
        return Marks(
            self.errors,
            frozenset(self.uncomputed),
            frozenset(self.percents),
            frozenset(self.hidden),
            frozenset(self.hidden_columns),
            framed=self.framed,
            rows=self.rows,
        )

    def _label(self, body: bytes) -> None:
        place, text = label(body)
        self.texts[place] = text

    def _string(self, body: bytes) -> None:
        self.texts[self._formula_at] = string(body)

    def _row(self, body: bytes) -> None:
        if len(body) >= 16 and body[12] & _ROW_HIDDEN:
            self.hidden.add(int.from_bytes(body[:2], "little"))

    def _columns(self, body: bytes) -> None:
        if len(body) >= 10 and body[8] & _COLUMNS_HIDDEN:
            first, last = struct.unpack_from("<2H", body)
            self.hidden_columns.update(range(first, last + 1))

    def _number(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", body)
        if style in self._styles:
            self._note((row, column), self._styles[style])

    def _run(self, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        for index in range((len(body) - 6) // 6):
            style = int.from_bytes(body[4 + index * 6 : 6 + index * 6], "little")
            if style in self._styles:
                self._note((row, first + index), self._styles[style])

    def _note(self, place: Position, frame: Frame | None) -> None:
        if frame is None:
            self.percents.add(place)
        else:
            self.framed[place] = frame

    def _error(self, body: bytes) -> None:
        if len(body) >= 8 and body[7]:
            row, column = struct.unpack_from("<2H", body)
            self.errors[row, column] = ERROR_NAMES.get(body[6], "#ERR!")

    def _formula(self, body: bytes) -> None:
        if len(body) < 20:
            return
        row, column = self._formula_at = struct.unpack_from("<2H", body)
        if body[12:14] != b"\xff\xff":
            self._number(body)
        elif body[6] == _ERROR_RESULT:
            self.errors[row, column] = ERROR_NAMES.get(body[8], "#ERR!")
        elif body[6] == _BLANK_RESULT and _gives_number(body[20:]):
            self.uncomputed.add((row, column))


def _gives_number(formula: bytes) -> bool:
    """Whether a formula whose stored result is '' can only give a number, so that '' means
    that no one has computed it. Programs that write .xls without computing store just that."""
    length = int.from_bytes(formula[:2], "little")
    tokens = formula[2 : 2 + length]
    if not tokens:
        return False
    if tokens[-1] in _GIVES_NUMBER and len(tokens) > 1:
        return True
    if len(tokens) >= 4 and tokens[-4] in {0x22, 0x42, 0x62}:
        return int.from_bytes(tokens[-2:], "little") & 0x7FFF in _NUMBER_FUNCTIONS
    if len(tokens) >= 4 and tokens[-4] == 0x19 and tokens[-3] & 0x10:
        return True
    return len(tokens) >= 3 and tokens[-3] in {0x21, 0x41, 0x61} and tokens[-2:] == b"\x1b\0"
