"""What makes two rows of a ledger the same row, written at different times."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.kinds import Kind
from dashboard.text import normal

_SEPARATOR = "\x1f"


def identities(kind: Kind, data: dict[str, list[Any]], rows: int) -> list[str | None]:
    """Each row's identity within its unit, or None where nothing identifies it.

    A row without identity, and every row of a kind that is no ledger, stands until the unit's
    next sheet of the kind."""
    found: list[str | None] = [None] * rows
    for names in reversed(kind.identity if kind.collection == "ledger" else ()):
        columns = [data.get(name) or [None] * rows for name in names]
        required = [kind.column(name).required for name in names]
        for row, values in enumerate(zip(*columns, strict=True)):
            if _identifies(values, required):
                parts = _SEPARATOR.join(_part(value) for value in values)
                found[row] = f"{names[0]}{_SEPARATOR}{parts}"
    return found


def _identifies(values: tuple[Any, ...], required: list[bool]) -> bool:
    if any(value is None and must for value, must in zip(values, required, strict=True)):
        return False
    return any(value is not None for value in values)


def _part(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return normal(str(value))
