"""The days of a generation: judged when they are asked for, or long before, and their history."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from dashboard.store import life, shortfalls
from dashboard.store.judged import Digests, Shelf, digests
from dashboard.store.judging import judged_days

if TYPE_CHECKING:
    import pyarrow as pa

Cursor = Callable[[dt.date | None, dt.date | None], duckdb.DuckDBPyConnection]
"""Makes a cursor on which a day and a day of knowledge are set."""
Progress = Callable[[int, int], None]
"""Called with how many days are done, and how many there are."""

_LONGEST = 400
"""Days of history at most: a season is shorter, and a slip in its dates should cost little."""
_MANY_ROWS = 300_000
"""With more rows in the store a plan of its own for each day is worth its time."""
_A_DAY = dt.timedelta(days=1)


class _Shown(NamedTuple):
    begins_on: dt.date
    last: dt.date


class Past:
    """What a reader knows of the days of its generation. Threads may share it."""

    def __init__(self, cursor: Cursor, shelf: Shelf, epoch: str) -> None:
        self._cursor = cursor
        self._shelf = shelf
        self._epoch = epoch
        self._lock = threading.RLock()
        self._digests: dict[dt.date | None, Digests] = {}
        self._judged: set[tuple[dt.date, dt.date | None]] = set()
        self._begins: dict[tuple[dt.date, dt.date | None], dt.date] = {}
        self._shown: dict[tuple[dt.date, dt.date | None], _Shown] = {}

    def judge(self, day: dt.date, known: dt.date | None) -> None:
        """Have every rule judged for that day, once; ``shortfall_on(day)`` then shows it."""
        with self._lock:
            if (day, known) in self._judged:
                return
            told = self._of(known)
            found = self._shelf.take(day, told.of(day))
            if found is None:
                ((_, found),) = self._find([day], known)
                self._shelf.put(day, told, found)
            shortfalls.keep(self._cursor(day, known), day, known, found)
            self._judged.add((day, known))

    def judge_days(
        self,
        days: Sequence[dt.date],
        known: dt.date | None = None,
        *,
        progress: Progress | None = None,
        stop: Callable[[], bool] = lambda: False,
        workers: int = 1,
    ) -> None:
        """Judge days and keep what is found on disk, in the order given.

        ``stop`` is asked before each day; what is judged by then stays."""
        done, counting, told = 0, threading.Lock(), self._of(known)

        def work(part: Sequence[dt.date]) -> None:
            nonlocal done
            for day, found in self._find(part, known, stop):
                self._shelf.put(day, told, found)
                with counting:
                    done += 1
                    if progress:
                        progress(done, len(days))

        parts = [days[at::workers] for at in range(min(workers, len(days)))]
        if len(parts) == 1:
            work(parts[0])
            return
        with ThreadPoolExecutor(max_workers=max(1, len(parts))) as pool:
            list(pool.map(work, parts))

    def missing(self, as_of: dt.date, known: dt.date | None = None) -> list[dt.date]:
        """The days of the history up to ``as_of`` that are still to be judged, newest first."""
        if self._covers(as_of, known):
            return []
        told = self._of(known)
        return [
            day
            for day in reversed(self._days(as_of, known))
            if not self._shelf.has(day, told.of(day))
        ]

    def follow(self, as_of: dt.date, known: dt.date | None = None, *, judge: int = 0) -> bool:
        """Have the history up to that day in the reader, where the judged days are there.

        At most ``judge`` of them are judged for it at once. False: the history is not there,
        and the views of it are empty or end too early to tell of that day."""
        with self._lock:
            if self._covers(as_of, known):
                return True
            missing = self.missing(as_of, known)
            if len(missing) > judge:
                return False
            if missing:
                self.judge_days(missing, known)
            return self._show(self._days(as_of, known), known)

    def _covers(self, as_of: dt.date, known: dt.date | None) -> bool:
        shown = self._shown.get((self._begins_on(as_of, known), known))
        return shown is not None and shown.last >= as_of

    def _show(self, days: Sequence[dt.date], known: dt.date | None) -> bool:
        told = [self._of(known).of(day) for day in days]
        alike, segments = self._longest_history(days[0], told)
        if segments is None or alike < len(days):
            # The last day that is as it was is read again: what it says of itself has to be
            # of that day, and not of one after it that is no longer true.
            first = max(alike - 1, 0)
            cursor = self._cursor(None, known)
            for some in self._taken(days[first:], told[first:]):
                if some is None:
                    return False
                before = max(some[0][0], dt.date.min + _A_DAY) - _A_DAY
                segments = life.put_together(cursor, segments, some, before)
            if segments is None:
                return False
            self._shelf.put_history(days[0], told, segments)
        life.show(self._cursor(None, known), segments, days[0], days[-1], known)
        self._shown[days[0], known] = _Shown(days[0], days[-1])
        return True

    def _taken(
        self, days: Sequence[dt.date], told: Sequence[str]
    ) -> Iterator[list[tuple[dt.date, pa.Table]] | None]:
        """Judged days from disk, so many together as memory has room for; None: one is gone."""
        some: list[tuple[dt.date, pa.Table]] = []
        for day, digest in zip(days, told, strict=True):
            found = self._shelf.take(day, digest)
            if found is None:
                yield None
                return
            some.append((day, found))
            if sum(one.num_rows for _, one in some) > _MANY_ROWS:
                yield some
                some = []
        if some:
            yield some

    def _longest_history(
        self, begins_on: dt.date, told: Sequence[str]
    ) -> tuple[int, pa.Table | None]:
        """The history on disk that agrees on most days, and on how many from the first on."""
        best: tuple[int, pa.Table | None] = (0, None)
        for path in self._shelf.histories(begins_on):
            found = self._shelf.take_history(path)
            if found is None:
                continue
            pairs = zip(found[0], told, strict=False)
            alike = next(
                (n for n, (a, b) in enumerate(pairs) if a != b), min(len(found[0]), len(told))
            )
            if alike > best[0]:
                best = (alike, found[1])
            if alike == len(told):
                break
        return best

    def _days(self, as_of: dt.date, known: dt.date | None) -> list[dt.date]:
        begins_on = self._begins_on(as_of, known)
        return [begins_on + n * _A_DAY for n in range((as_of - begins_on).days + 1)]

    def _begins_on(self, as_of: dt.date, known: dt.date | None) -> dt.date:
        """The first day of the season in which ``as_of`` lies, or the first that matters in it."""
        key = (as_of, known)
        if key not in self._begins:
            (season,) = self._cursor(*key).execute(
                "select min(starts_on) from season"
            ).fetchone() or (None,)
            first_sent = self._of(known).first_day
            found = [day for day in (season, first_sent) if day is not None and day <= as_of]
            self._begins[key] = max([*found, as_of - _LONGEST * _A_DAY]) if found else as_of
        return self._begins[key]

    def _of(self, known: dt.date | None) -> Digests:
        if known not in self._digests:
            self._digests[known] = digests(self._cursor(None, known), known, self._epoch)
        return self._digests[known]

    def _find(
        self,
        days: Sequence[dt.date],
        known: dt.date | None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[tuple[dt.date, pa.Table]]:
        """Judge days, of each only the rules whose sheets changed since it was last judged."""
        if not days or stop():
            return
        told = self._of(known)
        olds = ((day, *self._shelf.nearest(day, told)) for day in days)
        for asked, some in groupby(olds, key=itemgetter(2)):
            paths = {day: path for day, path, _ in some}
            rest = told.of_rules(days[0]).keys() - asked
            for day, found in self._judged_by(list(paths), known, asked):
                path = paths[day]
                yield day, self._joined(day, known, found, path, rest) if path else found
                if stop():
                    return

    def _judged_by(
        self, days: Sequence[dt.date], known: dt.date | None, asked: Collection[str]
    ) -> Iterator[tuple[dt.date, pa.Table]]:
        cursor = self._cursor(days[0], known)
        (rows,) = cursor.execute("select sum(rows) from store.raw.submission").fetchone() or (0,)
        prepared = len(days) > 2 and (rows or 0) < _MANY_ROWS
        return judged_days(cursor, days, known, asked, prepared=prepared)

    def _joined(
        self,
        day: dt.date,
        known: dt.date | None,
        found: pa.Table,
        path: Path,
        rest: Collection[str],
    ) -> pa.Table:
        """What was judged anew with what the other rules found before, or had they to be."""
        import pyarrow as pa

        before = self._shelf.take_rules(path, rest)
        if before is None:
            ((_, before),) = self._judged_by([day], known, rest)
        return pa.concat_tables([before, found])
