"""What became of one file: the line that ``dudao ingest`` prints for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "problems", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file that was found."""

    file: str
    status: Status
    submission_id: int | None
    """None where nothing was recorded, because the file may well come whole later."""
    known: bool = False
    """The same bytes had come before, and were not taken in again."""
    reason: str | None = None
    """Why it was refused, in Chinese."""
    rows: int = 0
    errors: int = 0
    warnings: int = 0
