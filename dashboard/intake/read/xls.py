"""Workbooks of binary records (.xls): out of their shell, looked over, read by calamine."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.read import calamine
from dashboard.intake.read.biff import book_marks, has_drawings
from dashboard.intake.read.compound import CompoundFile, compound

if TYPE_CHECKING:
    from dashboard.intake.model import Sheet

_STREAMS = ("Workbook", "Book")
"""The names that calamine looks for; Book is that of Excel 5 and 95. Files also shout them."""
_LOWER = frozenset(map(str.lower, _STREAMS))
_OTHERS = (
    ("WordDocument", "Word 文档"),
    ("PowerPoint Document", "PowerPoint 演示文稿"),
    ("WpsCustomData", "WPS 文档"),
    ("VisioDocument", "Visio 图"),
    ("__properties_version1.0", "Outlook 邮件"),
)


def read_compound(data: bytes) -> list[Sheet]:
    """The worksheets of a compound file. Raises Refused: encrypted also for an .xlsx under a
    password (which is a compound file), wrong_format for a document of another program."""
    shell = CompoundFile(data)
    names = set(shell.names)
    for wanted in _STREAMS:
        for name in shell.names:
            if name.lower() == wanted.lower() and (stream := shell.stream(name)):
                return read_stream(stream, wanted)
    if {"EncryptionInfo", "EncryptedPackage"} & names:
        raise Refused("encrypted")
    other = next((label for name, label in _OTHERS if name in names), "其他程序的 OLE 文档")
    raise Refused("wrong_format", found=other)


def read_stream(stream: bytes, name: str = "Workbook") -> list[Sheet]:
    """The worksheets of a bare workbook stream. Raises Refused."""
    if not stream.startswith(b"\x09\x08"):
        raise Refused("old_format", found="Excel 4.0 或更早")
    book = book_marks(stream)
    buffer = BytesIO(compound(name, book.stream))
    found: list[Sheet] = []
    for index, sheet in calamine.worksheets(calamine.opened(buffer)):
        found.append(sheet)
        if index < len(book.sheets):
            calamine.apply(sheet, book.sheets[index])
        if index < len(book.names):
            sheet.name = book.names[index]
    return found


def drawings_and_macros(data: bytes) -> tuple[bool, bool]:
    """Whether a compound file that was read holds pictures or other drawings, and macros."""
    shell = CompoundFile(data)
    streams = (shell.stream(name) for name in shell.names if name.lower() in _LOWER)
    return any(map(has_drawings, filter(None, streams))), "_VBA_PROJECT" in shell.names
