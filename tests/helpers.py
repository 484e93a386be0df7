"""A store for tests that is filled row by row instead of from spreadsheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from dashboard.intake.model import FileReading, TakenTable
from dashboard.kinds import kind
from dashboard.queries import rules
from dashboard.store import Reader, Store, Submission

DEFAULT_REPORTED_ON = dt.date(2021, 5, 28)


def day(value: dt.date | str | None) -> dt.date | None:
    """A date, also from its ISO text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def table(view: str, rows: list[dict[str, Any]], reported_on: dt.date) -> TakenTable:
    """A table as intake would hand it over, with ISO texts for dates."""
    declared = kind(view)
    data: dict[str, list[Any]] = {}
    for one in declared.columns:
        values = [row.get(one.name) for row in rows]
        data[one.name] = [day(v) for v in values] if one.type == "date" else values
    data["unit"] = [row.get("unit") for row in rows]
    data["unit_written"] = data["unit"]
    data["reported_on"] = [reported_on] * len(rows)
    data["source_row"] = list(range(3, 3 + len(rows)))
    letters = {one.name: "ABCDEFGHIJKLMNOPQRSTUVW"[n] for n, one in enumerate(declared.columns)}
    return TakenTable(
        sheet="Sheet1",
        kind=view,
        unit=None,
        reported_on=reported_on,
        header_rows=[2],
        first_row=3,
        last_row=2 + len(rows),
        columns=letters,
        unmatched={},
        data=data,
    )


class SmallStore:
    """Rows are collected, and written as one submission each when something is asked.

    Every row without ``unit`` belongs to 甲单位. ``reported_on`` and ``received_at`` may be
    given with a row; rows of one view and reporting date are one submission unless
    ``submission`` tells them apart."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self._waiting: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
        self._next = 1
        self._reader: Reader | None = None

    def add(
        self,
        view: str,
        *,
        reported_on: str | dt.date = DEFAULT_REPORTED_ON,
        received_at: str | None = None,
        submission: object = None,
        **columns: Any,
    ) -> None:
        """Put one row into a view."""
        reported = day(reported_on)
        received = dt.datetime.fromisoformat(received_at) if received_at else None
        columns.setdefault("unit", "甲单位")
        self._waiting.setdefault((view, reported, received, submission), []).append(columns)

    def ask(self, name: str, *, as_of: str | dt.date = "2021-07-01", **parameters: Any):
        """Ask a query of ``queries/`` as of a day."""
        known = parameters.pop("known_as_of", None)
        return self.reader().ask(name, as_of=day(as_of), known_as_of=day(known), **parameters)

    def sql(self, statement: str, *, as_of: str | dt.date = "2021-07-01", known_as_of=None):
        """Run a statement on the views as of a day; a list of tuples."""
        cursor = self.reader().cursor(day(as_of), day(known_as_of))
        return cursor.execute(statement).fetchall()

    def shortfalls(self, *, as_of: str | dt.date = "2021-07-01"):
        """Every shortfall of that day, as dicts, by rule, unit and item."""
        reader = self.reader()
        reader.judge(day(as_of))
        result = reader.cursor(day(as_of)).execute(
            "select * from shortfall order by rule, unit, item"
        )
        names = [one[0] for one in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def reader(self) -> Reader:
        """A reader over everything added so far."""
        if self._waiting or self._reader is None:
            self._write()
        assert self._reader is not None
        return self._reader

    def _write(self) -> None:
        with self.store.lock(), self.store.writer() as writer:
            for (view, reported, received, _), rows in self._waiting.items():
                arrived = received or dt.datetime.combine(reported, dt.time(9))
                name = f"{view}-{self._next}.xlsx"
                submission = Submission(self._next, name, f"{self._next:064d}", 1, arrived)
                reading = FileReading("ok", tables=[table(view, rows, reported)])
                writer.add(submission, reading, "test")
                self._next += 1
        self._waiting = {}
        self._reader = self.store.reader()


def judge_only(monkeypatch, *names: str) -> None:
    """Let stores be judged by those rules alone, which is much faster than by all of them."""
    few = {name: rules()[name] for name in names}
    for module in ("statement", "judging"):
        monkeypatch.setattr(f"dashboard.store.{module}.rules", lambda: few)
