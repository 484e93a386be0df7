"""Texts of Excel 5 and 95 (.xls): bytes of a code page, where calamine takes them for UTF-16."""

from __future__ import annotations

import codecs
import struct
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.read.text import looks_garbled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.intake.model import Position

LABELS, STRING = frozenset((0x204, 0xD6)), 0x207
"""Cells of text, plain and formatted; the text that the formula before it gave."""
_NAME_AT, _TEXT_AT = 6, 6
_OF_MANY_BYTES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "cp950", 54936: "gb18030"}
WESTERN = 1252


def sheet_name(body: bytes) -> bytes:
    """The name in the record that declares a sheet."""
    return body[_NAME_AT + 1 : _NAME_AT + 1 + body[_NAME_AT]]


def label(body: bytes) -> tuple[Position, bytes]:
    """Place and text of a cell's record."""
    row, column = struct.unpack_from("<2H", body)
    return (row, column), string(body[_TEXT_AT:])


def string(body: bytes) -> bytes:
    """The text that follows its length."""
    return body[2 : 2 + int.from_bytes(body[:2], "little")]


def encoding_of(codepage: int, texts: Iterable[bytes]) -> str:
    """The encoding of the texts of a workbook that names this code page.

    Programs that were not made for Chinese name a western page over Chinese texts: then it is
    Chinese where that reads well. Raises Refused (encoding_doubtful) where nothing does."""
    together = b"\n".join(texts)
    named = _OF_MANY_BYTES.get(codepage) or _known(codepage)
    if together.isascii():
        return named
    tried = [named] if codepage in _OF_MANY_BYTES else ["gb18030", named]
    for encoding in tried:
        try:
            if not looks_garbled(together.decode(encoding)) or encoding != "gb18030":
                return encoding
        except UnicodeDecodeError:
            continue
    sample = "".join(one for one in together.decode(named, "replace") if one > "\x7f")[:8]
    raise Refused("encoding_doubtful", guess=named.upper(), sample=sample)


def _known(codepage: int) -> str:
    try:
        return codecs.lookup(f"cp{codepage}").name
    except LookupError:
        return f"cp{WESTERN}"
