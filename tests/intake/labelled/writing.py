"""Drawn sheets as the bytes of a real workbook, in the formats that units send."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import xlwt
from odf.namespaces import TABLENS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.worksheet.datavalidation import DataValidation

from tests.intake.labelled.drawing import Case, Cell, Drawn


def write(case: Case) -> bytes:
    """The case's workbook: .xlsx, .xls, .ods, .csv (GB18030), .tsv (UTF-16), .html.xls."""
    form = "html" if case.file.endswith(".html.xls") else case.suffix
    return FORMATS[form](case.sheets)


def _xlsx(sheets: list[Drawn]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for drawn in sheets:
        sheet = book.create_sheet(drawn.name)
        for row, cells in enumerate(drawn.rows, 1):
            for column, cell in enumerate(cells, 1):
                _put(sheet.cell(row, column), cell)
        _dress(sheet, drawn)
    buffer = io.BytesIO()
    book.save(buffer)
    return _with_results(buffer.getvalue(), sheets)


def _put(target, cell: Cell) -> None:
    if cell.error or cell.formula:
        target.value = cell.error or "=" + cell.formula
    else:
        target.value = cell.value
    if cell.percent:
        target.number_format = "0.0%"
    if isinstance(cell.value, dt.date):
        target.number_format = "yyyy/m/d"


def _dress(sheet, drawn: Drawn) -> None:
    for first, start, last, end in drawn.merges:
        sheet.merge_cells(
            start_row=first + 1, start_column=start + 1, end_row=last + 1, end_column=end + 1
        )
    sheet.sheet_state = "hidden" if drawn.hidden else "visible"
    for row in drawn.hidden_rows:
        sheet.row_dimensions[row + 1].hidden = True
    for letters in drawn.hidden_columns:
        sheet.column_dimensions[letters].hidden = True
    if drawn.drop_down:
        letters, words = drawn.drop_down
        rule = DataValidation(type="list", formula1=f'"{words}"')
        rule.add(f"{letters}1:{letters}200")
        sheet.add_data_validation(rule)


def _with_results(data: bytes, sheets: list[Drawn]) -> bytes:
    """The same workbook with the results of formulas stored, which openpyxl cannot write."""
    if not any(
        cell.formula and cell.value is not None for s in sheets for r in s.rows for cell in r
    ):
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if number:
                content = _store_results(content, sheets[int(number[1]) - 1])
            new.writestr(name, content)
    return buffer.getvalue()


def _store_results(content: bytes, drawn: Drawn) -> bytes:
    text = content.decode("utf-8")
    for cells in drawn.rows:
        for cell in cells:
            if cell.formula and cell.value is not None:
                formula = f"<f>{html.escape(cell.formula, quote=False)}</f>"
                pattern = re.escape(formula) + r"<v\s*/>|" + re.escape(formula) + "<v></v>"
                stored = f"{formula}<v>{cell.value}</v>"
                text, count = re.subn(pattern, lambda _, new=stored: new, text, count=1)
                assert count == 1, formula
    return text.encode("utf-8")


def _xls(sheets: list[Drawn]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for drawn in sheets:
        sheet = book.add_sheet(drawn.name)
        covered = drawn.covered
        starts = {(first, start): (last, end) for first, start, last, end in drawn.merges}
        for row, cells in enumerate(drawn.rows):
            for column, cell in enumerate(cells):
                style = xlwt.easyxf(num_format_str=_format(cell))
                if (row, column) in starts:
                    last, end = starts[row, column]
                    sheet.write_merge(row, last, column, end, cell.value, style)
                elif cell.value is not None and (row, column) not in covered:
                    sheet.write(row, column, cell.value, style)
        sheet.visibility = int(drawn.hidden)
        for row in drawn.hidden_rows:
            sheet.row(row).hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _format(cell: Cell) -> str:
    if isinstance(cell.value, dt.date):
        return "YYYY-M-D"
    return "0.0%" if cell.percent else "General"


def _ods(sheets: list[Drawn]) -> bytes:
    book = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(unseen)
    for drawn in sheets:
        table = Table(name=drawn.name, **({"stylename": unseen} if drawn.hidden else {}))
        starts = {(first, start): (last, end) for first, start, last, end in drawn.merges}
        covered = drawn.covered.keys() - starts.keys()
        for row, cells in enumerate(drawn.rows):
            line = TableRow(visibility="collapse") if row in drawn.hidden_rows else TableRow()
            for column, cell in enumerate(cells):
                if (row, column) in covered:
                    line.addElement(CoveredTableCell())
                    continue
                made = _ods_cell(cell)
                if (row, column) in starts:
                    last, end = starts[row, column]
                    made.setAttrNS(TABLENS, "number-rows-spanned", str(last - row + 1))
                    made.setAttrNS(TABLENS, "number-columns-spanned", str(end - column + 1))
                line.addElement(made)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    buffer = io.BytesIO()
    book.write(buffer)
    return buffer.getvalue()


def _ods_cell(cell: Cell) -> TableCell:
    value = cell.value
    if value is None:
        return TableCell()
    if isinstance(value, dt.date):
        made = TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, (int, float)):
        made = TableCell(valuetype="percentage" if cell.percent else "float", value=value)
    else:
        made = TableCell(valuetype="string")
    for line in _shown(cell).split("\n"):
        made.addElement(P(text=line))
    return made


def _shown(cell: Cell) -> str:
    """The cell as the spreadsheet program shows it."""
    value = cell.value
    if value is None:
        return cell.error or ""
    if isinstance(value, dt.date):
        return f"{value.year}/{value.month}/{value.day}"
    if cell.percent and isinstance(value, (int, float)):
        return f"{value:.1%}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _texts(sheets: list[Drawn], dialect: str) -> str:
    (drawn,) = sheets
    buffer = io.StringIO()
    csv.writer(buffer, dialect).writerows([_shown(cell) for cell in row] for row in drawn.rows)
    return buffer.getvalue()


def _csv(sheets: list[Drawn]) -> bytes:
    return _texts(sheets, "excel").encode("gb18030")


def _tsv(sheets: list[Drawn]) -> bytes:
    return _texts(sheets, "excel-tab").encode("utf-16")


def _html(sheets: list[Drawn]) -> bytes:
    """A web page named .xls, as reporting systems export it."""
    (drawn,) = sheets
    starts = {(first, start): (last, end) for first, start, last, end in drawn.merges}
    covered = drawn.covered.keys() - starts.keys()
    lines = ['<html><head><meta charset="gbk"></head><body><table border="1">']
    for row, cells in enumerate(drawn.rows):
        lines.append("<tr>")
        for column, cell in enumerate(cells):
            if (row, column) in covered:
                continue
            last, end = starts.get((row, column), (row, column))
            shown = html.escape(_shown(cell)).replace("\n", "<br>")
            lines.append(f"<td rowspan={last - row + 1} colspan={end - column + 1}>{shown}</td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode("gbk")


FORMATS: dict[str, Callable[[list[Drawn]], bytes]] = {
    "xlsx": _xlsx,
    "xls": _xls,
    "ods": _ods,
    "csv": _csv,
    "tsv": _tsv,
    "html": _html,
}
"""A format's name and what writes it."""
