"""A thread that keeps one worker busy, replaces it when it dies, and knows who is to blame."""

from __future__ import annotations

import logging
import pickle
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from dashboard.intake.workers.frames import RETIRE, Answer, Request, Settings
from dashboard.intake.workers.refusals import died, too_slow, was_killed
from dashboard.intake.workers.worker import Worker, WorkerError

if TYPE_CHECKING:
    from dashboard.intake.model import FileReading

_log = logging.getLogger("dashboard.intake")
_START_SECONDS = 60.0
_STARTS = 3
"""How often a worker may end while it starts before none can be had."""
_AHEAD = 2
"""Files a worker holds: the one it reads and the one it finds waiting when that is done."""
_BACKLOG = 4
"""Waiting files from which on a lane takes one ahead."""


@dataclass(slots=True, eq=False)
class Ticket:
    """A file under way; its result is a pickled Answer."""

    request: Request
    result: Future[bytes] = field(default_factory=Future)
    again: bool = False
    """It was read once by a worker that somebody killed."""


class Lane(threading.Thread):
    """Takes tickets from ``queue`` until it finds None there.

    The parent's clock calls ``end_if_late`` from time to time."""

    def __init__(self, settings: Settings, queue: SimpleQueue[Ticket | None]) -> None:
        super().__init__(daemon=True, name="dudao-lane")
        self._settings = settings
        self._queue = queue
        self._held: deque[Ticket] = deque()
        self._lock = threading.Lock()
        self._deadline: float | None = None
        self._late: Ticket | None = None
        self._closing = False
        self._worker: Worker | None = Worker(settings)

    def run(self) -> None:
        """The thread's work."""
        try:
            while self._fill():
                self._await_answer()
        except (WorkerError, OSError) as error:
            self._give_up(error)
        finally:
            self._end_worker()

    def close(self) -> None:
        """Ends the worker at once, whatever it does. The thread ends soon after."""
        with self._lock:
            self._closing = True
            if self._worker is not None:
                self._worker.kill()

    def end_if_late(self) -> None:
        """Kills the worker where the file that it reads has had its time."""
        with self._lock:
            if self._deadline is None or time.monotonic() < self._deadline:
                return
            self._deadline = None
            self._late = self._held[0] if self._held else None
            if self._worker is not None:
                self._worker.kill()

    def _fill(self) -> bool:
        """Hands tickets to the worker; False where there are no more to come."""
        while not self._closing and len(self._held) < _AHEAD:
            if self._held and self._queue.qsize() < _BACKLOG:
                break  # rather left to a lane that has nothing to do
            try:
                ticket = self._queue.get(block=not self._held)
            except Empty:
                break
            if ticket is None:
                self._queue.put(None)  # for the other lanes, and for this one afterwards
                break
            if ticket.result.set_running_or_notify_cancel():
                self._held.append(ticket)
                self._hand_over(ticket)
        return bool(self._held) and not self._closing

    def _hand_over(self, ticket: Ticket) -> None:
        worker = self._ready_worker()
        worker.send(pickle.dumps(ticket.request))

    def _ready_worker(self) -> Worker:
        """A worker that takes files. One that ends before it does, for whatever reason, is
        replaced: no file is to blame, and the installation only where none can be had."""
        left = _STARTS
        while True:
            worker = self._some_worker()
            left -= 1
            self._set_clock(_START_SECONDS)
            try:
                worker.wait_until_ready()
            except WorkerError:
                self._end_worker()
                self._late = None
                if left == 0 or self._closing:
                    raise
                _log.warning("a worker ended while it started")
            else:
                return worker
            finally:
                self._set_clock(None)

    def _some_worker(self) -> Worker:
        with self._lock:
            if self._closing:
                raise WorkerError("读取进程已结束。")
            if self._worker is None:
                self._worker = Worker(self._settings)
            return self._worker

    def _set_clock(self, seconds: float | None) -> None:
        with self._lock:
            self._deadline = None if seconds is None else time.monotonic() + seconds

    def _await_answer(self) -> None:
        worker = self._ready_worker()
        self._set_clock(self._settings.limits.wall_seconds)
        frame = worker.receive()
        self._set_clock(None)
        if frame is None:
            self._bury()
            return
        self._held.popleft().result.set_result(frame[1:])
        if frame[:1] == RETIRE:
            self._end_worker()
            self._again()

    def _bury(self) -> None:
        """The worker is dead: the file that it was reading pays, the next one starts anew."""
        returncode, said = self._end_worker()
        if self._closing:
            return
        ticket, late = self._held[0], self._late
        self._late = None
        if late is None and not ticket.again and was_killed(returncode):
            ticket.again = True  # by somebody else, perhaps for another's hunger for memory
        elif late is None or late is ticket:
            self._held.popleft()
            limits = self._settings.limits
            reading = too_slow(limits.wall_seconds) if late else died(returncode, said, limits)
            word = said.strip().partition("\n")[0]
            _log.warning("worker ended (%s) on %s: %s", returncode, ticket.request.name, word)
            ticket.result.set_result(_pickled(reading))
        self._again()

    def _again(self) -> None:
        for ticket in self._held:
            self._hand_over(ticket)

    def _end_worker(self) -> tuple[int, str]:
        with self._lock:
            worker, self._worker = self._worker, None
        return worker.end() if worker is not None else (0, "")

    def _give_up(self, error: Exception) -> None:
        """No worker can be had: who waits for the held files learns why. Those in the queue are
        left to the other lanes; where there are none, the pool says so."""
        for ticket in self._held:
            ticket.result.set_exception(error)


def _pickled(reading: FileReading) -> bytes:
    return pickle.dumps(Answer(reading), pickle.HIGHEST_PROTOCOL)
