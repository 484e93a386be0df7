"""python-calamine: the one place that calls it, and makes its values ours."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.errors import Refused
from dashboard.intake.model import Sheet, address
from dashboard.intake.read.limits import MAX_SPAN_CELLS

if TYPE_CHECKING:
    from dashboard.intake.model import CellValue, Position
    from dashboard.intake.read.marks import Marks

_EXACT = 1e15
"""From here on a float may have lost digits that were typed."""
_WHOLE = 2**53
"""Up to here a float is one whole number; beyond it stands for several."""
NOT_A_NUMBER = "#NUM!"
"""What Excel shows for a number that is none."""
_MIDNIGHT = dt.time()
_NAN_AS_DAY = dt.date(1899, 12, 30)
"""NaN in a cell with a date format. No number becomes this day: below 1 it is a time of day."""
_NUMBERS = frozenset((int, float))


@contextmanager
def guarded() -> Iterator[None]:
    """Turns what calamine raises into Refused (encrypted, damaged).

    A panic in it arrives as PanicException, which is a BaseException and cannot be imported:
    it is known by its name, and everything else of that rank goes on its way."""
    try:
        yield
    except PasswordError as error:
        raise Refused("encrypted") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Refused("damaged", detail="读取组件无法解析") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Refused("damaged", detail="读取组件内部错误") from error


def opened(buffer: BytesIO) -> CalamineWorkbook:
    """The workbook in ``buffer``, its format found by content. Raises Refused."""
    with guarded():
        return CalamineWorkbook.from_filelike(buffer)


def worksheets(workbook: CalamineWorkbook) -> Iterator[tuple[int, Sheet]]:
    """Every worksheet with its number among all sheets (from 0). Raises Refused.

    Macro, dialog and chart sheets are passed over; macro_only where there are no others."""
    any_worksheet = False
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        any_worksheet = True
        with guarded():
            sheet = _sheet(workbook.get_sheet_by_index(index))
        sheet.hidden = about.visible != SheetVisibleEnum.Visible
        yield index, sheet
    if not any_worksheet:
        raise Refused("macro_only")


def _sheet(raw: CalamineSheet) -> Sheet:
    if raw.total_height * raw.total_width > MAX_SPAN_CELLS:
        raise Refused("cell_span", last=address(raw.total_height - 1, raw.total_width - 1))
    rows: list[list[CellValue]] = raw.to_python(skip_empty_area=False)  # type: ignore[assignment]
    merges = [(*first, *last) for first, last in raw.merged_cell_ranges or ()]
    sheet = Sheet(name=raw.name, rows=rows, merges=merges)
    sheet.long_numbers = normalise(rows, sheet.errors)
    return sheet


def apply(sheet: Sheet, marks: Marks) -> None:
    """Adds to the sheet what only a look into its bytes tells; an error cell's value is None,
    and a percent format says something of numbers alone."""
    if marks.rows:
        _spread(sheet, marks.rows)
    rows = sheet.rows
    height, width = len(rows), len(rows[0]) if rows else 0
    for row, column in marks.errors:
        if row < height and column < width:
            rows[row][column] = None
    for (row, column), text in marks.texts.items():
        if row < height and column < width:
            rows[row][column] = text if text and not text.isspace() else None
    for (row, column), frame in marks.framed.items():
        if row < height and column < width and type(rows[row][column]) is int:
            number: int = rows[row][column]  # type: ignore[assignment]
            rows[row][column] = frame.shown(number) if number >= 0 else number
    sheet.errors |= marks.errors
    sheet.uncomputed = marks.uncomputed
    sheet.hidden_rows, sheet.hidden_columns = marks.hidden_rows, marks.hidden_columns
    if marks.struck:
        sheet.struck_cells = frozenset(
            (row, column)
            for row, column in marks.struck
            if row < height and column < width and rows[row][column] is not None
        )
    sheet.percent_cells = frozenset(
        place
        for place in marks.percent
        if place[0] < height and place[1] < width and type(rows[place[0]][place[1]]) in _NUMBERS
    )


def _spread(sheet: Sheet, places: list[int]) -> None:
    """Puts the rows, and what was noted of them, where they stand."""
    read, sheet.rows = sheet.rows, []
    width = len(read[0]) if read else 0
    for row, place in zip(read, places, strict=False):  # the last ones may have only ''
        sheet.rows.extend([None] * width for _ in range(place - len(sheet.rows)))
        sheet.rows.append(row)
    sheet.errors = {(places[row], column): text for (row, column), text in sheet.errors.items()}
    sheet.long_numbers = {
        (places[row], column): digits for (row, column), digits in sheet.long_numbers.items()
    }


def normalise(rows: list[list[CellValue]], errors: dict[Position, str]) -> dict[Position, str]:
    """Makes blank text None, whole floats int, midnights dates, in place.

    NaN and the infinities, which no spreadsheet program shows as a number, go to ``errors``.
    Returns the numbers too large for a float to have kept every digit, with the digits that
    it holds."""
    long: dict[Position, str] = {}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            kind = type(value)
            if kind is str:
                if not value or value.isspace():  # type: ignore[union-attr]
                    row[column] = None
            elif kind is float:
                if value.is_integer():  # type: ignore[union-attr]
                    row[column] = whole = int(value)  # type: ignore[arg-type]
                    if not -_EXACT < whole < _EXACT:
                        exact = -_WHOLE <= whole <= _WHOLE
                        long[number, column] = str(whole) if exact else repr(value)
                elif not math.isfinite(value):  # type: ignore[arg-type]
                    row[column] = None
                    errors[number, column] = NOT_A_NUMBER
            elif kind is dt.datetime and value.time() == _MIDNIGHT:  # type: ignore[union-attr]
                row[column] = day = value.date()  # type: ignore[union-attr]
                if day == _NAN_AS_DAY:
                    row[column] = None
                    errors[number, column] = NOT_A_NUMBER
    return long
