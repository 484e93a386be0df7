"""Compound files (OLE), the shell around .xls: read with care, and written anew.

A reader that follows a looping chain of sectors asks for memory until it is killed. So the
one stream that matters is taken out here, where a loop is seen, and handed on in a new shell.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from dashboard.errors import Refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<8s16x5H6x9I")
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STREAM, _ROOT = 2, 5
_ENTRY = 128
_OWN_SECTOR = 4096
_MINI_CUTOFF = 4096


class CompoundFile:
    """A compound file in memory: the names of its streams, and their bytes.

    Raises Refused (damaged) where its chains loop, cross its end or its header is wrong."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise _damaged()
        header = _HEADER.unpack_from(data)
        _, _, _, _, shift, mini_shift, _, _, directory, _, cutoff, mini_fat, _, more, _ = header
        if shift not in {9, 12} or mini_shift > shift:
            raise _damaged()
        self._size, self._mini_size, self._cutoff = 1 << shift, 1 << mini_shift, cutoff
        self._fat = self._table(self._fat_sectors(more))
        self._streams, self._mini = self._directory(directory)
        self._mini_fat = self._table(self._chain(mini_fat, self._fat))

    @property
    def names(self) -> list[str]:
        """The streams' names, without their folders."""
        return list(self._streams)

    def stream(self, name: str) -> bytes | None:
        """The stream's bytes; None where there is none of that name."""
        if name not in self._streams:
            return None
        start, size = self._streams[name]
        if size >= self._cutoff:
            return self._joined(start)[:size]
        step = self._mini_size
        sectors = self._chain(start, self._mini_fat)
        return b"".join(self._mini[at * step : (at + 1) * step] for at in sectors)[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start, self._fat)))

    def _fat_sectors(self, more: int) -> Iterator[int]:
        """The sectors of the table of chains: 109 in the header, more in a chain of lists."""
        listed = struct.unpack_from("<109I", self._data, 76)
        seen: set[int] = set()
        while True:
            yield from (number for number in listed if number < _FAT)
            if more >= _FAT:
                return
            if more in seen or (more + 2) * self._size > len(self._data) + self._size:
                raise _damaged()
            seen.add(more)
            *numbers, more = struct.unpack(f"<{self._size // 4}I", self._padded(more))
            listed = tuple(numbers)

    def _padded(self, number: int) -> bytes:
        return self._sector(number).ljust(self._size, b"\xff")

    def _table(self, sectors: Iterator[int] | list[int]) -> tuple[int, ...]:
        """The links in these sectors. More sectors than the file has can only be a loop."""
        blocks: list[bytes] = []
        for number in sectors:
            blocks.append(self._padded(number))
            if len(blocks) > len(self._data) // self._size + 1:
                raise _damaged()
        joined = b"".join(blocks)
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _chain(self, start: int, links: tuple[int, ...]) -> list[int]:
        chain: list[int] = []
        while start < _FAT:
            if start >= len(links) or len(chain) > len(links):
                raise _damaged()
            chain.append(start)
            start = links[start]
        return chain

    def _directory(self, start: int) -> tuple[dict[str, tuple[int, int]], bytes]:
        listing = self._joined(start)
        streams: dict[str, tuple[int, int]] = {}
        mini = b""
        for offset in range(0, len(listing) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", listing, offset + 64)
            first, size = struct.unpack_from("<II", listing, offset + 116)
            name = listing[offset : offset + max(0, min(length, 64) - 2)]
            if kind == _STREAM:
                streams.setdefault(name.decode("utf-16-le", "replace"), (first, size))
            elif kind == _ROOT and first < _FAT:
                mini = self._joined(first)
        return streams, mini


def _damaged() -> Refused:
    return Refused("damaged", detail="OLE 结构有误")


def compound(name: str, content: bytes) -> bytes:
    """A compound file that holds this one stream. Its sectors have 4,096 bytes, so that the
    header's 109 entries suffice for every file under 450 MB."""
    content = content.ljust(_MINI_CUTOFF, b"\0")
    per_sector = _OWN_SECTOR // 4
    sectors = -(-len(content) // _OWN_SECTOR)
    tables = 1
    while tables * per_sector < sectors + 1 + tables:
        tables += 1
    links = [*range(1, sectors), _END, _END, *[_FAT] * tables]
    links += [_FREE] * (tables * per_sector - len(links))
    places = [*range(sectors + 1, sectors + 1 + tables)]
    out = io.BytesIO()
    header = _HEADER.pack(
        SIGNATURE, 0x3E, 4, 0xFFFE, 12, 6, 1, tables, sectors, 0, _MINI_CUTOFF, _END, 0, _END, 0
    )
    out.write(header + struct.pack("<109I", *places, *[_FREE] * (109 - tables)))
    out.write(bytes(_OWN_SECTOR - out.tell()))
    out.write(content.ljust(sectors * _OWN_SECTOR, b"\0"))
    # calamine wants the root of 4,096-byte sectors to start somewhere, though it holds nothing
    root = _entry("Root Entry", _ROOT, 1, sectors, 0)
    stream = _entry(name, _STREAM, _FREE, 0, len(content))
    out.write((root + stream).ljust(_OWN_SECTOR, b"\0"))
    out.write(struct.pack(f"<{len(links)}I", *links))
    return out.getvalue()


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ", encoded, len(encoded), kind, 1, _FREE, _FREE, child, 0, start, size
    )
