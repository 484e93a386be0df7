"""Bytes to cells: which format a file really has, and its sheets as they stand in it.

Runs in a worker process (``dashboard.intake.pool``), because a hostile file can end it.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from dashboard.errors import Refused
from dashboard.intake.model import Sheet
from dashboard.intake.read.archive import Archive
from dashboard.intake.read.compound import SIGNATURE as OLE_SIGNATURE
from dashboard.intake.read.html import is_html
from dashboard.intake.read.limits import MAX_FILE_BYTES, too_large
from dashboard.intake.read.sniff import archive_format, is_bare_stream, refuse_known_others
from dashboard.intake.read.spreadsheetml import NAMESPACE
from dashboard.intake.read.workbook import Format, Workbook, trim

__all__ = ["Format", "Workbook", "read_bytes"]

_HEAD = 8192
_ZIP = (b"PK\x03\x04", b"PK\x07\x08", b"PK\x05\x06")
"""How an archive begins: with a part, as one that was split over disks once, or empty."""
_MACROS = "vbaproject.bin"
_MEDIA = ("xl/media/", "pictures/", "media/")


def read_bytes(path: Path, *, name: str) -> Workbook:
    """The workbook in ``path``, its format told by content alone.

    ``name`` is the file's original name: it names the sheet where the format has no names, and
    nothing else. Raises Refused, its problem one of ``dashboard.problems.file``.
    """
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise too_large(size, MAX_FILE_BYTES)
    data = path.read_bytes()
    if not data:
        raise Refused("empty_file")
    workbook = _read(data, PurePath(name).stem)
    for sheet in workbook.sheets:
        trim(sheet)
    if not any(sheet.rows for sheet in workbook.sheets):
        raise Refused(_instead_of_cells(data))
    return workbook


def _read(data: bytes, title: str) -> Workbook:
    if data.startswith(_ZIP):
        return _read_archive(data)
    if data.startswith(OLE_SIGNATURE):
        from dashboard.intake.read.xls import read_compound

        return Workbook("xls", read_compound(data))
    if is_bare_stream(data):
        from dashboard.intake.read.xls import read_stream

        return Workbook("xls", read_stream(data))
    return _read_markup(data, title) or _read_text(data, title)


def _read_archive(data: bytes) -> Workbook:
    archive = Archive(data)
    match archive_format(archive):
        case "xlsb":
            from dashboard.intake.read.xlsb import read_xlsb

            return Workbook("xlsb", read_xlsb(archive))
        case "ods":
            from dashboard.intake.read.ods import read_ods

            return Workbook("ods", read_ods(archive))
        case found:
            from dashboard.intake.read.xlsx import read_xlsx

            return Workbook("xlsm" if found == "xlsm" else "xlsx", read_xlsx(archive, data))


def _read_markup(data: bytes, title: str) -> Workbook | None:
    """HTML or XML; None for anything else."""
    head = data[:_HEAD]
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain.startswith(b"<"):
        return None
    if NAMESPACE.encode() in plain and b"Workbook" in plain:
        from dashboard.intake.read.spreadsheetml import read_spreadsheetml

        return Workbook("xml", read_spreadsheetml(data))
    if b"office:document" in plain and b"opendocument" in plain:
        from dashboard.intake.read.ods import read_flat

        return Workbook("xml", read_flat(data))
    if is_html(head):
        from dashboard.intake.read.html import read_html

        return Workbook("html", read_html(data, title))
    if plain.startswith((b"<?xml", b"<uof", b"<svg")):
        raise Refused("wrong_format", found="标文通（UOF）文件" if b"uof" in plain else "XML 文件")
    return None


def _read_text(data: bytes, title: str) -> Workbook:
    from dashboard.intake.read.delimited import read_delimited
    from dashboard.intake.read.text import decoded

    refuse_known_others(data)
    rows, delimiter = read_delimited(decoded(data))
    return Workbook("tsv" if delimiter == "\t" else "csv", [Sheet(name=title, rows=rows)])


def _instead_of_cells(data: bytes) -> str:
    """The code that says what a workbook holds in which no cell is filled."""
    pictures = macros = False
    if data.startswith(_ZIP):
        names = [name.lower() for name in Archive(data).names]
        pictures = any(name.startswith(_MEDIA) for name in names)
        macros = any(name.endswith(_MACROS) for name in names)
    elif data.startswith(OLE_SIGNATURE):
        from dashboard.intake.read.xls import drawings_and_macros

        pictures, macros = drawings_and_macros(data)
    if pictures:
        return "only_pictures"
    return "macro_only" if macros else "no_table"
