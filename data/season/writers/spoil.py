"""Files that went wrong on their way: cut short, or locked with a password."""

from __future__ import annotations

import io
import struct

from xlwt.CompoundDoc import XlsDoc

_ENTRY_NAME = 64
"""Bytes of an OLE directory entry's name, followed by its length."""


def damaged(data: bytes) -> bytes:
    """The file cut off after three fifths, as a broken copy from a memory stick is."""
    return data[: len(data) * 3 // 5]


def encrypted() -> bytes:
    """What a workbook with a password looks like from outside: an OLE file, no zip archive.

    Its stream EncryptionInfo begins with the version of agile encryption (4.4); nothing in
    it can be decrypted, for nothing is in it.
    """
    out = io.BytesIO()
    XlsDoc().save(out, struct.pack("<HHI", 4, 4, 0x40) + bytes(4096))
    return _renamed(out.getvalue(), "Workbook", "EncryptionInfo")


def _renamed(data: bytes, old: str, new: str) -> bytes:
    at = data.index(old.encode("utf-16-le"))
    name = (new + "\0").encode("utf-16-le")
    entry = name.ljust(_ENTRY_NAME, b"\0") + struct.pack("<H", len(name))
    return data[:at] + entry + data[at + len(entry) :]
