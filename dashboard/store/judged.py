"""Judged days on disk: what every rule found on a day, to be had again without judging.

A file is named by the day and a digest of all that the judgement rests on: the rules and views,
and the submissions that count from that day or before. A late sheet changes the digests of the
days from its reporting date on, and of no other. So a file is never wrong, only no longer asked
for, and may be deleted at any time.

It also tells the digest of each rule, which rests on the sheets of some kinds alone. What a
rule found is taken over from an older file of the day where that digest is still the same: a
sheet of complaints costs the judging of the rules about complaints.
"""

from __future__ import annotations

import bisect
import contextlib
import datetime as dt
import hashlib
import json
import os
import time
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from dashboard.queries import query
from dashboard.store.statement import DAY, judging, kinds_read

if TYPE_CHECKING:
    import pyarrow as pa

_FORM = 2
"""Raised when a file holds other columns, or they mean something else."""
_KEPT_A_DAY = 3
"""Files kept of one day: besides the newest, what was known on a meeting's day."""
_KEPT_HISTORIES = 6
_FORGOTTEN_SECONDS = 3600.0
"""After so long nobody still writes a file aside."""


class Digests:
    """What the judgement of each day rests on, for one generation and one state of knowledge."""

    def __init__(self, sent: Iterable[tuple[str, dt.date, str]], epoch: str) -> None:
        """``sent``: kinds and days in order, each with a digest of what was sent for it.

        ``epoch`` tells apart stores worked out anew, perhaps by another version of intake."""
        self._days: dict[str, list[dt.date]] = {}
        self._until: dict[str, list[str]] = {}
        for kind, some in groupby(sent, key=itemgetter(0)):
            rows = list(some)
            self._days[kind] = [day for _, day, _ in rows]
            digests_ = (digest for _, _, digest in rows)
            self._until[kind] = list(accumulate(digests_, _together, initial=""))
        self._read = kinds_read()
        self._bases = {
            rule: _digest(f"{_FORM} {duckdb.__version__} {epoch} {judging(DAY, None, [rule])}")
            for rule in self._read
        }
        self._told: dict[dt.date, dict[str, str]] = {}

    @property
    def first_day(self) -> dt.date | None:
        """The first day for which anything was sent."""
        return min((days[0] for days in self._days.values()), default=None)

    def of(self, day: dt.date) -> str:
        """The digest of that day."""
        return _digest(" ".join(self.of_rules(day).values()))

    def of_rules(self, day: dt.date) -> dict[str, str]:
        """The digest of each rule on that day."""
        if day not in self._told:
            until = {
                kind: self._until[kind][bisect.bisect_right(days, day)]
                for kind, days in self._days.items()
            }
            self._told[day] = {
                rule: _digest(" ".join([base, *(until.get(one, "") for one in sorted(read))]))
                for (rule, base), read in zip(self._bases.items(), self._read.values(), strict=True)
            }
        return self._told[day]


def digests(cursor: duckdb.DuckDBPyConnection, known: dt.date | None, epoch: str) -> Digests:
    """The digests of the generation that the cursor reads."""
    sent = cursor.execute(query("life/sent_by_day").statement, {"known_as_of": known})
    return Digests(sent.fetchall(), epoch)


class Shelf:
    """The folder of judged days and of the histories made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, day: dt.date, digest: str) -> bool:
        """Whether that day was judged on that basis."""
        return self._day(day, digest).exists()

    def take(self, day: dt.date, digest: str) -> pa.Table | None:
        """What was found on that day; None where it is not there, or was damaged."""
        return _read(self._day(day, digest))

    def put(self, day: dt.date, told: Digests, found: pa.Table) -> None:
        """Keep what was found on that day."""
        said = {"rules": json.dumps(told.of_rules(day))}
        _write(self._day(day, told.of(day)), found.replace_schema_metadata(said))

    def nearest(self, day: dt.date, told: Digests) -> tuple[Path | None, frozenset[str]]:
        """The file of that day that agrees on most rules, and the rules to judge anew."""
        asked = told.of_rules(day)
        best: tuple[Path | None, frozenset[str]] = (None, frozenset(asked))
        for path in sorted(self.folder.glob(f"{day}-*.parquet"), key=_age):
            said = _rules_of(path)
            left = frozenset(rule for rule, digest in asked.items() if said.get(rule) != digest)
            if len(left) < len(best[1]):
                best = (path, left)
        return best

    def take_rules(self, path: Path, asked: Collection[str]) -> pa.Table | None:
        """What some rules found, from a file that ``nearest`` named; None where it is gone."""
        import pyarrow as pa
        import pyarrow.compute as pc

        table = _read(path)
        if table is None:
            return None
        of_them = pc.is_in(table["rule"], pa.array(sorted(asked), pa.string()))
        return table.filter(of_them).replace_schema_metadata(None)

    def histories(self, begins_on: dt.date) -> list[Path]:
        """The histories from that day on that are there, the newest first."""
        return sorted(self.folder.glob(f"history-{begins_on}-*.parquet"), key=_age)

    def take_history(self, path: Path) -> tuple[list[str], pa.Table] | None:
        """The digests of the days that a history is made of, and its rows."""
        table = _read(path)
        said = (table.schema.metadata or {}).get(b"digests") if table is not None else None
        return (json.loads(said), table) if said else None

    def put_history(self, begins_on: dt.date, made_of: list[str], rows: pa.Table) -> None:
        """Keep a history with the digests of its days, the first of which is ``begins_on``."""
        name = f"history-{begins_on}-{_digest(' '.join(made_of))}.parquet"
        _write(self.folder / name, rows.replace_schema_metadata({"digests": json.dumps(made_of)}))

    def tidy(self) -> None:
        """Remove what nobody will ask for again: all but the newest of each day."""
        by_day: dict[str, list[Path]] = defaultdict(list)
        for path in self.folder.glob("*.parquet"):
            by_day[path.name[:10]].append(path)
        for name, paths in by_day.items():
            kept = _KEPT_HISTORIES if name.startswith("history") else _KEPT_A_DAY
            _remove(sorted(paths, key=_age)[kept:])
        forgotten = time.time() - _FORGOTTEN_SECONDS
        _remove(one for one in self.folder.glob("*.new") if -_age(one) < forgotten)

    def _day(self, day: dt.date, digest: str) -> Path:
        return self.folder / f"{day}-{digest}.parquet"


def _read(path: Path) -> pa.Table | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(path, partitioning=None)
    except (OSError, pa.ArrowInvalid):
        return None  # not there, half a file after a power cut: it is judged anew


def _rules_of(path: Path) -> dict[str, str]:
    """The digests of the rules that a file tells; none where it is gone or damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        said = (pq.read_schema(path).metadata or {}).get(b"rules", b"{}")
    except (OSError, pa.ArrowInvalid):
        return {}
    told: dict[str, str] = json.loads(said)
    return told


def _write(path: Path, table: pa.Table) -> None:
    """Write aside and move: a reader sees the whole file or none.

    A folder that may not be written only costs the time to judge again."""
    import pyarrow.parquet as pq

    aside = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, aside, compression="zstd")
        aside.replace(path)
    except OSError:
        _remove([aside])


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):  # somebody reads it, or was faster
            path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """The newest first, a file that is gone meanwhile last."""
    try:
        return -path.stat().st_mtime
    except OSError:
        return 0.0


def _together(one: str, other: Any) -> str:
    return _digest(f"{one} {other}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]
