"""Excel workbooks of XML parts (.xlsx, .xlsm): mended, read by calamine, else by openpyxl."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from dashboard.errors import Refused
from dashboard.intake.read import calamine, sheet_cells, sheet_xml
from dashboard.intake.read.archive import Archive, packed
from dashboard.intake.read.framed_numbers import framed_styles
from dashboard.intake.read.limits import MAX_STRINGS_BYTES, MEBIBYTE
from dashboard.intake.read.package import is_left_out, sheet_targets, with_root, workbook_part
from dashboard.intake.read.rich_strings import with_runs_apart
from dashboard.intake.read.struck import struck_styles
from dashboard.intake.read.styles_xml import percent_styles
from dashboard.intake.read.xml_attributes import elements
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.model import Sheet
    from dashboard.intake.read.framed_numbers import Frame
    from dashboard.intake.read.marks import Marks

_COUNTS = lazy_pattern(rb'\s(?:uniqueCount|count)="[^"]*"')
"""In the shared strings' first tag; a lie there makes the reader ask for all memory."""


@dataclass(slots=True, eq=False)
class _Prepared:
    """The parts for the reader, and what only the XML tells, a sheet each."""

    parts: dict[str, bytes] = field(default_factory=dict)
    paths: list[str | None] = field(default_factory=list)
    marks: dict[str, Marks] = field(default_factory=dict)


class _Looks(NamedTuple):
    """The formats, by their index, that tell something of a cell."""

    percents: frozenset[int]
    struck: frozenset[int]
    frames: dict[int, Frame]


def read_xlsx(archive: Archive, data: bytes) -> list[Sheet]:
    """The worksheets of the workbook. Raises Refused."""
    prepared = _prepare(archive)
    marks, paths = prepared.marks, prepared.paths
    buffer = packed(prepared.parts)
    del prepared  # its parts are as large as all sheets together
    try:
        return [
            _marked(sheet, paths[index] if index < len(paths) else None, marks, buffer)
            for index, sheet in calamine.worksheets(calamine.opened(buffer))
        ]
    except Refused as refusal:
        if refusal.problem.code != "damaged":
            raise
        from dashboard.intake.read.with_openpyxl import read_with_openpyxl

        return read_with_openpyxl(data, archive, refusal)


def _prepare(archive: Archive) -> _Prepared:
    workbook = workbook_part(archive)
    targets = sheet_targets(archive, workbook)
    sheet_elements = elements(archive.read(workbook) or b"", "sheet")
    prepared = _Prepared(
        paths=[targets.get(one.attributes.get("id", "")) for one in sheet_elements]
    )
    if any(path is None or path not in archive for path in prepared.paths):
        raise Refused("damaged", detail="缺少工作表")  # readers pass over it in silence
    styles = archive.read(posixpath.join(posixpath.dirname(workbook), "styles.xml"))
    looks = _Looks(percent_styles(styles), struck_styles(styles), framed_styles(styles))
    sheets = {path.lower() for path in prepared.paths if path is not None}
    for name in archive.names:
        lower = name.lower()
        if lower in sheets:
            content = sheet_xml.squeezed(archive.chunks(name))
            content, prepared.marks[lower] = _look_over(content, looks)
        elif is_left_out(name):
            continue
        else:
            content = archive.read(name) or b""
        if lower.endswith("sharedstrings.xml"):
            content = with_runs_apart(_believable(content))
        prepared.parts[name] = content
    with_root(prepared.parts, workbook)
    return prepared


def _believable(strings: bytes) -> bytes:
    if len(strings) > MAX_STRINGS_BYTES:
        limit = f"文字 {MAX_STRINGS_BYTES // MEBIBYTE} MB"
        raise Refused("inflates_too_large", limit=limit)
    return _COUNTS.sub(b"", strings[:1024]) + strings[1024:]


def _look_over(xml: bytes, looks: _Looks) -> tuple[bytes, Marks]:
    if sheet_xml.is_unusual(xml):
        xml = sheet_xml.canonical(xml)
    prefix = sheet_xml.prefix_of(xml)
    xml = sheet_xml.without_blank_tail(xml, prefix)
    sheet_xml.require_one_body(xml, prefix)
    sheet_xml.require_near(xml)
    try:
        marks = sheet_cells.marks(xml, prefix, looks.percents)
    except sheet_cells.Unplaced:
        xml = sheet_xml.canonical(xml)
        marks = sheet_cells.marks(xml, prefix, looks.percents)
    marks.framed = sheet_cells.framed_cells(xml, prefix, looks.frames)
    marks.struck = sheet_cells.struck_cells(xml, prefix, looks.struck)
    if marks.errors:
        xml = sheet_cells.with_known_errors(xml, prefix)
    return sheet_xml.with_merges_first(xml, prefix), marks


def _marked(sheet: Sheet, path: str | None, marks: dict[str, Marks], buffer: BytesIO) -> Sheet:
    found = marks.get((path or "").lower())
    if path is None or found is None:
        return sheet
    calamine.apply(sheet, found)
    if sheet.long_numbers:
        with zipfile.ZipFile(buffer) as archive:
            name = next(name for name in archive.namelist() if name.lower() == path.lower())
            sheet.long_numbers = sheet_cells.long_numbers(archive.read(name), sheet.long_numbers)
    return sheet
