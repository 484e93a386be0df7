"""The workbook to be marked: the unit's own where that can be kept, else its content."""

from __future__ import annotations

import datetime as dt
import logging
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml.etree import XMLSyntaxError

from dashboard.annotate.marks import book_of, mark
from dashboard.annotate.package import NotMarkable, Package
from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.intake.model import CellValue, Problem, Sheet
from dashboard.text import columns_wide, storable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_log = logging.getLogger("dashboard.annotate")
_LARGEST_KEPT = 128 << 20
"""Bytes unpacked up to which a workbook keeps its look: a sheet's tree needs ten times as many."""
_NARROWEST, _WIDEST = 9, 48
_MEASURED_ROWS = 500
_NOT_IN_TITLES = str.maketrans("[]:*?/\\", "()-----")
_LONGEST_TITLE = 31
_LONGEST_NAME = 200
"""Bytes; file systems take 255 with what follows."""
_NOT_AS_IT_IS = (NotMarkable, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile, zlib.error)
"""What comes of a package that is damaged, or built in another way than Excel does."""


def annotate(source: Path, name: str, problems: Sequence[Problem], folder: Path) -> Path:
    """Write the workbook with its problems marked into ``folder``; returns where it is.

    ``source`` holds the bytes, ``name`` is what its sender called it. An .xlsx or .xlsm keeps
    all of its look, but no macros; of others the content comes as .xlsx. Raises Refused where
    the file can't be read at all."""
    marked = _marked(source, name, problems)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free(folder, Path(name).stem)
    target.write_bytes(marked)
    return target


def annotated(source: Path, name: str, problems: Sequence[Mapping[str, Any]]) -> bytes:
    """As ``annotate``, as bytes, of problems as the view ``problem`` tells them."""
    told = [
        Problem(one["severity"], one["code"], one["message"], one["sheet"], one["cell"])
        for one in problems
    ]
    with tempfile.TemporaryDirectory() as folder:
        return annotate(source, name, told, Path(folder)).read_bytes()


def _marked(source: Path, name: str, problems: Sequence[Problem]) -> bytes:
    try:
        if _can_be_kept(source):
            with source.open("rb") as file:
                return _with_marks(Package(file), problems, {})
    except _NOT_AS_IT_IS:
        _log.info("%s is marked as a copy of its content", source, exc_info=True)
    book, titles = _content(source, name)
    buffer = BytesIO()
    book.save(buffer)
    return _with_marks(Package(buffer), problems, titles)


def _with_marks(package: Package, problems: Sequence[Problem], titles: dict[str, str]) -> bytes:
    """``titles``: what sheets are called there, by the name that problems know them by."""
    book = book_of(package)
    called = {one: one for one in book.sheets} | titles
    called |= {mask_identity_numbers(one): title for one, title in called.items()}
    mark(book, [replace(one, sheet=called.get(one.sheet or "", one.sheet)) for one in problems])
    return package.saved()


def _can_be_kept(source: Path) -> bool:
    """Whether it is an archive of a bearable size."""
    if not zipfile.is_zipfile(source):
        return False
    with zipfile.ZipFile(source) as parts:
        return sum(one.file_size for one in parts.infolist()) <= _LARGEST_KEPT


def _content(source: Path, name: str) -> tuple[Workbook, dict[str, str]]:
    """A workbook of the same content, and what its sheets are called there, by their names."""
    from openpyxl import Workbook

    from dashboard.intake.read import read_bytes

    book = Workbook()
    book.remove(book.active)
    titles: dict[str, str] = {}
    for sheet in read_bytes(source, name=name).sheets:
        titles.setdefault(sheet.name, _copy(sheet, book))
    return book, titles


def _copy(sheet: Sheet, book: Workbook) -> str:
    """Copies the sheet; returns its title, a name without what Excel does not allow in one."""
    made = book.create_sheet()
    title = storable(sheet.name).translate(_NOT_IN_TITLES).strip("'")[:_LONGEST_TITLE]
    taken = {one.lower() for one in book.sheetnames}
    made.title = title if title and title.lower() not in taken else made.title
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
    _widen(sheet, made)
    return str(made.title)


def _widen(sheet: Sheet, made: Worksheet) -> None:
    """Columns as wide as what is in them; texts over several columns, and the only one of a
    row (titles), reach beyond them anyhow."""
    from openpyxl.utils import get_column_letter

    spread = {(top, left) for top, left, _, right in sheet.merges if right > left}
    widest: dict[int, int] = {}
    for row, values in enumerate(sheet.rows[:_MEASURED_ROWS]):
        filled = [column for column, value in enumerate(values) if value is not None]
        for column in filled if len(filled) > 1 else ():
            if (row, column) not in spread:
                width = columns_wide(str(values[column])) + 2
                widest[column] = max(width, widest.get(column, _NARROWEST))
    for column, width in widest.items():
        made.column_dimensions[get_column_letter(column + 1)].width = min(width, _WIDEST)


def _storable(value: CellValue) -> Any:
    if isinstance(value, str):
        return storable(value)[:32_767]
    if isinstance(value, dt.date) and value.year < 1900:
        return value.isoformat()
    return value


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: two files of one name may come from two folders."""
    safe = "".join("_" if one in '<>:"/\\|?*' or one < " " else one for one in stem)
    safe = safe.encode()[:_LONGEST_NAME].decode(errors="ignore")
    target, number = folder / f"{safe}(标注).xlsx", 1
    while target.exists():
        number += 1
        target = folder / f"{safe}(标注{number}).xlsx"
    return target
