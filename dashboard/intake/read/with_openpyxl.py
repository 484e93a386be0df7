"""openpyxl, for the few workbooks that calamine refuses: slower, and more forgiving."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.errors import Refused
from dashboard.intake.model import Sheet
from dashboard.intake.read import calamine
from dashboard.intake.read.limits import MEBIBYTE
from dashboard.intake.read.styles_xml import shows_percent

if TYPE_CHECKING:
    from dashboard.intake.read.archive import Archive

_MAX_SHEET_BYTES = 30 * MEBIBYTE
"""openpyxl takes fifty times as much memory as the XML that it reads."""
_ITS_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,  # xml.etree.ElementTree.ParseError is one
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_with_openpyxl(data: bytes, archive: Archive, refusal: Refused) -> list[Sheet]:
    """The worksheets of an .xlsx that calamine refused with ``refusal``, which is raised again
    where openpyxl cannot read it either."""
    size = sum(len(archive.read(n) or b"") for n in archive.names if "worksheets/" in n.lower())
    if size > _MAX_SHEET_BYTES:
        raise refusal
    from openpyxl import load_workbook

    try:
        values = load_workbook(BytesIO(data), data_only=True)
        formulas = load_workbook(BytesIO(data), data_only=False)
        found = [_sheet(one, formulas[one.title]) for one in values.worksheets]
    except _ITS_ERRORS as error:
        raise refusal from error
    if not found:
        raise Refused("macro_only")
    return found


def _sheet(worksheet: Any, formulas: Any) -> Sheet:
    sheet = Sheet(name=worksheet.title, rows=[], hidden=worksheet.sheet_state != "visible")
    percents, uncomputed = set(), set()
    for row, (cells, with_formulas) in enumerate(
        zip(worksheet.iter_rows(), formulas.iter_rows(), strict=True)
    ):
        sheet.rows.append([cell.value for cell in cells])
        for column, (cell, other) in enumerate(zip(cells, with_formulas, strict=True)):
            if cell.data_type == "e":
                sheet.errors[row, column] = str(cell.value)
                sheet.rows[row][column] = None
            elif cell.value is None and other.data_type == "f":
                uncomputed.add((row, column))
            elif cell.data_type == "n" and shows_percent(cell.number_format or ""):
                percents.add((row, column))
    sheet.percent_cells, sheet.uncomputed = frozenset(percents), frozenset(uncomputed)
    sheet.long_numbers = calamine.normalise(sheet.rows, sheet.errors)
    sheet.merges = [
        (one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
        for one in worksheet.merged_cells.ranges
    ]
    hidden = (number - 1 for number, one in worksheet.row_dimensions.items() if one.hidden)
    sheet.hidden_rows = frozenset(hidden)
    columns = (one for one in worksheet.column_dimensions.values() if one.hidden)
    sheet.hidden_columns = frozenset(
        column - 1 for one in columns for column in range(one.min, one.max + 1)
    )
    return sheet
