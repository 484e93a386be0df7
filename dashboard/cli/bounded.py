"""Work that no one can interrupt: it gets so much time and memory, then the process ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.intake.workers.limits import address_space_in_use, limit_memory, memory_limit

MORE_MEMORY = 6 << 30
"""Bytes of address space on top of what the process holds already."""


@contextmanager
def bounded(seconds: float, said: str) -> Iterator[None]:
    """Ends this process with code 1 and that sentence where the block takes longer.

    The engine stops a query when it is told to, but not while it plans one: a statement of a
    few lines can ask for a million columns. For commands alone, that have nothing else to lose.
    """
    before = memory_limit()
    timer = threading.Timer(seconds, _end, [said])
    timer.daemon = True
    timer.start()
    in_use = address_space_in_use()
    if in_use:
        limit_memory(in_use + MORE_MEMORY)
    try:
        yield
    finally:
        timer.cancel()
        limit_memory(before)


def _end(said: str) -> None:
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - no one else gets to say it
    os._exit(1)
