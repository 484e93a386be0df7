"""Marks in a workbook: faulty cells filled and commented, a first sheet that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.worksheet.hyperlink import Hyperlink

from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.intake.model import Problem
from dashboard.text import storable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LIST = "问题清单"
_AUTHOR = "督导看板"
_FILLS = {"error": "FFC7CE", "warning": "FFEB9C"}
_WORDS = {"error": "错误", "warning": "提醒"}
_HEADINGS = ("序号", "程度", "工作表", "单元格", "说明")
_WIDTHS = (8, 8, 22, 12, 90)


def mark(book: Workbook, problems: Sequence[Problem], notice: str = "") -> None:
    """Mark every problem at its cell, and put a list of them before the first sheet.

    ``notice`` is said at the head of the list."""
    by_place: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for one in problems:
        cell = _first_cell(one.cell)
        if one.sheet is not None and one.sheet in book.sheetnames and cell:
            by_place[one.sheet, cell].append(one)
    for (sheet, cell), found in by_place.items():
        _mark_cell(book[sheet], cell, found)
    _list(book, problems, notice)


def _first_cell(written: str | None) -> str | None:
    """The cell, or the first of a range; None where there is no such address."""
    first = (written or "").split(":")[0].split(",")[0].strip()
    try:
        coordinate_from_string(first)
    except CellCoordinatesException:
        return None
    return first


def _mark_cell(sheet: Worksheet, address: str, found: list[Problem]) -> None:
    cell: Any = sheet[address]
    if isinstance(cell, MergedCell):
        holder = next(one for one in sheet.merged_cells.ranges if address in one)
        cell = sheet.cell(holder.min_row, holder.min_col)
    worst = "error" if any(one.severity == "error" for one in found) else "warning"
    cell.fill = PatternFill("solid", fgColor=_FILLS[worst])
    said = "\n".join(f"{_WORDS[one.severity]}:{storable(one.message)}" for one in found)
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(f"{before}{said}", _AUTHOR, width=320, height=60 + 20 * len(said) // 16)


def _list(book: Workbook, problems: Sequence[Problem], notice: str) -> None:
    sheet = book.create_sheet(_free_name(book), 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    sheet.append([f"{LIST}:共 {len(problems)} 处,请逐一改正后重新报送。{notice}"])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append(list(_HEADINGS))
    for number, one in enumerate(problems, start=1):
        sheet_name = mask_identity_numbers(storable(one.sheet or ""))
        message = storable(one.message)
        sheet.append([number, _WORDS[one.severity], sheet_name or None, one.cell, message])
        _dress(sheet, number + 2, one, book.sheetnames)
    for cell, width in zip(sheet[2], _WIDTHS, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2"


def _dress(sheet: Worksheet, row: int, one: Problem, names: list[str]) -> None:
    """Text stays text, the severity has its colour, and the address leads to the cell."""
    for cell in sheet[row]:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if isinstance(cell.value, str):
            cell.data_type = "s"
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=_FILLS[one.severity])
    target = _first_cell(one.cell)
    if one.sheet is not None and one.sheet in names and target:
        place = sheet.cell(row, 4)
        quoted = one.sheet.replace("'", "''")
        place.hyperlink = Hyperlink(ref=place.coordinate, location=f"'{quoted}'!{target}")
        place.font = Font(color="0563C1", underline="single")


def _free_name(book: Workbook) -> str:
    name, number = LIST, 1
    while name in book.sheetnames:
        number += 1
        name = f"{LIST}({number})"
    return name
