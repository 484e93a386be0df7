"""A few rows of a sheet as its sender sees them, read in a worker like everything else."""

from __future__ import annotations

import datetime as dt

from dashboard.intake.clean import mask_identity_numbers, says_identity
from dashboard.intake.model import CellValue, Context, FileReading, Sheet
from dashboard.intake.read import Workbook
from dashboard.text import tidy

FUNCTION = "dashboard.intake.preview:preview"
"""How a pool is told to preview instead of to understand."""

_MOST_COLUMNS = 60
_LONGEST_LABEL = 40


def preview(workbook: Workbook, name: str, context: Context) -> FileReading:  # noqa: ARG001
    """The rows of ``context.window`` as text, identity numbers masked.

    ``shown`` stays empty where the workbook has no such sheet."""
    window = context.window
    reading = FileReading("ok", format=workbook.format)
    for sheet in workbook.sheets:
        if window is not None and window.sheet in (sheet.name, mask_identity_numbers(sheet.name)):
            for number in window.rows:
                if 1 <= number <= len(sheet.rows):
                    reading.shown[number] = _row(sheet, number - 1)
    return reading


def _row(sheet: Sheet, row: int) -> list[str]:
    cells = sheet.rows[row][:_MOST_COLUMNS]
    said = {column for one in sheet.rows for column in _labels(one)}
    said |= {column + 1 for column in _labels(cells)}
    return [
        sheet.errors.get((row, column))
        or mask_identity_numbers(
            sheet.long_numbers.get((row, column))
            or _text(value, percent=(row, column) in sheet.percent_cells),
            said=column in said,
        )
        for column, value in enumerate(cells)
    ]


def _labels(cells: list[CellValue]) -> list[int]:
    """Where a short text speaks of identity numbers: they stand under it or right after it."""
    return [
        column
        for column, value in enumerate(cells[:_MOST_COLUMNS])
        if isinstance(value, str) and len(value) <= _LONGEST_LABEL and says_identity(value)
    ]


def _text(value: CellValue, *, percent: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float | int) and not isinstance(value, bool) and percent:
        return f"{value * 100:g}%"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    return tidy(str(value))
