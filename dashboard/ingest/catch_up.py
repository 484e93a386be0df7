"""The store follows the journal: events it has not seen yet, in order, published in batches.

The store is a function of journal and archive. A kill between a line of the journal and the
generation that shows it is mended by whoever catches up next.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

from dashboard import sidecar
from dashboard.history import History, Received, received_from
from dashboard.ingest.decisions import record
from dashboard.ingest.outcome import Outcome
from dashboard.ingest.reading import Job, Readers
from dashboard.ingest.surroundings import Surroundings, surroundings
from dashboard.intake.model import FileReading
from dashboard.journal import Event
from dashboard.kinds import kind
from dashboard.store import Store, Submission, Writer
from dashboard.store import surroundings as stored
from dashboard.workspace import Workspace

Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""

_PUBLISH_SECONDS = 15.0
_PUBLISH_EVENTS = 2_000
_CHUNK = 250
"""Files between two looks at the clock."""
_ROUNDS = 5
"""A new directory may change how the directory itself is read; it settles at the second."""


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Rows by the ten thousand hold no cycles: to look for some takes a twentieth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class CatchUp:
    """Brings the store of a workspace up to its journal. The caller holds the lock."""

    def __init__(
        self,
        workspace: Workspace,
        history: History,
        readers: Readers,
        progress: Progress | None = None,
    ) -> None:
        self._workspace = workspace
        self._store: Store = workspace.store
        self._history = history
        self._readers = readers
        self._progress = progress or (lambda _done, _total: None)
        self._done = self._total = 0
        self._used: set[Surroundings] = set()
        self.outcomes: dict[int, Outcome] = {}
        """What came of each submission that was read, by its number."""

    def run(self, *, anew: bool = False) -> None:
        """Take in every event that the store has not seen; ``anew`` all of them."""
        events = self._history.refresh().events
        anew = anew or not self._store.is_current()
        seen = 0 if anew else sidecar.last_event(self._workspace)
        if seen > len(events):  # the journal came back from an older backup
            anew, seen = True, 0
        waiting = events[seen:]
        self._total = sum(1 for event in waiting if event.name == "received")
        self._progress(0, self._total)
        while waiting or anew:
            with _no_search_for_cycles():
                waiting = self._publish_some(waiting, anew=anew)
            anew = False

    def _publish_some(self, waiting: list[Event], *, anew: bool) -> list[Event]:
        """One generation with as many of the events as are due; returns the others."""
        until = time.monotonic() + _PUBLISH_SECONDS
        taken = 0
        with self._store.writer(anew=anew) as writer:
            now = surroundings(writer)
            self._used = set() if anew else {now}
            while taken < len(waiting) and taken < _PUBLISH_EVENTS and time.monotonic() < until:
                chunk = waiting[taken : taken + _CHUNK]
                self._take(writer, chunk)
                taken += len(chunk)
            now = self._settle(writer)
            last = waiting[taken - 1].n if taken else 0
            writer.set_last_event(last)
        sidecar.write(self._workspace, last, now.latest())
        return waiting[taken:]

    def _take(self, writer: Writer, chunk: list[Event]) -> None:
        arrived = [received_from(one) for one in chunk if "received_at" in one.data]
        for _, alike in groupby(arrived, key=lambda one: one.plan):
            self._add(writer, list(alike), surroundings(writer))
        for event in chunk:
            record(writer, event)

    def _add(self, writer: Writer, arrived: list[Received], by: Surroundings) -> None:
        self._used.add(by)
        for one, reading in self._read(arrived, by):
            at = self._history.withdrawn.get(one.submission_id)
            submission = Submission(
                one.submission_id, one.file, one.sha256, one.size, one.received_at, at
            )
            writer.add(submission, reading, by.key(one.submission_id, one.file, _units(reading)))
            self.outcomes[one.submission_id] = _outcome(one, reading)

    def _read(
        self, arrived: list[Received], by: Surroundings
    ) -> Iterator[tuple[Received, FileReading]]:
        """Each with what intake makes of it, in the order they came."""
        archive = self._workspace.archive
        results = self._readers.read(
            Job(archive.path(one.sha256), one.file, by.context(one))
            for one in arrived
            if one.sha256
        )
        for one in arrived:
            if one.refusal:
                yield one, FileReading("refused", one.refusal.message, problems=[one.refusal])
                continue
            _, reading = next(results)
            self._done += 1
            self._progress(min(self._done, self._total), self._total)
            yield one, reading

    def _settle(self, writer: Writer) -> Surroundings:
        """Read anew what was read by other surroundings than those that stand now."""
        for _ in range(_ROUNDS):
            now = surroundings(writer)
            if self._used <= {now}:
                break
            stale = self._stale(writer, now)
            self._used = {now}
            for start in range(0, len(stale), _CHUNK):
                some = stale[start : start + _CHUNK]
                writer.remove(*(one.submission_id for one in some))
                self._add(writer, some, now)
        return now

    def _stale(self, writer: Writer, now: Surroundings) -> list[Received]:
        units = stored.units_named(writer)
        keys = stored.context_keys(writer)
        files = self._history.received
        found = [
            number
            for number, key in keys.items()
            if key != now.key(number, files[number].file, units.get(number, frozenset()))
        ]
        self._total += len(found)
        return [self._history.received[number] for number in sorted(found)]


def _units(reading: FileReading) -> set[str]:
    """The units that a file is about, as the store tells them: '' where it can't."""
    named: set[str] = set()
    for table in reading.tables:
        if kind(table.kind).collection == "plan":
            named.add("")
        else:
            named.update(unit or "" for unit in set(table.data["unit"]) or {table.unit})
    return named


def _outcome(one: Received, reading: FileReading) -> Outcome:
    errors = sum(1 for problem in reading.problems if problem.severity == "error")
    return Outcome(
        file=one.file,
        status=reading.status,
        submission_id=one.submission_id,
        reason=reading.reason,
        rows=sum(table.rows for table in reading.tables),
        errors=errors,
        warnings=len(reading.problems) - errors,
    )
