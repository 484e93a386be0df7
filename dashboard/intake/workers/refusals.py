"""Readings of files that could not be read."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from dashboard.errors import Refused
from dashboard.intake.model import FileReading

if TYPE_CHECKING:
    from dashboard.intake.model import Problem
    from dashboard.intake.workers.frames import Limits

_OUT_OF_MEMORY = ("memory allocation of", "MemoryError", "bad_alloc", "annot allocate memory")
"""What Rust, Python and C say on stderr when an allocation fails."""


def refused(problem: Problem) -> FileReading:
    """The reading of a file that is refused for this reason."""
    return FileReading("refused", reason=problem.message, problems=[problem])


def too_slow(seconds: float) -> FileReading:
    """The reading of a file on which so many seconds were not enough."""
    return refused(Refused("took_too_long", seconds=f"{seconds:g}").problem)


def died(returncode: int, said: str, limits: Limits) -> FileReading:
    """The reading of a file on which a worker ended by itself; ``said`` is its stderr."""
    name = _signal_name(returncode)
    if name == "SIGXCPU":
        return too_slow(limits.cpu_seconds)
    if name == "SIGKILL" or any(words in said for words in _OUT_OF_MEMORY):
        limit = limits.address_space >> 20
        return refused(Refused("too_much_memory", limit=limit).problem)
    return refused(Refused("reader_crashed", detail=name or f"退出码 {returncode}").problem)


def was_killed(returncode: int) -> bool:
    """Whether somebody ended the process who need not say why: a person, or a system that
    runs out of memory."""
    return _signal_name(returncode) == "SIGKILL"


def _signal_name(returncode: int) -> str | None:
    if returncode >= 0:
        return None
    try:
        return signal.Signals(-returncode).name
    except ValueError:
        return None
