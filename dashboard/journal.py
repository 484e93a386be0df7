"""The journal: what happened in a workspace, in order, one JSON object a line.

Append-only and on the disk before anything is made of it, so that the store can be worked
out anew at any time. A kill in the middle of a line leaves a line without its end; that line
never happened, and is cut off before the next one is written.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dashboard.errors import DudaoError

EventName = Literal[
    "received",
    "refused_at_door",
    "withdrawn",
    "restored",
    "meeting",
    "meeting_removed",
    "remark",
    "remark_removed",
    "correction",
    "correction_removed",
]


class JournalDamagedError(DudaoError):
    """A line in the middle of the journal is not what the program wrote."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal: its number from 1, what happened, and the particulars."""

    n: int
    name: str
    data: dict[str, Any]


class Journal:
    """The file. Whoever appends holds the workspace's lock; reading needs none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, offset: int = 0) -> Iterator[tuple[Event, int]]:
        """The events from a byte offset on, each with the offset of the line after it.

        Raises JournalDamagedError at a line that is no event."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            file.seek(offset)
            for line in file:
                if not line.endswith(b"\n"):
                    return
                offset += len(line)
                yield self._event(line, offset), offset

    def append(self, events: Iterable[tuple[int, str, dict[str, Any]]]) -> list[Event]:
        """Write numbered events at the end; they are on the disk when it returns."""
        made = [Event(n, name, data) for n, name, data in events]
        lines = "".join(_line(event) for event in made).encode()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            file.truncate(self._whole_lines())
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        return made

    def _whole_lines(self) -> int:
        """The length of the file without a half-written last line."""
        with self.path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            while end:
                start = max(0, end - 65_536)
                file.seek(start)
                if (newline := file.read(end - start).rfind(b"\n")) >= 0:
                    return start + newline + 1
                end = start
        return 0

    def _event(self, line: bytes, offset: int) -> Event:
        try:
            data = json.loads(line)
            return Event(data.pop("n"), data.pop("event"), data)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise JournalDamagedError(
                f"流水账 {self.path} 在第 {offset} 字节之前有一行已损坏，程序不敢猜测。"
                "请从备份恢复该文件。"
            ) from error


def _line(event: Event) -> str:
    content = {"n": event.n, "event": event.name} | event.data
    return json.dumps(content, ensure_ascii=False, default=_iso) + "\n"


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the journal")


def now() -> dt.datetime:
    """The office's clock on the wall, to the second: what people compare arrivals with."""
    return dt.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - wall clock is meant
