"""Reading a generation: every query on a cursor of its own, on a day of one's choice."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from dashboard.queries import PARAMETER, Query, queries, query
from dashboard.store import life, shortfalls
from dashboard.store.judged import Shelf
from dashboard.store.past import Past
from dashboard.store.statement import kinds_read, views

if TYPE_CHECKING:
    import pandas as pd

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "2GB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}


_THEN = "known_then"
"""The schema of the views by what was known on a day."""
_JUDGED_AT_ONCE = 3
"""Days of a history that whoever asks for it may wait for; a new sheet makes one of them new."""


class Reader:
    """One generation, open read-only. Threads may share it: each call takes a cursor.

    A connection shared by threads answers wrongly in silence, so the connection itself never
    leaves this class."""

    def __init__(self, path: Path, generation: int, begun: int = 0, threads: int = 0) -> None:
        """``begun``: the generation last begun from nothing; ``threads`` 0: one for each core."""
        self.generation = generation
        spill = {"temp_directory": str(path.parent / "spill")}
        settings = _SETTINGS | spill | ({"threads": threads} if threads else {})
        self._connection = duckdb.connect(":memory:", config=settings)
        escaped = str(path).replace("'", "''")
        self._connection.execute(f"attach '{escaped}' as store (read_only)")
        life.prepare(self._connection, kinds_read())
        shortfalls.prepare(self._connection)
        self._make_views(then=False)
        self._looks_back = threading.Lock()
        self._can_look_back = False
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set lock_configuration = true")
        self.past = Past(self.cursor, Shelf(path.parent / "judged"), str(begun))

    def cursor(
        self, as_of: dt.date | None = None, known_as_of: dt.date | None = None
    ) -> duckdb.DuckDBPyConnection:
        """A cursor of its own, on which the views show what stood on ``as_of``.

        ``as_of`` None: no day is set, and data views are empty."""
        cursor = self._connection.cursor()
        for name, day in (("as_of", as_of), ("known_as_of", known_as_of)):
            if day:
                cursor.execute(f"set variable {name} = date '{day.isoformat()}'")
        if known_as_of:
            self._look_back()
            cursor.execute(f"set search_path = '{_THEN},main'")
        return cursor

    def ask(
        self,
        name: str,
        *,
        as_of: dt.date | None = None,
        known_as_of: dt.date | None = None,
        **parameters: Any,
    ) -> list[dict[str, Any]]:
        """The rows that the query of that name returns, as dicts by column.

        ``as_of`` None: the default day, see ``default_as_of``. KeyError where there is no
        such query, duckdb.Error where a parameter is missing."""
        result = self._run(query(name), as_of, known_as_of, parameters)
        names = [one[0] for one in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def frame(
        self,
        name: str,
        *,
        as_of: dt.date | None = None,
        known_as_of: dt.date | None = None,
        **parameters: Any,
    ) -> pd.DataFrame:
        """As ``ask``, as a data frame for plotting."""
        return self._run(query(name), as_of, known_as_of, parameters).df()

    def default_as_of(self, today: dt.date | None = None) -> dt.date:
        """Today while the plan runs, otherwise the newest reporting date that has come."""
        today = today or dt.date.today()  # noqa: DTZ011 - a day of the office's own calendar
        row = self.cursor().execute(_DEFAULT_AS_OF, {"today": today}).fetchone()
        return row[0] if row and row[0] else today

    def judge(self, as_of: dt.date, known_as_of: dt.date | None = None) -> None:
        """Have every rule judged for that day, once; ``shortfall_on(day)`` then shows it."""
        self.past.judge(as_of, known_as_of)

    def follow(self, as_of: dt.date, known_as_of: dt.date | None = None) -> bool:
        """Have the life of shortfalls up to that day, if nearly all its days are judged.

        False where it can't be told yet; the views about it then have no rows."""
        return self.past.follow(as_of, known_as_of, judge=_JUDGED_AT_ONCE)

    def _run(
        self,
        asked: Query,
        as_of: dt.date | None,
        known_as_of: dt.date | None,
        parameters: dict[str, Any],
    ) -> duckdb.DuckDBPyConnection:
        given = {"known_as_of": known_as_of} | parameters
        given["as_of"] = as_of or self.default_as_of()
        for name in _named(asked, "shortfalls"):
            self.judge(given[name], known_as_of)
        for name in _named(asked, "life"):
            self.follow(given[name], known_as_of)
        bound = {name: given[name] for name in asked.parameters if name in given}
        return self.cursor(given["as_of"], known_as_of).execute(asked.statement, bound)

    def _look_back(self) -> None:
        """Make the views by what was known then, when they are first asked for: few are."""
        with self._looks_back:
            if self._can_look_back:
                return
            maker = self._connection.cursor()
            maker.execute(f"create schema {_THEN}")
            maker.execute(f"set search_path = '{_THEN},main'")
            self._make_views(maker, then=True)
            self._can_look_back = True

    def _make_views(self, maker: duckdb.DuckDBPyConnection | None = None, *, then: bool) -> None:
        """Make every view and the tables with parameters: the statements of ``queries/macros/``.

        Each reads those of its own schema, and what is only there in ``main`` from there."""
        maker = maker or self._connection
        for name, body in views(then=then).items():
            maker.execute(f'create view "{name}" as {body}')
        shortfalls.make_views(maker)
        named = [one for name, one in queries().items() if name.startswith("macros/")]
        for one in sorted(named, key=lambda one: any(two.stem in one.statement for two in named)):
            given = [part.split()[0] for part in one.header["params"].split(",")]
            listed = ", ".join(f'"${parameter}"' for parameter in given)
            body = PARAMETER.sub(r'"$\1"', one.statement)
            maker.execute(f"create macro {one.stem}({listed}) as table {body}")


def _named(asked: Query, field: str) -> list[str]:
    """The parameters that a field of the header names: days to be judged, or to be followed."""
    return [one.strip() for one in asked.header.get(field, "").split(",") if one.strip()]


_DEFAULT_AS_OF = """
with newest_plan as (
    select submission_id from store.raw.claim
    where kind = 'phase' and valid_from is not null and reported_on <= $today
    order by reported_on desc, received_at desc, submission_id desc
    limit 1
),
season as (
    select min(starts_on) as starts_on, max(ends_on) as ends_on
    from store.raw.phase_rows
    semi join newest_plan using (submission_id)
),
newest_report as (
    select max(reported_on) as reported_on
    from store.raw.claim
    where valid_from is not null and reported_on <= $today
)
select
    case
        when $today between season.starts_on and season.ends_on then $today
        else newest_report.reported_on
    end
from season, newest_report
"""
