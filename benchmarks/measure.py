"""Clocks, memory and tables that the benchmarks share."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

REPOSITORY = Path(__file__).resolve().parents[1]


def seconds(work: Callable[..., object], *given: object) -> float:
    """The wall time that a call takes."""
    started = time.perf_counter()
    work(*given)
    return time.perf_counter() - started


def median_ms(work: Callable[..., object], *given: object, times: int = 3) -> float:
    """The median wall time of a call in milliseconds, after one call that warms up."""
    work(*given)
    return statistics.median(seconds(work, *given) for _ in range(times)) * 1000


def medians_ms(work: Callable[..., object], *given: object, times: int = 3) -> tuple[float, float]:
    """The median wall time of a call and the median processor time of all its threads, in
    milliseconds, after one call that warms up. Of a busy machine only the second tells."""
    work(*given)
    walls, cpus = [], []
    for _ in range(times):
        started = time.process_time()
        walls.append(seconds(work, *given))
        cpus.append(time.process_time() - started)
    return statistics.median(walls) * 1000, statistics.median(cpus) * 1000


def cpu_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak_mib() -> tuple[float, float]:
    """The most memory that this process and that any ended child ever held, in MiB.

    Not a number where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return math.nan, math.nan
    import resource

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return own / unit, children / unit


def in_process(module: str, *arguments: str) -> dict[str, Any]:
    """Run a benchmark's command in a process of its own; the JSON object it printed last.

    A fresh process a contender: no memory and no caches of the one before."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True)
    made: dict[str, Any] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return made


def machine() -> str:
    """The day and the machine, for the head of a table of figures."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    today = dt.date.today()  # noqa: DTZ011 - the calendar of whoever runs it
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{today}, {cores} cores{memory}{busy}, Python {platform.python_version()}"


def show(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    cells = [list(heads), *[[_text(value) for value in row] for row in rows]]
    widths = [max(_width(row[n]) for row in cells) for n in range(len(heads))]
    for row in cells:
        padded = [
            text + " " * (width - _width(text)) if n == 0 else " " * (width - _width(text)) + text
            for n, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(padded).rstrip(), flush=True)


def verdict(figure: float, target: float) -> str:
    """Whether a figure that should be small is."""
    return "ok" if figure <= target else "MISSED"


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}" if abs(value) < 100 else f"{value:,.0f}"
    if isinstance(value, int):
        return f"{value:,}"
    return "-" if value is None else str(value)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)
