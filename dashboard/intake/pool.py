"""Reads files in worker processes, in their order, a hostile one costing only itself."""

from __future__ import annotations

import logging
import os
import pickle
import sys
import threading
from collections import deque
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

from dashboard.intake.workers.frames import Answer, Job, Limits, Request, Settings
from dashboard.intake.workers.lane import Lane, Ticket
from dashboard.intake.workers.worker import WorkerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from dashboard.intake.model import Context, FileReading

__all__ = ["Job", "Limits", "Pool", "WorkerError"]

UNDERSTAND = "dashboard.intake.understand:understand"
_log = logging.getLogger("dashboard.intake")
_MOST_WORKERS = 8
_WINDOW = 12
"""Files under way or read ahead, for each worker: so many results are held at most."""
_LANE_LOAD = 4
"""Files of a quarter of a mebibyte for which one more worker is worth starting."""
_TICK_SECONDS = 0.1


class Pool:
    """Workers that live as long as the ``with`` block, started when there is work for them.

    ``function`` is ``module:name`` of what makes a FileReading of (Workbook, name, Context).
    Leaving the block, also by Ctrl-C, ends every worker and waits for its end. One thread uses
    a pool at a time.

        with Pool() as pool:
            for job, reading in pool.take(jobs):
                ...
    """

    def __init__(
        self,
        workers: int | None = None,
        limits: Limits | None = None,
        function: str = UNDERSTAND,
    ) -> None:
        self._most = workers or min(_usable_cores(), _MOST_WORKERS)
        self._settings = Settings(limits or Limits(), function, tuple(sys.path))
        self._queue: SimpleQueue[Ticket | None] = SimpleQueue()
        self._lanes: list[Lane] = []
        self._load = 0.0
        self._closed = threading.Event()
        self._clock = threading.Thread(target=self._watch, daemon=True, name="dudao-clock")
        self._context: tuple[Context, bytes] | None = None
        self._logged: set[str] = set()  # one fault meets many files: its traceback is told once

    def __enter__(self) -> Self:
        self._clock.start()
        self._open_lane()  # it starts while the caller still looks for files
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed.set()
        self._queue.put(None)
        for lane in self._lanes:
            lane.close()
        for lane in self._lanes:
            lane.join()
        self._clock.join()

    def expect(self, files: int) -> None:
        """Start as many workers as ``files`` are worth, before the first of them is there."""
        while len(self._lanes) < self._most and files > _LANE_LOAD * len(self._lanes):
            self._open_lane()

    def take(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, FileReading]]:
        """Every job with its reading, in the order of the jobs, as soon as it is there.

        Jobs are drawn a few ahead, so neither they nor the readings pile up. A file that ends
        its worker gets a reading that is refused and says why. Raises WorkerError where no
        worker can be started."""
        source = iter(jobs)
        pending: deque[tuple[Job, Ticket]] = deque()
        try:
            while True:
                self._draw(source, pending)
                if not pending:
                    return
                job, ticket = pending.popleft()
                yield job, self._reading(job, ticket)
        finally:
            for _, ticket in pending:
                ticket.result.cancel()

    def _draw(self, source: Iterator[Job], pending: deque[tuple[Job, Ticket]]) -> None:
        while len(pending) < _WINDOW * self._most:
            job = next(source, None)
            if job is None:
                return
            ticket = Ticket(Request(str(job.path), job.name, self._pickled(job.context)))
            pending.append((job, ticket))
            self._queue.put(ticket)
            self._load += 1 + _quarter_mebibytes(job)
            if len(self._lanes) < self._most and self._load > _LANE_LOAD * len(self._lanes):
                self._open_lane()

    def _pickled(self, context: Context) -> bytes:
        if self._context is None or self._context[0] is not context:
            self._context = context, pickle.dumps(context)
        return self._context[1]

    def _open_lane(self) -> None:
        lane = Lane(self._settings, self._queue)
        lane.start()
        self._lanes.append(lane)

    def _reading(self, job: Job, ticket: Ticket) -> FileReading:
        answer: Answer = pickle.loads(self._awaited(ticket))
        if answer.log and answer.log in self._logged:
            _log.error("%s: %s", job.name, answer.log.strip().rpartition("\n")[2])
        elif answer.log:
            self._logged.add(answer.log)
            _log.error("%s: %s", job.name, answer.log)
        return answer.reading

    def _awaited(self, ticket: Ticket) -> bytes:
        while True:
            with suppress(NotYet):  # in steps, because on Windows a wait keeps Ctrl-C out
                return ticket.result.result(timeout=_TICK_SECONDS)
            if not any(lane.is_alive() for lane in self._lanes) and not ticket.result.done():
                raise WorkerError("读取进程已全部退出，无法继续。")

    def _watch(self) -> None:
        while not self._closed.wait(_TICK_SECONDS):
            for lane in tuple(self._lanes):
                lane.end_if_late()


def _quarter_mebibytes(job: Job) -> float:
    try:
        return job.path.stat().st_size / (1 << 18)
    except OSError:
        return 0.0  # the worker will say what is wrong with it


def _usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
