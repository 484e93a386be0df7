"""What makes two rows of a ledger the same row, written at different times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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
        required = [column for column, name in enumerate(names) if kind.column(name).required]
        begin = names[0] + _SEPARATOR
        for row, written in enumerate(zip(*map(_parts, columns), strict=True)):
            if None not in written:
                found[row] = begin + _SEPARATOR.join(written)
            elif _identifies(written, required):
                found[row] = begin + _SEPARATOR.join(part or "" for part in written)
    return found


def _identifies(parts: Sequence[str | None], required: list[int]) -> bool:
    for column in required:
        if parts[column] is None:
            return False
    return parts.count(None) < len(parts)


def _parts(values: list[Any]) -> list[str | None]:
    """Each value as it is compared; None where the cell is blank."""
    known: dict[Any, str | None] = {None: None}
    for value in values:
        if value not in known:
            known[value] = value.isoformat() if isinstance(value, dt.date) else normal(str(value))
    return [known[value] for value in values]
