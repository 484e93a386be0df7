"""ZIP archives: which parts there are, and their bytes, counted while they are unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from dashboard.errors import Refused
from dashboard.intake.read.limits import MAX_INFLATED_BYTES, MAX_PARTS, MEBIBYTE

_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_CHUNK = 8 * MEBIBYTE


class Archive:
    """A ZIP archive in memory. Names are compared without case, a backslash counting as a slash.

    Sizes in the directory may lie: what is unpacked is counted against one budget for the
    whole archive. Raises Refused (damaged, inflates_too_large, encrypted).
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._budget = MAX_INFLATED_BYTES
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as directory:
                entries = directory.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise Refused("damaged", detail="压缩目录不完整") from error
        if len(entries) > MAX_PARTS:
            raise Refused("inflates_too_large", limit=f"{MAX_PARTS} 个部件")
        self.names = [entry.filename.replace("\\", "/").lstrip("/") for entry in entries]
        self._entries = dict(zip(map(str.lower, self.names), entries, strict=True))
        if len(self._entries) < len(entries):
            # Readers differ on which of the two they take: none of them is to be believed.
            raise Refused("damaged", detail="压缩包中有重名部件")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes | None:
        """The part's bytes; None where there is no such part."""
        if name not in self:
            return None
        chunks = list(self.chunks(name))
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes in pieces of a few mebibytes. KeyError where there is no such part.

        Damage may only show at the end: what came before it is not to be used then."""
        entry = self._entries[name.lower()]
        if entry.flag_bits & _ENCRYPTED:
            raise Refused("encrypted")
        checksum = 0
        for chunk in self._unpacked(entry):
            self._budget -= len(chunk)
            if self._budget < 0:
                raise Refused("inflates_too_large", limit=f"{MAX_INFLATED_BYTES // MEBIBYTE} MB")
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
        if checksum != entry.CRC:
            raise Refused("damaged", detail="校验和不符")

    def _unpacked(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        raw = self._raw(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield raw
            return
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise Refused("damaged", detail=f"压缩方式 {entry.compress_type}")
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while not inflater.eof:
                chunk = inflater.decompress(raw, _CHUNK)
                if not chunk and not inflater.eof:
                    raise Refused("damaged", detail="压缩数据不完整")
                yield chunk
                raw = inflater.unconsumed_tail
        except zlib.error as error:
            raise Refused("damaged", detail="压缩数据有误") from error

    def _raw(self, entry: zipfile.ZipInfo) -> bytes:
        start = entry.header_offset
        header = self._data[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise Refused("damaged", detail="压缩数据不完整")
        skip = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        start += _LOCAL_HEADER + skip
        return self._data[start : start + entry.compress_size]


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """A new archive of these parts, not compressed, its directory true; set to its start."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    buffer.seek(0)
    return buffer
