"""Files into the archive and the journal: before anything is parsed, and only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.archive import Archive
from dashboard.errors import Refused
from dashboard.history import History
from dashboard.ingest.scan import Found
from dashboard.intake.model import Problem
from dashboard.journal import now

_BATCH = 100
"""Files a journal write: each write waits for the disk."""

PASSING = frozenset({"changed_meanwhile", "not_found"})
"""Refusals that say something of the moment, not of the file: reported, never recorded."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was found, and the submission that it is."""

    found: Found
    submission_id: int | None
    """None where nothing was recorded: the file is to be tried again."""
    known: bool = False
    """The same bytes had come before."""
    sha256: str | None = None
    refusal: Problem | None = None
    """Why there were no bytes to be had."""


class Arrivals:
    """Takes files into the archive. The caller holds the workspace's lock.

    ``on_new`` is called when there will be something to read: workers may start meanwhile."""

    def __init__(
        self,
        archive: Archive,
        history: History,
        received_at: Callable[[Found], dt.datetime] | None = None,
        passing: frozenset[str] = PASSING,
        on_new: Callable[[], None] | None = None,
    ) -> None:
        self._archive = archive
        self._history = history
        self._received_at = received_at or (lambda _: now())
        self._passing = passing
        self._on_new = on_new or (lambda: None)
        self._waiting: list[tuple[str, dict[str, Any]]] = []
        self._waiting_by_sha: dict[str, int] = {}

    def take(self, files: Iterable[Found]) -> list[Arrival]:
        """Archive and journal what is new of the files, in their order."""
        self._archive.tidy()
        made = []
        for found in files:
            made.append(self._take(found))
            if len(self._waiting) >= _BATCH:
                self._write()
        self._write()
        return made

    def _take(self, found: Found) -> Arrival:
        try:
            blob = self._archive.receive(found.path)
        except Refused as error:
            return self._refuse(found, error)
        known = self._known(blob.sha256, found.name)
        if known is not None:
            self._archive.drop(blob)
            return Arrival(found, known, known=True, sha256=blob.sha256)
        self._on_new()
        self._archive.keep(blob)
        particulars = {"sha256": blob.sha256, "size": blob.size, "plan": found.plan}
        number = self._note("received", found, particulars)
        self._waiting_by_sha[blob.sha256] = number
        return Arrival(found, number, sha256=blob.sha256)

    def _refuse(self, found: Found, error: Refused) -> Arrival:
        one = error.problem
        if one.code in self._passing:
            return Arrival(found, None, refusal=one)
        known = self._history.refused_at_door(found.name, one.code)
        if known is not None:
            return Arrival(found, known, known=True, refusal=one)
        particulars = {"code": one.code, "details": one.details, "reason": one.message}
        number = self._note("refused_at_door", found, particulars)
        return Arrival(found, number, refusal=one)

    def _known(self, sha256: str, name: str) -> int | None:
        if sha256 in self._waiting_by_sha:
            return self._waiting_by_sha[sha256]
        standing = self._history.standing(sha256)
        return standing if standing is not None else self._history.withdrawn_as(sha256, name)

    def _note(self, event: str, found: Found, particulars: dict[str, Any]) -> int:
        number = self._history.next_number("submission") + len(self._waiting)
        data = {
            "submission_id": number,
            "file": found.name,
            "received_at": self._received_at(found),
        }
        self._waiting.append((event, data | particulars))
        return number

    def _write(self) -> None:
        self._archive.settle()
        self._history.append(self._waiting)
        self._waiting.clear()
        self._waiting_by_sha.clear()
