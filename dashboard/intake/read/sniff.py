"""What a file is by its first bytes and its parts; its name is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.read.archive import Archive

_SIGNATURES = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"GIF8", "图片（GIF）"),
    (b"BM", "图片（BMP）"),
    (b"II*\0", "图片（TIFF）"),
    (b"MM\0*", "图片（TIFF）"),
    (b"RIFF", "多媒体文件（RIFF）"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "GZIP 压缩包"),
    (b"\xfd7zXZ\0", "XZ 压缩包"),
    (b"BZh", "BZIP2 压缩包"),
    (b"MSCF", "CAB 压缩包"),
    (b"{\\rtf", "RTF 文档"),
    (b"L\0\0\0\x01\x14\x02\0", "快捷方式（请报送它所指的表格本身）"),
    (b"8BPS", "图片（PSD）"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
    (b"SQLite format 3", "SQLite 数据库"),
    (b"ID;P", "SYLK 文件"),
    (b"MIME-Version:", "MHT 单一网页文件"),
    (b"\0\1\0\0Standard", "Access 数据库"),
    (b"\0\0\0\x1cftyp", "图片或视频"),
    (b"\0\0\0\x18ftyp", "图片或视频"),
    (b"\0\0\0\x20ftyp", "图片或视频"),
    (b"ID3", "音频文件"),
)
_PARTS = (
    ("word/", "Word 文档（.docx）"),
    ("ppt/", "PowerPoint 演示文稿（.pptx）"),
    ("visio/", "Visio 图"),
    ("ofd.xml", "OFD 版式文件"),
    ("index/document.iwa", "Apple Numbers 或 Pages 文件"),
    ("index.zip", "Apple iWork 文件"),
    ("uof.xml", "标文通（UOF）文件"),
    ("androidmanifest.xml", "安卓程序"),
)
_WEB_ARCHIVE = lazy_pattern(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:")
"""A web page with its pictures in one file begins as a mail does, MIME-Version: at any line."""
_HEADERS = 4096
_TAR_MARK = 257
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_BINARY_STREAM = b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"


def refuse_known_others(data: bytes) -> None:
    """Refuses (wrong_format) what its signature shows to be no spreadsheet, and names it."""
    for signature, found in _SIGNATURES:
        if data.startswith(signature) and not (len(signature) < 4 and _is_text(data)):
            raise Refused("wrong_format", found=found)
    if _WEB_ARCHIVE.search(data[:_HEADERS]):
        raise Refused("wrong_format", found="MHT 单一网页文件")
    if data[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        raise Refused("wrong_format", found="TAR 压缩包")


def is_bare_stream(data: bytes) -> bool:
    """Whether it is an old workbook stream without the shell of a compound file."""
    return data[:2] in _BINARY_STREAM and data[3:4] == b"\0" and 4 <= data[2] <= 16


def archive_format(archive: Archive) -> str:
    """xlsx, xlsm, xlsb or ods. Raises Refused (wrong_format, encrypted) for any other ZIP."""
    types = archive.read("[Content_Types].xml") or b""
    if "xl/workbook.bin" in archive or b"sheet.binary.macroEnabled" in types:
        return "xlsb"
    if "xl/workbook.xml" in archive or b"spreadsheetml.sheet.main" in types:
        return "xlsm" if b"macroEnabled.main+xml" in types else "xlsx"
    mimetype = (archive.read("mimetype") or b"").strip()
    if mimetype.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
        return "ods"
    if mimetype.startswith(_OPEN_DOCUMENT):
        raise Refused("wrong_format", found="OpenDocument 文档")
    if not mimetype and "content.xml" in archive and "META-INF/manifest.xml" in archive:
        return "ods"
    lower = [name.lower() for name in archive.names]
    for part, found in _PARTS:
        if any(name.startswith(part) for name in lower):
            raise Refused("wrong_format", found=found)
    raise Refused("wrong_format", found="压缩包（请解压后逐个报送其中的表格）")


def _is_text(data: bytes) -> bool:
    """Whether a short signature is only how a text happens to begin (BM单位, MZ…)."""
    return data[:2].isascii() and b"\0" not in data[:4096]
