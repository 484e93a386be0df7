"""The workbook to be marked: the unit's own where that can be kept, else its content."""

from __future__ import annotations

import datetime as dt
import logging
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from dashboard.annotate.marks import mark
from dashboard.intake.model import CellValue, Problem, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

_log = logging.getLogger("dashboard.annotate")
_LARGEST_KEPT = 64 << 20
"""Bytes unpacked up to which a workbook keeps its look: openpyxl needs 50 times as many."""
_UNREADABLE = (
    OSError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    ParseError,
    zipfile.BadZipFile,
)
"""What openpyxl raises on workbooks that other programs read."""


def annotate(source: Path, name: str, problems: Sequence[Problem], folder: Path) -> Path:
    """Write the workbook with its problems marked into ``folder``; returns where it is.

    ``source`` holds the bytes, ``name`` is what its sender called it. An .xlsx or .xlsm keeps
    its look, but no macros; of others the content comes as .xlsx. Raises Refused where the
    file can't be read at all."""
    book = _own(source) or _content(source, name)
    mark(book, problems)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free(folder, Path(name).stem)
    book.save(target)
    return target


def annotated(source: Path, name: str, problems: Sequence[Mapping[str, Any]]) -> bytes:
    """As ``annotate``, as bytes, of problems as the view ``problem`` tells them."""
    told = [
        Problem(one["severity"], one["code"], one["message"], one["sheet"], one["cell"])
        for one in problems
    ]
    with tempfile.TemporaryDirectory() as folder:
        return annotate(source, name, told, Path(folder)).read_bytes()


def _own(source: Path) -> Workbook | None:
    """The workbook itself; None where it is no .xlsx or openpyxl can't keep it."""
    from openpyxl import load_workbook

    if not zipfile.is_zipfile(source):
        return None
    try:
        with source.open("rb") as file, zipfile.ZipFile(file) as parts:
            sizes = {one.filename: one.file_size for one in parts.infolist()}
            if "xl/workbook.xml" not in sizes or sum(sizes.values()) > _LARGEST_KEPT:
                return None
            book = load_workbook(file, rich_text=True)
    except _UNREADABLE:
        _log.info("%s is marked as a copy of its content", source, exc_info=True)
        return None
    return book if book.worksheets else None


def _content(source: Path, name: str) -> Workbook:
    from openpyxl import Workbook

    from dashboard.intake.read import read_bytes

    book = Workbook()
    book.remove(book.active)
    for sheet in read_bytes(source, name=name).sheets:
        _copy(sheet, book)
    return book


def _copy(sheet: Sheet, book: Workbook) -> None:
    made = book.create_sheet()
    made.title = sheet.name if sheet.name not in book.sheetnames else made.title
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            place = (row, column)
            held = sheet.long_numbers.get(place) or sheet.errors.get(place) or value
            if held is None:
                continue
            cell = made.cell(row + 1, column + 1, _storable(held))
            if isinstance(cell.value, str):
                cell.data_type = "s"
            if place in sheet.percent_cells:
                cell.number_format = "0.##%"
    for top, left, bottom, right in sheet.merges:
        made.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )


def _storable(value: CellValue) -> Any:
    if isinstance(value, str):
        return "".join(one for one in value if one >= " " or one in "\t\n\r")[:32_767]
    if isinstance(value, dt.date) and value.year < 1900:
        return value.isoformat()
    return value


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: two files of one name may come from two folders."""
    safe = "".join("_" if one in '<>:"/\\|?*' or one < " " else one for one in stem)[:120]
    target, number = folder / f"{safe}(标注).xlsx", 1
    while target.exists():
        number += 1
        target = folder / f"{safe}(标注{number}).xlsx"
    return target
