"""Exports as bytes, for the download buttons of pages."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.exports.files import write_csv, write_xlsx

Rows = Sequence[Mapping[str, Any]]
Labels = Mapping[str, str]
"""Which columns to write, in order: name in the rows to heading in the file."""


def to_csv(rows: Rows, columns: Labels) -> bytes:
    """The rows as CSV, UTF-8 with a byte order mark; text that would be run is disarmed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        return write_csv(path, list(columns.values()), _values(rows, columns)).read_bytes()


def to_xlsx(rows: Rows, columns: Labels, title: str) -> bytes:
    """The rows as a workbook of one sheet under ``title``; text never becomes a formula."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        labels = list(columns.values())
        return write_xlsx(path, title, labels, _values(rows, columns)).read_bytes()


def _values(rows: Rows, columns: Labels) -> list[list[Any]]:
    return [[row.get(name) for name in columns] for row in rows]
