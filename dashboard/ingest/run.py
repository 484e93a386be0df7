"""One taking-in, from the lock to the outcomes."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from filelock import Timeout

from dashboard.history import History
from dashboard.ingest.arrivals import PASSING, Arrival, Arrivals
from dashboard.ingest.catch_up import CatchUp, Progress
from dashboard.ingest.outcome import Outcome
from dashboard.ingest.reading import Readers
from dashboard.ingest.scan import Found, in_folder
from dashboard.store import Store, load
from dashboard.store.told import told
from dashboard.workspace import Workspace


class Session:
    """Several takings-in of one workspace that share the journal read so far and the readers.

    The watcher keeps one for as long as it runs; ``ingest`` makes one for itself."""

    def __init__(
        self,
        workspace: Workspace,
        pool: Readers,
        *,
        progress: Progress | None = None,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        self.workspace = workspace
        self.history = History(workspace.journal)
        self._pool = pool
        self._progress = progress
        self._on_wait = on_wait or (lambda: None)

    def ingest(
        self,
        files: Iterable[Found],
        *,
        received_at: Callable[[Found], dt.datetime] | None = None,
        passing: frozenset[str] = PASSING,
    ) -> list[Outcome]:
        """Take files in and bring the store up to date; an outcome a file, in their order.

        ``received_at`` says when a file arrived, now by default. Problems of which the code is
        in ``passing`` are reported and not recorded. Raises OSError where the workspace can't
        be written, JournalDamagedError, and BrokenRuleError never."""
        with self._locked():
            arrivals = Arrivals(
                self.workspace.archive,
                self.history.refresh(),
                received_at,
                passing,
                on_new=self._pool.warm,
            )
            arrived = arrivals.take(files)
            if any(not one.known for one in arrived):
                load()  # while workers start
            read = self._catch_up()
        return outcomes(self.workspace.store, self.history, arrived, read)

    def catch_up(self, *, anew: bool = False) -> list[Outcome]:
        """Bring the store up to the journal; the outcome of every file that was read."""
        with self._locked():
            read = self._catch_up(anew=anew)
        return list(read.values())

    def record(self, name: str, **data: object) -> None:
        """Write one decision into the journal, and bring the store up to it."""
        self.record_all(name, [data])

    def record_all(self, name: str, decisions: Sequence[dict[str, object]]) -> None:
        """As ``record``, for several that belong together."""
        with self._locked():
            self.history.append((name, data) for data in decisions)
            self._catch_up()

    def record_numbered(self, name: str, **data: object) -> int:
        """As ``record``, for a decision that later ones refer to by the number returned."""
        return self.record_all_numbered(name, [data])[0]

    def record_all_numbered(self, name: str, decisions: Sequence[dict[str, object]]) -> list[int]:
        """As ``record_numbered``, for several that belong together."""
        with self._locked():
            first = self.history.refresh().next_number(name)
            numbers = [first + step for step in range(len(decisions))]
            pairs = zip(numbers, decisions, strict=True)
            self.history.append((name, {f"{name}_id": n} | data) for n, data in pairs)
            self._catch_up()
        return numbers

    def _catch_up(self, *, anew: bool = False) -> dict[int, Outcome]:
        work = CatchUp(self.workspace, self.history, self._pool, self._progress)
        work.run(anew=anew)
        return work.outcomes

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """The workspace to ourselves; ``on_wait`` is called once where another has it."""
        lock = self.workspace.store.lock()
        try:
            lock.acquire(timeout=0.3)
        except Timeout:
            self._on_wait()
            lock.acquire()
        try:
            yield
        finally:
            lock.release()


def ingest(
    workspace: Workspace,
    files: Iterable[Found] | None = None,
    *,
    received_at: Callable[[Found], dt.datetime] | None = None,
    progress: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
) -> list[Outcome]:
    """Take in the plan, then the files given or all of the inbox.

    Makes the workspace's folders. An outcome a file, in their order; see ``Session.ingest``."""
    workspace.create()
    plan = list(in_folder(workspace.plan, plan=True))
    wanted = list(in_folder(workspace.inbox) if files is None else files)
    with Readers() as pool:
        session = Session(workspace, pool, progress=progress, on_wait=on_wait)
        made = session.ingest([*plan, *wanted], received_at=received_at)
    return [one for one in made[: len(plan)] if not one.known] + made[len(plan) :]


def rebuild(workspace: Workspace, *, progress: Progress | None = None) -> list[Outcome]:
    """The store anew from archive and journal; the same content comes out."""
    with Readers() as pool:
        return Session(workspace, pool, progress=progress).catch_up(anew=True)


def check_current(workspace: Workspace) -> bool:
    """Whether this version of the program can read the store as it stands."""
    return workspace.store.is_current()


def outcomes(
    store: Store, history: History, arrived: Sequence[Arrival], read: dict[int, Outcome]
) -> list[Outcome]:
    """An outcome for each file that was found, whether it was read just now or long ago."""
    old = [one.submission_id for one in arrived if one.submission_id not in read]
    before = _before(store, [number for number in old if number is not None])
    made = []
    for one in arrived:
        name = one.found.name
        if one.submission_id is None:
            reason = one.refusal.message if one.refusal else None
            made.append(Outcome(name, "refused", None, reason=reason))
            continue
        was = read.get(one.submission_id) or before[one.submission_id]
        status = "withdrawn" if one.submission_id in history.withdrawn else was.status
        made.append(
            Outcome(
                name,
                status,
                one.submission_id,
                one.known,
                was.reason,
                was.rows,
                was.errors,
                was.warnings,
            )
        )
    return made


def _before(store: Store, numbers: list[int]) -> dict[int, Outcome]:
    found = told(store, numbers)
    return {
        one.submission_id: Outcome(
            one.file,
            one.status,
            one.submission_id,
            True,
            one.reason,
            one.rows,
            one.errors,
            one.warnings,
        )
        for one in found
    }
