"""The same small table in every format, and workbooks put together by hand."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

DAY = dt.date(2021, 7, 9)
TABLE = [
    ["法制审核人员配备表", None, None, None],
    [None, None, None, None],
    ["单位", "人数", "比例", "填报日期"],
    ["市图书馆", 12, 0.95, DAY],
    ["市博物馆", 3.5, None, None],
]
"""Title merged over A1:D1, a blank row, C4 shown as a percent."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表一"
    for row in TABLE:
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet["C4"].number_format = "0.0%"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["B"].hidden = True
    hidden = book.create_sheet("藏")
    hidden["B2"] = "x"
    hidden.sheet_state = "hidden"
    return saved(book)


def saved(book) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表一")
    styles = {(3, 2): "0.0%", (3, 3): "YYYY-MM-DD"}
    for row, values in enumerate(TABLE):
        for column, value in enumerate(values):
            if value is None or row == 0:
                continue
            style = xlwt.easyxf(num_format_str=styles.get((row, column), "General"))
            sheet.write(row, column, value, style)
    sheet.write_merge(0, 0, 0, 3, TABLE[0][0])
    sheet.row(4).hidden = True
    sheet.col(1).hidden = True
    hidden = book.add_sheet("藏")
    hidden.write(1, 1, "x")
    hidden.visibility = 1
    return saved(book)


def ods() -> bytes:
    book = OpenDocumentSpreadsheet()
    style = Style(name="hidden", family="table")
    style.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(style)
    table = Table(name="表一")
    table.addElement(TableColumn())
    table.addElement(TableColumn(visibility="collapse"))
    table.addElement(TableColumn(numbercolumnsrepeated=1022))
    for number, values in enumerate(TABLE):
        row = TableRow(visibility="collapse") if number == 4 else TableRow()
        for column, value in enumerate(values):
            row.addElement(_ods_cell(number, column, value))
        row.addElement(TableCell(numbercolumnsrepeated=1020))
        table.addElement(row)
    blank = TableRow(numberrowsrepeated=1048571)
    blank.addElement(TableCell(numbercolumnsrepeated=1024))
    table.addElement(blank)
    book.spreadsheet.addElement(table)
    hidden = Table(name="藏", stylename=style)
    hidden.addElement(TableRow())
    row = TableRow()
    row.addElement(TableCell())
    row.addElement(_ods_cell(1, 1, "x"))
    hidden.addElement(row)
    book.spreadsheet.addElement(hidden)
    return saved(book)


def _ods_cell(row: int, column: int, value):
    if row == 0 and column:
        return CoveredTableCell()
    if value is None:
        return TableCell()
    if isinstance(value, dt.date):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, str):
        spans = {"numbercolumnsspanned": 4} if row == 0 else {}
        cell = TableCell(valuetype="string", **spans)
        cell.addElement(P(text=value))
        return cell
    kind = "percentage" if (row, column) == (3, 2) else "float"
    return TableCell(valuetype=kind, value=str(value))


def csv() -> bytes:
    lines = (",".join("" if v is None else str(v) for v in row) for row in TABLE)
    return "\r\n".join(lines).encode("gb18030")


def xlsb() -> bytes:
    """By hand, because no library writes it: two formats, six cells, a merge, a hidden row."""
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, 4, 0, 3))
    columns = _record(60, struct.pack("<4IH", 1, 1, 2048, 0, 1))
    sheet += _record(390) + columns + _record(391) + _record(145)
    for number, values in enumerate(TABLE):
        hidden = 0x10 if number == 4 else 0
        sheet += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, hidden, 0, 0))
        for column, value in enumerate(values):
            sheet += _xlsb_cell(column, value, {(3, 2): 1, (3, 3): 2}.get((number, column), 0))
    sheet += _record(146) + _record(177, struct.pack("<I", 1))
    sheet += _record(176, struct.pack("<4I", 0, 0, 0, 3)) + _record(178) + _record(130)
    other = _record(129) + _record(148, struct.pack("<4I", 1, 1, 1, 1)) + _record(145)
    other += _record(0, struct.pack("<IIHBBBI", 1, 0, 300, 0, 0, 0, 0))
    other += _xlsb_cell(1, "x", 0) + _record(146) + _record(130)
    styles = _record(44, struct.pack("<H", 164) + _wide("0.0%"))
    styles += _record(617, struct.pack("<I", 3))
    for number in (0, 164, 14):
        styles += _record(47, struct.pack("<HH", 0, number) + bytes(12))
    styles += _record(618)
    sheets = _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("表一"))
    sheets += _record(156, struct.pack("<II", 1, 2) + _wide("rId2") + _wide("藏"))
    workbook = _record(131) + _record(143) + sheets + _record(144) + _record(132)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": _relations("worksheets/sheet1.bin", "worksheets/s2.bin"),
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": sheet,
            "xl/worksheets/s2.bin": other,
        }
    )


def _xlsb_cell(column: int, value, style: int) -> bytes:
    head = struct.pack("<II", column, style)
    if value is None:
        return _record(1, head)
    if isinstance(value, str):
        return _record(6, head + _wide(value))
    if isinstance(value, dt.date):
        value = (value - dt.date(1899, 12, 30)).days
    return _record(5, head + struct.pack("<d", value))


def _record(code: int, body: bytes = b"") -> bytes:
    encoded = bytes((code,)) if code < 128 else bytes((code & 0x7F | 0x80, code >> 7))
    length = len(body)
    while length >= 128:
        encoded += bytes((length & 0x7F | 0x80,))
        length >>= 7
    return encoded + bytes((length,)) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _relations(*targets: str) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATION}/worksheet" Target="{target}"/>'
        for n, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def sheet_xml(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx_of(sheet: str | bytes, *, before_sheets: str = "", **more: str | bytes) -> bytes:
    """An .xlsx whose only worksheet has this XML. ``strings`` and ``styles`` may be given."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">{before_sheets}'
            '<sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations("worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    names = {"strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    return zipped(parts | {names.get(key, key): value for key, value in more.items()})
