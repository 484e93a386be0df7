"""Judging ahead: while the dashboard runs, the days of the season are judged one by one.

A page then finds them judged, and tells since when a shortfall has stood. It works at low
priority, the days first that are looked at first, and begins anew with each generation: of
which most days are as they were, so that little is left to do.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
import threading
from collections.abc import Callable

import duckdb
from filelock import FileLock, Timeout

from dashboard.errors import DudaoError
from dashboard.store.generations import Store
from dashboard.store.judged import Shelf
from dashboard.store.reader import Reader

_log = logging.getLogger(__name__)

_LOOK_SECONDS = 1.0
"""Between two looks for a newer generation."""
_RETRY_SECONDS = 30.0
_PAUSE_SECONDS = 0.05
"""After each day, so that whoever opens a page comes first."""
_WEEK = dt.timedelta(days=7)


def judge_ahead(store: Store, stop: threading.Event) -> None:
    """Judge the days of each generation until ``stop`` is set. Runs in a thread of its own.

    One process does it for a workspace; in another this waits until that one has ended."""
    _be_modest()
    while not stop.is_set():
        try:
            store.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(store.folder / "judge.lock", timeout=0):
                _judge_each(store, stop)
        except Timeout:
            stop.wait(_RETRY_SECONDS)
        except (OSError, DudaoError, duckdb.Error):
            _log.exception("历史统计暂时无法进行，将继续尝试。")
            stop.wait(_RETRY_SECONDS)


def judge_generation(reader: Reader, shelf: Shelf, stop: Callable[[], bool]) -> bool:
    """Judge what is missing of the season, and put its history together.

    ``stop`` is asked before each day. False where it was told to stop."""
    newest = reader.default_as_of()
    reader.past.judge_days(_in_order(reader, newest), stop=stop)
    if stop():
        return False
    reader.past.follow(newest)
    shelf.tidy()
    return True


def _judge_each(store: Store, stop: threading.Event) -> None:
    done = 0
    while not stop.is_set():
        standing = store.generation()
        if standing is None or standing.number == done or not store.is_current():
            stop.wait(_LOOK_SECONDS)
            continue
        shelf = Shelf(store.folder / "judged")
        if judge_generation(store.reader(threads=1), shelf, _newer(store, standing.number, stop)):
            done = standing.number


def _newer(store: Store, number: int, stop: threading.Event) -> Callable[[], bool]:
    """Whether another generation stands, or nobody wants to wait; takes a breath each time."""

    def told() -> bool:
        if stop.wait(_PAUSE_SECONDS):
            return True
        standing = store.generation()
        return standing is not None and standing.number != number

    return told


def _in_order(reader: Reader, newest: dt.date) -> list[dt.date]:
    """The days to be judged: those that pages open with, then backwards from the newest."""
    missing = reader.past.missing(newest)
    last = reader.ask("pages/last_meeting", as_of=newest)[0]["held_on"]
    first = [day for day in (newest, newest - _WEEK, last) if day in missing]
    return list(dict.fromkeys([*first, *missing]))


def _be_modest() -> None:
    """Give way to whoever draws a page, where a thread may have a priority of its own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
