"""What a unit typed must stay text when somebody opens the export in a spreadsheet program."""

from __future__ import annotations

from typing import Any

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheet programs run a cell that begins so; some also the full-width ones."""


def guarded(value: Any) -> Any:
    """The value, text that would be run with an apostrophe before it."""
    if isinstance(value, str) and value.startswith(_STARTS):
        return f"'{value}"
    return value
