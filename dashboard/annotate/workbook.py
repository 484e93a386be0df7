"""The workbook to be marked: the unit's own where that can be kept, else its content."""

from __future__ import annotations

import datetime as dt
import logging
import re
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from dashboard.annotate.marks import mark
from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.intake.model import CellValue, Problem, Sheet
from dashboard.text import columns_wide, storable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_log = logging.getLogger("dashboard.annotate")
_LARGEST_KEPT = 64 << 20
"""Bytes unpacked up to which a workbook keeps its look: openpyxl needs 50 times as many."""
_MOST_MERGED = 500_000
_MERGE = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']"""
)
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]")
_NOT_KEPT = (
    ("xl/vbaProject.bin", "宏"),
    ("xl/ctrlProps/", "控件"),
    ("xl/activeX/", "控件"),
    ("xl/embeddings/", "嵌入的文件"),
    ("xl/slicers/", "切片器"),
    ("xl/cellimages.xml", "单元格里的图片"),
)
_NARROWEST, _WIDEST = 9, 48
_MEASURED_ROWS = 500
_NOT_IN_TITLES = str.maketrans("[]:*?/\\", "()-----")
_LONGEST_TITLE = 31
_LONGEST_NAME = 200
"""Bytes; file systems take 255 with what follows."""
_UNREADABLE = (
    OSError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    ParseError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises on workbooks that other programs read."""


def annotate(source: Path, name: str, problems: Sequence[Problem], folder: Path) -> Path:
    """Write the workbook with its problems marked into ``folder``; returns where it is.

    ``source`` holds the bytes, ``name`` is what its sender called it. An .xlsx or .xlsm keeps
    its look, but no macros; of others the content comes as .xlsx. Raises Refused where the
    file can't be read at all."""
    book, lost = _own(source), ""
    if book is not None:
        titles = {one: one for one in book.sheetnames}
        lost = "、".join(_lost(source))
    else:
        book, titles = _content(source, name)
    titles |= {mask_identity_numbers(one): title for one, title in titles.items()}
    placed = [replace(one, sheet=titles.get(one.sheet or "", one.sheet)) for one in problems]
    mark(book, placed, f"(本件没有带上原件的{lost},请在原件上改正。)" if lost else "")
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
            if any(_merges_much(parts.read(one)) for one in sizes if "worksheets/" in one):
                return None
            book = load_workbook(file, rich_text=True)
    except _UNREADABLE:
        _log.info("%s is marked as a copy of its content", source, exc_info=True)
        return None
    return book if book.worksheets else None


def _lost(source: Path) -> list[str]:
    """What the workbook holds that openpyxl does not keep, by the names people give it."""
    with zipfile.ZipFile(source) as parts:
        names = [one for one in parts.namelist() if one.startswith("xl/")]
        drawings = [one for one in names if one.startswith("xl/drawings/") and one[-4:] == ".xml"]
        drawn = any(_SHAPE.search(parts.read(one)) for one in drawings)
    found = [label for folder, label in _NOT_KEPT if any(one.startswith(folder) for one in names)]
    return ["文本框和图形", *found] if drawn else found


def _merges_much(sheet: bytes) -> bool:
    """Whether a sheet's merges cover more cells than openpyxl can make objects of."""
    from openpyxl.utils import column_index_from_string

    merged = 0
    for left, top, right, bottom in _MERGE.findall(sheet):
        width = column_index_from_string(right.decode()) - column_index_from_string(left.decode())
        merged += (width + 1) * (int(bottom) - int(top) + 1)
    return merged > _MOST_MERGED


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
