"""The watcher: whatever is dropped into the inbox is taken in, while the dashboard runs."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from dashboard.errors import DudaoError
from dashboard.ingest import Found, Outcome, Session, in_folder
from dashboard.ingest.arrivals import PASSING
from dashboard.ingest.reading import Readers
from dashboard.workspace import Workspace

_log = logging.getLogger("dashboard.watch")

STILL_SECONDS = 1.5
"""A file is taken when its size and time stood still for so long: somebody may still copy."""
SCAN_SECONDS = 1.0
"""Shared drives send no events, so the folders are listed from time to time as well."""
_SCAN_SHARE = 0.05
"""Of the time may go into listing: a slow drive with thousands of files is listed less often."""
_TURN_SECONDS = 0.25
_PATIENCE_SECONDS = 60.0
"""A file that may not be read is often one that somebody has open; afterwards it is refused."""
_LOCKED = frozenset({"no_permission", "not_readable"})
_RETRY_SECONDS = 5.0


class Settling:
    """Tells which files stand still and were not taken yet."""

    def __init__(self) -> None:
        self._since: dict[Path, tuple[tuple[int, int], float]] = {}
        self._taken: dict[Path, tuple[int, int]] = {}

    def due(self, listing: list[Found], now: float) -> list[Found]:
        """The files that have stood still long enough; ``now`` is a monotonic time."""
        there = {one.path for one in listing}
        for gone in [path for path in self._since if path not in there]:
            del self._since[gone]
        for gone in [path for path in self._taken if path not in there]:
            del self._taken[gone]
        return [one for one in listing if self._is_due(one, now)]

    def waiting(self) -> frozenset[Path]:
        """The files that may still change."""
        return frozenset(self._since)

    def failed(self, one: Found) -> None:
        """That file could not be taken: it must stand still anew before the next try."""
        self._since.pop(one.path, None)

    def took(self, one: Found) -> None:
        """That file is dealt with until it changes."""
        self._since.pop(one.path, None)
        self._taken[one.path] = one.state

    def _is_due(self, one: Found, now: float) -> bool:
        if self._taken.get(one.path) == one.state:
            return False
        state, since = self._since.get(one.path, (None, now))
        if state != one.state:
            self._since[one.path] = (one.state, now)
            return False
        return now - since >= STILL_SECONDS


class Watcher:
    """Takes in what is dropped into one workspace, until it is told to stop."""

    def __init__(
        self,
        workspace: Workspace,
        readers: Readers,
        on_published: Callable[[list[Outcome]], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._session = Session(workspace, readers)
        self._settling = Settling()
        self._on_published = on_published or (lambda _: None)
        self._failing: dict[Path, float] = {}
        self._next_scan = 0.0
        self._listing: list[Found] = []

    def turn(self, *, changed: bool) -> None:
        """Look once, and take in what is due. ``changed``: the system says something is new."""
        now = time.monotonic()
        if changed or now >= self._next_scan:
            self._listing = self._list()
            took = time.monotonic() - now
            self._next_scan = now + max(SCAN_SECONDS, took / _SCAN_SHARE)
        elif waiting := self._settling.waiting():
            self._listing = [_again(one) if one.path in waiting else one for one in self._listing]
        else:
            return
        if due := self._settling.due(self._listing, now):
            self._take(due, now)

    def _list(self) -> list[Found]:
        plan = in_folder(self._workspace.plan, plan=True)
        return [*plan, *in_folder(self._workspace.inbox)]

    def _take(self, due: list[Found], now: float) -> None:
        patient = [one for one in due if now - self._failing.get(one.path, now) < _PATIENCE_SECONDS]
        weary = [one for one in due if one not in patient]
        made: list[tuple[Found, Outcome]] = []
        for files, passing in ((patient, PASSING | _LOCKED), (weary, PASSING)):
            if files:
                outcomes = self._session.ingest(files, passing=passing)
                made += zip(files, outcomes, strict=True)
        for one, outcome in made:
            self._remember(one, outcome, now)
        new = [outcome for _, outcome in made if outcome.submission_id and not outcome.known]
        if new:
            self._on_published(new)

    def _remember(self, one: Found, outcome: Outcome, now: float) -> None:
        if outcome.submission_id is None:
            self._failing.setdefault(one.path, now)
            self._settling.failed(one)
            return
        self._failing.pop(one.path, None)
        self._settling.took(one)


def watch(
    workspace: Workspace,
    stop: threading.Event,
    on_published: Callable[[list[Outcome]], None] | None = None,
) -> None:
    """Take in what is dropped into the inbox until ``stop`` is set. Runs in a thread.

    One process watches a workspace; in another this waits until that one has ended.
    ``on_published`` is called after new files are in the store. No error ends it."""
    while not stop.is_set():
        try:
            workspace.create()
            with FileLock(workspace.store_folder / "watch.lock", timeout=0):
                _watch_alone(workspace, stop, on_published)
        except Timeout:
            stop.wait(_RETRY_SECONDS)
        except (OSError, DudaoError):
            _log.exception("收件箱暂时无法监视，将继续尝试。")
            stop.wait(_RETRY_SECONDS)


def _watch_alone(
    workspace: Workspace,
    stop: threading.Event,
    on_published: Callable[[list[Outcome]], None] | None,
) -> None:
    with Readers() as readers:
        readers.warm()
        watcher = Watcher(workspace, readers, on_published)
        for changed in _turns(workspace, stop):
            try:
                watcher.turn(changed=changed)
            except Exception:  # noqa: BLE001 - logged; one bad turn must not end the watching
                _log.exception("接收收件箱中的文件时出错，将继续尝试。")
                stop.wait(_RETRY_SECONDS)


def _turns(workspace: Workspace, stop: threading.Event) -> Iterator[bool]:
    """A turn every quarter of a second, at once where the system tells of a change."""
    import watchfiles

    yield True
    try:
        changes = watchfiles.watch(
            workspace.inbox,
            workspace.plan,
            watch_filter=None,
            debounce=200,
            rust_timeout=int(_TURN_SECONDS * 1000),
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        for changed in changes:
            yield bool(changed)
    except (OSError, RuntimeError):
        # Some systems run out of watches; the listing from time to time finds files as well.
        _log.warning("系统不能通知文件变化，改为定时查看收件箱。", exc_info=True)
    while not stop.wait(_TURN_SECONDS):
        yield False


def _again(one: Found) -> Found:
    """The file as it stands now; a look at one file is cheaper than a listing of its folder."""
    try:
        status = one.path.lstat()
    except OSError:
        return Found(one.path, one.name, one.plan)
    return Found(one.path, one.name, one.plan, status.st_size, status.st_mtime_ns)
