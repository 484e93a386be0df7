"""The worker's side: takes a file, answers with its reading, takes the next.

Imports as little as it can: a worker starts for every ``dudao check``, and under a limit on
address space DuckDB aborts while it is loaded.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

from dashboard.errors import Refused
from dashboard.intake.read import Workbook, read_bytes
from dashboard.intake.workers import limits
from dashboard.intake.workers.frames import GO_ON, RETIRE, Answer, Request, Settings, receive, send
from dashboard.intake.workers.refusals import refused

if TYPE_CHECKING:
    from dashboard.intake.model import Context, FileReading

Understand = Callable[["Workbook", str, "Context"], "FileReading"]

_LEFT_IN_CYCLES = 20_000
"""Objects that files left behind before those among them that hold one another are freed."""
_RETIRE_AT = 0.75
"""A worker that still holds this share of its address space after a file gives way to a fresh
one: what a large file leaves in fragments must not count against the next."""


def main() -> None:
    """Serves until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    requests, answers = _pipes()
    first = receive(requests)
    if first is None:
        return
    settings: Settings = pickle.loads(first)
    sys.path[:] = settings.search_path
    understand = _found(settings.function)
    limits.limit_memory(settings.limits.address_space)
    send(answers, GO_ON)
    _serve(_inbox(requests), answers, settings, understand)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes; whatever a library prints goes to stderr and not between the frames."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return requests, answers


def _found(function: str) -> Understand:
    module, _, name = function.partition(":")
    found: Understand = getattr(importlib.import_module(module), name)
    return found


def _inbox(requests: BinaryIO) -> SimpleQueue[bytes]:
    """Frames as they come, read by a thread: the parent never waits to hand over the next
    file, and when the parent is gone this process ends at once, whatever it is doing."""
    inbox: SimpleQueue[bytes] = SimpleQueue()

    def drain() -> None:
        while (frame := receive(requests)) is not None:
            inbox.put(frame)
        os._exit(0)

    threading.Thread(target=drain, daemon=True).start()
    return inbox


def _serve(
    inbox: SimpleQueue[bytes], answers: BinaryIO, settings: Settings, understand: Understand
) -> None:
    known: tuple[bytes, Context] | None = None
    gc.freeze()  # what was imported stays: no need to look at it when files leave cycles behind
    while True:
        request: Request = pickle.loads(inbox.get())
        if known is None or known[0] != request.context:
            known = request.context, pickle.loads(request.context)
        limits.grant_cpu(settings.limits.cpu_seconds)
        answer, fit = _answer(request, known[1], settings, understand)
        in_use = limits.address_space_in_use()
        fit = fit and in_use < _RETIRE_AT * settings.limits.address_space
        send(answers, (GO_ON if fit else RETIRE) + answer)
        if not fit:
            os._exit(0)  # not by returning: the thread that reads holds a lock that ends badly
        if gc.get_count()[0] > _LEFT_IN_CYCLES:
            gc.collect()


def _answer(
    request: Request, context: Context, settings: Settings, understand: Understand
) -> tuple[bytes, bool]:
    """The pickled answer, and whether this process is fit for another file."""
    try:
        workbook = read_bytes(Path(request.path), name=request.name)
        reading = understand(workbook, request.name, context)
        if reading.format is None:
            reading.format = workbook.format
        return _pickled(Answer(reading)), True
    except Refused as refusal:
        return _pickled(Answer(refused(refusal.problem))), True
    except MemoryError:
        pass  # answered below, where the frames that hold the memory are gone
    except Exception as error:  # noqa: BLE001 - one file's failure must not stop the others
        import traceback  # which mostly nobody needs

        failure = Refused("reader_failed", exception=type(error).__name__)
        log = traceback.format_exc(limit=-20)
        fit = not isinstance(error, RecursionError)
        return _pickled(Answer(refused(failure.problem), log)), fit
    limit = settings.limits.address_space >> 20
    return _pickled(Answer(refused(Refused("too_much_memory", limit=limit).problem))), False


def _pickled(answer: Answer) -> bytes:
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
