"""Text tables: the delimiter found by counting, every value kept as the text that it is."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dashboard.errors import Refused
from dashboard.intake.read.limits import MAX_FIELD_CHARACTERS
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.model import CellValue

_DELIMITERS = "\t,;|"
_SAMPLE_CHARACTERS = 100_000
_SAMPLE_ROWS = 100
_DECLARED = lazy_pattern(r"sep=([\t,;|])\s*\Z", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""
_AS_TEXT = lazy_pattern(r'="(.*)"', re.DOTALL)
"""How programs keep Excel from making 0012 a number."""


def read_delimited(text: str) -> tuple[list[list[CellValue]], str]:
    """The rows of a text table and its delimiter. Blank fields are None, all else text.

    A record is a row even where its fields hold line breaks, as a spreadsheet program shows
    it. Raises Refused (damaged)."""
    first, _, rest = text.partition("\n")
    declared = _DECLARED.match(first)
    if declared:
        return [[], *_rows(rest, declared[1])], declared[1]
    delimiter = delimiter_of(text)
    return _rows(text, delimiter), delimiter


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first lines most evenly into most fields; else a comma.

    Own counting, because csv.Sniffer took 14 s on a hostile file of 1 MB."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(text) > _SAMPLE_CHARACTERS:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", 0
    for delimiter in _DELIMITERS:
        widths = Counter(_widths(sample, delimiter))
        score = max((count * (width - 1) for width, count in widths.items()), default=0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(sample: str, delimiter: str) -> list[int]:
    """How many fields each of the first rows has; rows of blank fields are passed over."""
    widths: list[int] = []
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    with suppress(csv.Error):  # an endless field: what was counted before it will do
        while len(widths) < _SAMPLE_ROWS and (row := next(rows, None)) is not None:
            if any(field.strip() for field in row):
                widths.append(len(row))
    return widths


def _rows(text: str, delimiter: str) -> list[list[CellValue]]:
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    text = text.rstrip("\x1a")
    try:
        return _parsed(text, delimiter, strict=True)
    except csv.Error:
        pass  # a stray quote: read on below, without believing every quote
    try:
        rows = _parsed(text, delimiter, strict=False)
        if not _swallowed(rows, delimiter):
            return rows
        return _parsed(text, delimiter, strict=False, quoting=csv.QUOTE_NONE)
    except csv.Error as error:
        raise Refused("damaged", detail="文本单元格过长") from error


def _parsed(text: str, delimiter: str, **options: Any) -> list[list[CellValue]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, **options)
    return [[_value(field) for field in row] for row in reader]


def _swallowed(rows: list[list[CellValue]], delimiter: str) -> bool:
    """Whether a quote that is never closed took whole lines into one cell."""
    return any(
        isinstance(value, str) and "\n" in value and delimiter in value
        for row in rows
        for value in row
    )


def _value(field: str) -> CellValue:
    if not field or field.isspace():
        return None
    if field.startswith('="') and (quoted := _AS_TEXT.fullmatch(field)):
        return quoted[1] or None
    if len(field) > 1 and field[0] == field[-1] == '"':
        return field[1:-1] or None
    return field
