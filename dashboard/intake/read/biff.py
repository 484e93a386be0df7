"""The records of an .xls workbook stream: what its reader does not tell of the cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.errors import Refused
from dashboard.intake.read.biff5 import (
    STRING,
    WESTERN,
    encoding_of,
    sheet_name,
)
from dashboard.intake.read.biff_sheet import CELLS, SheetLook
from dashboard.intake.read.framed_numbers import frame_of
from dashboard.intake.read.marks import Marks
from dashboard.intake.read.styles_xml import percent_formats

_BOF, _EOF, _SST, _FILEPASS, _BOUNDSHEET, _XF, _FORMAT = 0x809, 0x0A, 0xFC, 0x2F, 0x85, 0xE0, 0x41E
_FONTS, _STRUCK_OUT = (0x31, 0x231), 0x08
_UNUSED_FONT = 4
"""No font bears this number: those from the fifth on are counted from 5."""
_CODEPAGE, _DIMENSIONS, _DRAWINGS = 0x42, 0x200, 0xEB
_BIFF8 = 0x600
_TRUSTEDCELLS = 1 << 20


@dataclass(slots=True, eq=False)
class BookMarks:
    """The marks of every sheet in the order of their declaration, and the mended stream."""

    sheets: list[Marks]
    stream: bytes
    names: list[str] = field(default_factory=list)
    """The sheets' names where the reader garbles them."""


@dataclass(slots=True, eq=False)
class _Globals:
    biff8: bool = True
    codepage: int = 0
    names: list[bytes] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    xf_formats: list[int] = field(default_factory=list)
    xf_fonts: list[int] = field(default_factory=list)
    fonts: list[bool] = field(default_factory=list)
    """Whether each strikes out its text."""

    def struck_styles(self) -> frozenset[int]:
        """The indexes of the cell formats whose font strikes out its text."""
        struck = {n + (n >= _UNUSED_FONT) for n, strikes in enumerate(self.fonts) if strikes}
        if not struck:
            return frozenset()
        return frozenset(index for index, font in enumerate(self.xf_fonts) if font in struck)


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
    struck = book.struck_styles()
    once = {
        offset: _looked(stream, offset, SheetLook(styles, struck), mended)
        for offset in set(book.offsets)
    }
    looks = [once[offset] for offset in book.offsets]
    sheets = [look.marks() for look in looks]
    names = [] if book.biff8 else _decode(book, looks, sheets)
    return BookMarks(sheets, bytes(mended), names)


def _decode(book: _Globals, looks: list[SheetLook], sheets: list[Marks]) -> list[str]:
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
        book.xf_fonts.append(int.from_bytes(body[:2], "little"))
        book.xf_formats.append(int.from_bytes(body[2:4], "little"))
    elif code in _FONTS and len(body) >= 4:
        book.fonts.append(bool(body[2] & _STRUCK_OUT))
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


def _looked(stream: bytes, offset: int, look: SheetLook, mended: bytearray) -> SheetLook:
    """What the records of one sheet tell. An extent of which little is filled, by which a
    reader asks for memory, is mended, and so are the numbers of its rows."""
    depth = 0
    for code, start, length in _records(stream, offset):
        if code == _BOF:
            depth += 1  # a chart inside of the sheet has its own beginning and end
        elif code == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1 and code in CELLS and length >= 4 and stream[start + 3]:
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
        if depth == 1 and code in CELLS and length >= 4:
            yield start


def _believe(stream: bytearray, start: int, length: int) -> bool:
    """Whether the extent of a sheet may be true; else it becomes nothing: where it is more cells
    than the stream has bytes, or ends before it begins."""
    form = "<2I2H" if length >= 14 else "<4H"
    first, last, left, right = struct.unpack_from(form, stream, start)
    cells = (last - first) * (right - left)
    if first <= last and left <= right and cells <= max(len(stream), _TRUSTEDCELLS):
        return True
    struct.pack_into(form, stream, start, 0, 0, 0, 0)
    return False
