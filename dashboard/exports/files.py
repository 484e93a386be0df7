"""Exports as files: CSV that Excel in a Chinese office opens rightly, and plain workbooks."""

from __future__ import annotations

import csv
import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.exports.guard import guarded
from dashboard.text import columns_wide, storable

_WIDEST = 60


def write_csv(path: Path, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Path:
    """Write CSV as UTF-8 with a byte order mark, without which Excel shows Chinese garbled."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([guarded(value) for value in row] for row in rows)
    return path


def write_text(path: Path, text: str) -> Path:
    """Write text as UTF-8."""
    path.write_text(text, encoding="utf-8")
    return path


def write_xlsx(
    path: Path, title: str, labels: Sequence[str], rows: Sequence[Sequence[Any]]
) -> Path:
    """Write one sheet: a title, headings that stay in sight, a filter, widths that fit."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title[:31].translate(str.maketrans("[]:*?/\\", "()-----"))
    sheet.append([title])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append(list(labels))
    for cell in sheet[2]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
    for row in rows:
        sheet.append([_cell(value) for value in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # never a formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, width in enumerate(_widths(labels, rows), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(labels))}{max(2, sheet.max_row)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2"
    book.save(path)
    return path


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)[:32_767]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float | dt.date | dt.datetime):
        return value
    return str(value)


def _widths(labels: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Widths in characters; a Chinese one counts as two."""
    longest = [_wide(label) + 3 for label in labels]
    for row in rows[:500]:
        for column, value in enumerate(row):
            longest[column] = max(longest[column], _wide(value) + 2)
    return [min(one, _WIDEST) for one in longest]


def _wide(value: Any) -> int:
    return 0 if value is None else columns_wide(str(value))
