"""Excel workbooks of binary parts (.xlsb): looked over record by record, read by calamine."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.model import address
from dashboard.intake.read import calamine
from dashboard.intake.read.archive import Archive, packed
from dashboard.intake.read.biff_sheet import ERROR_NAMES
from dashboard.intake.read.limits import MAX_SPAN_CELLS
from dashboard.intake.read.marks import Marks
from dashboard.intake.read.package import is_left_out, sheet_targets, with_root, workbook_part
from dashboard.intake.read.styles_xml import percent_formats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.intake.model import Position, Sheet

_ROW, _CELLS, _ERRORS, _NUMBERS = 0, range(1, 12), {3, 11}, {2, 5, 9}
_FORMAT, _XF, _SHEET, _SST, _MERGE, _CELL_XFS, _END_CELL_XFS = 44, 47, 156, 159, 176, 617, 618
_ROW_HIDDEN = 0x10
_COLUMNS, _COLUMNS_HIDDEN, _LAST_COLUMN = 60, 0x01, 16_383


def read_xlsb(archive: Archive) -> list[Sheet]:
    """The worksheets of the workbook. Raises Refused."""
    paths = _sheet_paths(archive)
    percents = _percent_styles(archive.read("xl/styles.bin") or b"")
    parts: dict[str, bytes] = {}
    looked: dict[str, tuple[Marks, list[tuple[int, int, int, int]]]] = {}
    for name in archive.names:
        if is_left_out(name) or (content := archive.read(name)) is None:
            continue
        if name in paths:
            looked[name] = _look_over(content, percents)
        elif name.lower().endswith("sharedstrings.bin"):
            content = _with_true_count(content)
        parts[name] = content
    with_root(parts, workbook_part(archive))
    found: list[Sheet] = []
    for index, sheet in calamine.worksheets(calamine.opened(packed(parts))):
        found.append(sheet)
        if index < len(paths) and paths[index] in looked:
            marks, sheet.merges = looked[paths[index]]
            calamine.apply(sheet, marks)
    return found


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Type, start of the body and its length. Raises Refused (damaged) at a cut record."""
    at = 0
    while at < len(part):
        try:
            code, at = _varint(part, at, 2)
            length, at = _varint(part, at, 4)
        except IndexError as error:
            raise Refused("damaged", detail="二进制记录不完整") from error
        if at + length > len(part):
            raise Refused("damaged", detail="二进制记录不完整")
        yield code, at, length
        at += length


def _varint(part: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for shift in range(most):
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            break
    return value, at


def _sheet_paths(archive: Archive) -> list[str]:
    part = workbook_part(archive)
    workbook = archive.read(part)
    if workbook is None:
        return []
    targets = sheet_targets(archive, part)
    paths = []
    for code, start, length in _records(workbook):
        if code == _SHEET and length >= 16:
            name, _ = _wide(workbook, start + 8)
            paths.append(targets.get(name, ""))
    return paths


def _wide(part: bytes, at: int) -> tuple[str, int]:
    count = int.from_bytes(part[at : at + 4], "little")
    end = at + 4 + 2 * count
    return part[at + 4 : end].decode("utf-16-le", "replace"), end


def _percent_styles(styles: bytes) -> frozenset[int]:
    formats: dict[int, str] = {}
    numbers: list[int] = []
    within = False
    for code, start, _ in _records(styles):
        if code in {_CELL_XFS, _END_CELL_XFS}:
            within = code == _CELL_XFS
        elif code == _FORMAT:
            formats[int.from_bytes(styles[start : start + 2], "little")] = _wide(styles, start + 2)[
                0
            ]
        elif code == _XF and within:
            numbers.append(int.from_bytes(styles[start + 2 : start + 4], "little"))
    percents = percent_formats(formats)
    return frozenset(index for index, number in enumerate(numbers) if number in percents)


def _look_over(
    part: bytes, styles: frozenset[int]
) -> tuple[Marks, list[tuple[int, int, int, int]]]:
    errors: dict[Position, str] = {}
    percents: set[Position] = set()
    hidden: set[int] = set()
    hidden_columns: set[int] = set()
    merges: list[tuple[int, int, int, int]] = []
    row = last_row = last_column = 0
    for code, start, length in _records(part):
        if code == _ROW and length >= 12:
            row = int.from_bytes(part[start : start + 4], "little")
            if part[start + 11] & _ROW_HIDDEN:
                hidden.add(row)
        elif code == _COLUMNS and length >= 18:
            first, last = struct.unpack_from("<II", part, start)
            if part[start + 16] & _COLUMNS_HIDDEN:
                hidden_columns.update(range(first, min(last, _LAST_COLUMN) + 1))
        elif code in _CELLS and length >= 8:
            column, style = struct.unpack_from("<II", part, start)
            last_row, last_column = max(last_row, row), max(last_column, column)
            if code in _ERRORS:
                errors[row, column] = ERROR_NAMES.get(part[start + 8], "#ERR!")
            elif code in _NUMBERS and style & 0xFFFFFF in styles:
                percents.add((row, column))
        elif code == _MERGE and length >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", part, start)
            merges.append((top, left, bottom, right))
    if (last_row + 1) * (last_column + 1) > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=address(last_row, last_column))
    found = Marks(errors, percent=frozenset(percents), hidden_rows=frozenset(hidden))
    found.hidden_columns = frozenset(hidden_columns)
    return found, merges


def _with_true_count(strings: bytes) -> bytes:
    """The shared strings with a count that their bytes can hold: readers ask for memory by it."""
    for code, start, length in _records(strings):
        if code == _SST and length >= 8:
            count = int.from_bytes(strings[start + 4 : start + 8], "little")
            true = min(count, len(strings) // 7)
            return strings[: start + 4] + true.to_bytes(4, "little") + strings[start + 8 :]
    return strings
