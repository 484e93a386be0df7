"""XML spreadsheets of Excel 2003, mostly named .xls by the systems that export them."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dashboard.errors import Refused
from dashboard.intake.model import Sheet, address
from dashboard.intake.read.calamine import normalise
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.intake.read.styles_xml import shows_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.intake.model import CellValue

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{NAMESPACE}}}"
_MOST_COLUMNS = 16_384
_HIDDEN = "{urn:schemas-microsoft-com:office:excel}Visible"


def read_spreadsheetml(data: bytes) -> list[Sheet]:
    """The worksheets. Raises Refused (damaged, cell_span)."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", detail="XML 有误") from error
    percents = {
        style.get(f"{_SS}ID")
        for style in root.iter(f"{_SS}Style")
        for one in style.iterchildren(f"{_SS}NumberFormat")
        if (code := one.get(f"{_SS}Format", "")) == "Percent" or shows_percent(code)
    }
    return [_sheet(one, percents) for one in root.iter(f"{_SS}Worksheet")]


def _sheet(worksheet: Any, percents: set[str | None]) -> Sheet:
    sheet = Sheet(name=worksheet.get(f"{_SS}Name", ""), rows=[])
    visible = worksheet.find(f".//{_HIDDEN}")
    sheet.hidden = visible is not None and (visible.text or "").startswith("SheetHidden")
    hidden: set[int] = set()
    percent_cells: set[tuple[int, int]] = set()
    at = -1
    for row in worksheet.iterfind(f"{_SS}Table/{_SS}Row"):
        at = _index(row, at + 1)
        if row.get(f"{_SS}Hidden") == "1":
            hidden.add(at)
        _require_room(at, 0)
        sheet.rows.extend([] for _ in range(at + 1 - len(sheet.rows)))
        _take_cells(sheet, row, at, percent_cells, percents)
        at += _whole(row, "Span")
    sheet.hidden_rows, sheet.percent_cells = frozenset(hidden), frozenset(percent_cells)
    sheet.hidden_columns = frozenset(_hidden_columns(worksheet))
    sheet.long_numbers = normalise(sheet.rows, sheet.errors) | sheet.long_numbers
    return sheet


def _hidden_columns(worksheet: Any) -> Iterator[int]:
    at = -1
    for column in worksheet.iterfind(f"{_SS}Table/{_SS}Column"):
        first = _index(column, at + 1)
        at = first + _whole(column, "Span")
        if column.get(f"{_SS}Hidden") == "1":
            yield from range(first, min(at + 1, _MOST_COLUMNS))


def _take_cells(
    sheet: Sheet, row: Any, at: int, percent_cells: set[tuple[int, int]], percents: set[str | None]
) -> None:
    column = -1
    for cell in row.iterchildren(f"{_SS}Cell"):
        column = _index(cell, column + 1)
        _require_room(at, column)
        across, down = _whole(cell, "MergeAcross"), _whole(cell, "MergeDown")
        if across or down:
            sheet.merges.append((at, column, at + down, column + across))
        data = cell.find(f"{_SS}Data")
        if data is not None:
            values = sheet.rows[at]
            values.extend([None] * (column + 1 - len(values)))
            values[column] = _value(sheet, (at, column), data)
            style = cell.get(f"{_SS}StyleID") or row.get(f"{_SS}StyleID")
            if style in percents and data.get(f"{_SS}Type") == "Number":
                percent_cells.add((at, column))
        column += across


def _value(sheet: Sheet, place: tuple[int, int], data: Any) -> CellValue:
    kind, text = data.get(f"{_SS}Type"), "".join(data.itertext())
    if kind == "Error":
        sheet.errors[place] = text.strip()
        return None
    with suppress(ValueError, OverflowError):
        if kind == "Number":
            if len(text) > 15 and text.lstrip("-").isdecimal():
                sheet.long_numbers[place] = text
            return float(text)
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text.strip()[:23])
        if kind == "Boolean":
            return text.strip() == "1"
    return text or None


def _whole(element: Any, attribute: str) -> int:
    """The attribute as a count; 0 where it is missing or none."""
    text = element.get(f"{_SS}{attribute}", "")
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _index(element: Any, otherwise: int) -> int:
    """The place that the element names (from 1), else the next one."""
    text = element.get(f"{_SS}Index", "")
    return max(int(text) - 1, otherwise) if text.isdecimal() and len(text) < 9 else otherwise


def _require_room(row: int, column: int) -> None:
    if (row + 1) * (column + 1) > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=address(row, column))
