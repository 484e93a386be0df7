"""The sheet that lists a workbook's problems, as the XML of a worksheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from dashboard.annotate.cells import first_cell
from dashboard.annotate.package import MAIN
from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.intake.model import column_letters
from dashboard.intake.problem_list import HEADINGS, SEVERITIES
from dashboard.text import columns_wide, storable

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from dashboard.annotate.styles import Styles
    from dashboard.intake.model import Problem

_WIDTHS = (8, 8, 22, 12, 90)
_LONGEST = 32_767
_LINE_HEIGHT, _TITLE_HEIGHT = 18, 27
"""Points. Programs reckon heights of their own only for rows that someone edits."""
_FIRST_ROW = 3


def list_part(
    title: str, problems: Sequence[Problem], sheets: AbstractSet[str], styles: Styles
) -> bytes:
    """The worksheet. The addresses of cells lead to them where ``sheets`` has their sheet."""
    root = etree.Element(f"{{{MAIN}}}worksheet", nsmap={None: MAIN})
    properties = _sub(root, "sheetPr")
    _sub(properties, "pageSetUpPr", fitToPage="1")
    view = _sub(_sub(root, "sheetViews"), "sheetView", tabSelected="1", workbookViewId="0")
    _sub(view, "pane", ySplit="2", topLeftCell="A3", activePane="bottomLeft", state="frozen")
    columns = _sub(root, "cols")
    for number, width in enumerate(_WIDTHS, start=1):
        one = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        _sub(columns, "col", **one)
    links = _rows(_sub(root, "sheetData"), title, problems, sheets, styles)
    if links:
        held = _sub(root, "hyperlinks")
        for address, location in links.items():
            _sub(held, "hyperlink", ref=address, location=location)
    page = {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}
    _sub(root, "pageSetup", **page)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _rows(
    data: etree._Element,
    title: str,
    problems: Sequence[Problem],
    sheets: AbstractSet[str],
    styles: Styles,
) -> dict[str, str]:
    """Fills in the rows; returns where the links in them lead, by cell."""
    plain, link = styles.listed(), styles.listed(link=True)
    shown = {severity: styles.tinted(plain, severity) for severity in SEVERITIES}
    _row(data, 1, [title], [styles.listed(size=14, bold=True)])
    _row(data, 2, HEADINGS, [styles.listed(bold=True)] * len(HEADINGS))
    links: dict[str, str] = {}
    for number, one in enumerate(problems, start=1):
        row = number + _FIRST_ROW - 1
        name = mask_identity_numbers(storable(one.sheet or ""))
        target = first_cell(one.cell) if one.sheet in sheets else None
        if target:
            quoted = str(one.sheet).replace("'", "''")
            links[f"D{row}"] = f"'{quoted}'!{target}"
        said = storable(one.message)
        values: list[int | str] = [number, SEVERITIES[one.severity], name, one.cell or "", said]
        formats = [plain, shown[one.severity], plain, link if target else plain, plain]
        _row(data, row, values, formats)
    return links


def _row(
    data: etree._Element, number: int, values: Sequence[int | str], formats: Sequence[int]
) -> None:
    lines = max(
        1 + columns_wide(str(value)) // width for value, width in zip(values, _WIDTHS, strict=False)
    )
    height = _TITLE_HEIGHT if len(values) == 1 else _LINE_HEIGHT * lines
    row = _sub(data, "row", r=str(number), ht=str(height), customHeight="1")
    for column, (value, style) in enumerate(zip(values, formats, strict=True)):
        cell = _sub(row, "c", r=f"{column_letters(column)}{number}", s=str(style))
        if isinstance(value, int):
            _sub(cell, "v").text = str(value)
        elif value:
            cell.set("t", "inlineStr")
            text = _sub(_sub(cell, "is"), "t")
            text.text = value[:_LONGEST]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _sub(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{MAIN}}}{name}", attributes)
