"""What the journal amounts to: who sent what, what counts no longer, what was settled."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.intake.model import Problem
from dashboard.journal import Event, Journal, JournalDamagedError
from dashboard.problems import problem


@dataclass(frozen=True, slots=True)
class Received:
    """One file as it arrived. Without ``sha256`` there were no bytes to be had."""

    submission_id: int
    file: str
    received_at: dt.datetime
    sha256: str | None = None
    size: int | None = None
    plan: bool = False
    refusal: Problem | None = None


class History:
    """The journal read so far; ``refresh`` reads what was added since."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._offset = 0
        self.last = 0
        """The number of the last event."""
        self.events: list[Event] = []
        self.received: dict[int, Received] = {}
        self.withdrawn: dict[int, dt.datetime] = {}
        self.corrections: set[int] = set()
        """The numbers of those in force."""
        self.remarks: set[int] = set()
        """The numbers of remarks and exemptions that were not taken back."""
        self.meetings: set[dt.date] = set()
        self._by_sha: dict[str, list[int]] = defaultdict(list)
        self._at_door: dict[str, tuple[int, str] | None] = {}
        self._numbers: dict[str, int] = defaultdict(int)

    def refresh(self) -> History:
        """Read the events that were added since; returns itself."""
        for event, offset in self._journal.read(self._offset):
            self._apply(event)
            self._offset = offset
        return self

    def append(self, events: Iterable[tuple[str, dict[str, Any]]]) -> list[Event]:
        """Write events at the end of the journal, and count them in."""
        self.refresh()
        numbered = [
            (self.last + step, name, data) for step, (name, data) in enumerate(events, start=1)
        ]
        made = self._journal.append(numbered) if numbered else []
        self.refresh()
        return made

    def next_number(self, name: str) -> int:
        """The next free number of a submission, remark or correction."""
        return self._numbers[name] + 1

    def standing(self, sha256: str) -> int | None:
        """The submission that those bytes came as and that was not withdrawn."""
        known = self._by_sha.get(sha256, [])
        return next((one for one in known if one not in self.withdrawn), None)

    def withdrawn_as(self, sha256: str, file: str) -> int | None:
        """The withdrawn submission of those bytes under that name.

        The file still lies in the inbox then, and must not come in again by itself."""
        known = reversed(self._by_sha.get(sha256, []))
        return next((one for one in known if self.received[one].file == file), None)

    def refused_at_door(self, file: str, code: str) -> int | None:
        """The submission as which that file was last refused for the same reason."""
        last = self._at_door.get(file)
        return last[0] if last and last[1] == code else None

    def _apply(self, event: Event) -> None:
        data = event.data
        if event.n != self.last + 1:
            raise JournalDamagedError(
                f"流水账在第 {self.last} 条之后缺少记录（读到第 {event.n} 条）。请从备份恢复。"
            )
        self.last = event.n
        self.events.append(event)
        for name in ("submission", "remark", "correction"):
            number = data.get(f"{name}_id", 0)
            self._numbers[name] = max(self._numbers[name], number)
        match event.name:
            case "received" | "refused_at_door":
                self._receive(received_from(event))
            case "withdrawn":
                self.withdrawn[data["submission_id"]] = dt.datetime.fromisoformat(data["at"])
            case "restored":
                self.withdrawn.pop(data["submission_id"], None)
            case "meeting":
                self.meetings.add(dt.date.fromisoformat(data["held_on"]))
            case "meeting_removed":
                self.meetings.discard(dt.date.fromisoformat(data["held_on"]))
            case "remark":
                self.remarks.add(data["remark_id"])
            case "remark_removed":
                self.remarks.discard(data["remark_id"])
            case "correction":
                self.corrections.add(data["correction_id"])
            case "correction_removed":
                self.corrections.discard(data["correction_id"])

    def _receive(self, one: Received) -> None:
        self.received[one.submission_id] = one
        if one.sha256:
            self._by_sha[one.sha256].append(one.submission_id)
        code = one.refusal.code if one.refusal else None
        self._at_door[one.file] = (one.submission_id, code) if code else None


def received_from(event: Event) -> Received:
    """The arrival that a ``received`` or ``refused_at_door`` event tells of."""
    data = event.data
    refused = event.name == "refused_at_door"
    return Received(
        submission_id=data["submission_id"],
        file=data["file"],
        received_at=dt.datetime.fromisoformat(data["received_at"]),
        sha256=data.get("sha256"),
        size=data.get("size"),
        plan=data.get("plan", False),
        refusal=problem(data["code"], **data["details"]) if refused else None,
    )
