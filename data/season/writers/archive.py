"""Zip archives that come out the same on every day: fixed dates, order and attributes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable

Mend = Callable[[str, bytes], bytes]


def repack(data: bytes, saved_on: dt.date, mend: Mend = lambda _, part: part) -> bytes:
    """The archive again with every part dated ``saved_on`` and passed through ``mend``.

    A part named mimetype stays first and uncompressed, as OpenDocument asks.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (saved_on.year, saved_on.month, saved_on.day, 9, 0, 0))
            info.create_system = 0
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(info, mend(name, old.read(name)), compresslevel=9)
    return out.getvalue()
