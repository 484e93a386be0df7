"""One kind of sheet as a blank workbook: headings, drop-down lists, input checks, notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.kinds import Column, Kind
from dashboard.templates.rules import hint, validation

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 200
"""Rows that are made ready to be filled in."""
HEADER_ROW = 3
_WIDTHS = {"date": 14, "integer": 12, "number": 12, "percent": 12, "yesno": 12, "step": 12}
_FORMATS = {"date": "yyyy-mm-dd", "integer": "0", "percent": "0%"}


@dataclass(frozen=True, slots=True)
class Blank:
    """What is known of the sheet before anybody fills it in."""

    kind: Kind
    unit: str | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    """Cells to fill in beforehand, by column, a row each."""

    @property
    def file_name(self) -> str:
        """The name under which it is written."""
        return f"{self.unit}-{self.kind.label}.xlsx" if self.unit else f"{self.kind.label}.xlsx"


def write_template(blank: Blank, folder: Path) -> Path:
    """Write a blank workbook into a folder, which is made; returns where it is."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = blank.kind.label
    _head(sheet, blank)
    _body(sheet, blank)
    _page(sheet, len(blank.kind.columns))
    _notes(book.create_sheet("填表说明"), blank.kind)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / blank.file_name.replace("/", "_").replace("\\", "_")
    book.save(path)
    return path


def _head(sheet: Worksheet, blank: Blank) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    columns = blank.kind.columns
    sheet["A1"] = blank.kind.label
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    if len(columns) > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    if blank.kind.collection != "plan":
        sheet["A2"] = f"填报单位：{blank.unit or ''}"
    sheet.cell(2, _date_column(blank.kind), "填报日期：")
    for number, one in enumerate(columns, start=1):
        cell = sheet.cell(HEADER_ROW, number, one.label)
        cell.font = Font(bold=True, color="9C0006" if one.required else "000000")
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()


def _date_column(kind: Kind) -> int:
    """Where the reporting date is asked for: beside the unit, below where there is no room."""
    return min(3, len(kind.columns)) if len(kind.columns) > 1 else 2


def _body(sheet: Worksheet, blank: Blank) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    first, last = HEADER_ROW + 1, HEADER_ROW + max(ROWS, len(blank.rows))
    border, wrapped = _border(), Alignment(vertical="center", wrap_text=True)
    for number, one in enumerate(blank.kind.columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(one.type, 24)
        if check := validation(one):
            sheet.add_data_validation(check)
            check.add(f"{letter}{first}:{letter}{last}")
        for row in range(first, last + 1):
            cell = sheet.cell(row, number)
            cell.border, cell.alignment = border, wrapped
            cell.number_format = _FORMATS.get(one.type, "@" if one.type == "text" else "General")
    for row, values in enumerate(blank.rows, start=first):
        for number, one in enumerate(blank.kind.columns, start=1):
            sheet.cell(row, number).value = values.get(one.name)


def _page(sheet: Worksheet, columns: int) -> None:
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.page_setup.orientation = "landscape" if columns > 5 else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def _notes(sheet: Worksheet, kind: Kind) -> None:
    """The sheet of notes: sentences, for a label with a colon would pass for a form."""
    from openpyxl.styles import Alignment, Font

    lines = [
        f"《{kind.label}》填表说明",
        f"一、在“{kind.label}”工作表第 {HEADER_ROW + 1} 行起填写，一行一项；没有内容的单元格留空。",
        "二、请写明填报单位和填报日期（年、月、日）。不要改动表头，不要合并单元格。",
        "三、表头为红字的列必填。",
        "四、各列的填法。",
        *(f"— “{one.label}”一列，{hint(one, example=False)}" for one in kind.columns),
        f"本说明随表提供，{_COLLECTION[kind.collection]}",
    ]
    sheet.column_dimensions["A"].width = 100
    for number, text in enumerate(lines, start=1):
        cell = sheet.cell(number, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)


_COLLECTION = {
    "plan": "新表整体替换旧表。",
    "snapshot": "每次报送本单位全部内容，新表替换旧表。",
    "ledger": "可以只报新增和变化的内容，此前报送的继续有效。",
}


def _border() -> Any:
    from openpyxl.styles import Border, Side

    thin = Side(style="thin", color="999999")
    return Border(left=thin, right=thin, top=thin, bottom=thin)


def blank_for(
    kind: Kind, unit: str | None = None, tasks: list[dict[str, Any]] | None = None
) -> Blank:
    """The blank sheet of a kind; a unit's task sheets come with its tasks filled in."""
    names = {one.name for one in kind.columns}
    known = (
        tasks if tasks and {"task_id", "title"} <= names and kind.view == "task_progress" else []
    )
    rows = [
        {name: value for name, value in task.items() if name in names and _fits(kind, name, value)}
        for task in known
    ]
    return Blank(kind, unit, rows)


def _fits(kind: Kind, name: str, value: object) -> bool:
    column: Column = kind.column(name)
    return column.type != "date" or value is None or isinstance(value, dt.date)
