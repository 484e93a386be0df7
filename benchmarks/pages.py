"""The queries of every page on a long history: ``python -m benchmarks.pages``.

Every page is run once under Streamlit's own test driver, which tells what it asks. Then
what each page asks is asked again, together, on the store's reader: first with all rules
already judged for the day (whoever opens a second page finds them so), then the judging
alone. The figures are medians of three, after one call that warms up.
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks import measure
from benchmarks.history import LAST_DAY, Size, store_mib, write_history
from dashboard.pages import PAGES
from dashboard.queries import rules
from dashboard.store import Reader
from dashboard.store.statement import alone
from dashboard.workspace import Workspace

_CHATTER = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Warns that the test driver is no server, each time."""

Asked = tuple[str, dt.date | None, dt.date | None, tuple[tuple[str, Any], ...]]
"""A query's name, its two days, its other parameters."""


def pages_ask(folder: Path, day: dt.date) -> dict[str, tuple[list[Asked], float]]:
    """For each page, what it asks, and how long its script ran in ms with all else done."""
    from streamlit.testing.v1 import AppTest

    logging.getLogger(_CHATTER).disabled = True
    os.environ["DUDAO_WORKSPACE"] = str(folder)
    main = measure.REPOSITORY / "dashboard" / "pages" / "main.py"
    made: dict[str, tuple[list[Asked], float]] = {}
    for spec in PAGES:
        app = AppTest.from_file(str(main), default_timeout=300)
        app.query_params["as_of"] = day.isoformat()
        if spec.slug in ("unit", "source"):
            app.query_params["unit"] = "第0001文化执法大队"
            app.query_params["submission"] = "1001"
        app.switch_page(spec.path.name)
        with _recorded() as asked:
            wall = measure.seconds(app.run)
        if app.exception:
            print(f"{spec.slug}: {app.exception[0].message}")
        made[spec.slug] = (list(dict.fromkeys(asked)), wall * 1000)
    return made


@contextmanager
def _recorded() -> Iterator[list[Asked]]:
    """The list to which every query is added that a reader is asked."""
    asked: list[Asked] = []
    originals = {name: getattr(Reader, name) for name in ("ask", "frame")}

    def recording(name: str) -> Any:
        def call(
            self: Reader,
            query: str,
            *,
            as_of: dt.date | None = None,
            known_as_of: dt.date | None = None,
            **parameters: Any,
        ) -> Any:
            key = tuple((one, _frozen(value)) for one, value in sorted(parameters.items()))
            asked.append((query, as_of, known_as_of, key))
            return originals[name](self, query, as_of=as_of, known_as_of=known_as_of, **parameters)

        return call

    with (
        mock.patch.object(Reader, "ask", recording("ask")),
        mock.patch.object(Reader, "frame", recording("frame")),
    ):
        yield asked


class _Frozen(tuple[Any, ...]):
    """A list or dict among the parameters, kept so that it can be compared."""


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return _Frozen(("dict", *((one, _frozen(two)) for one, two in value.items())))
    if isinstance(value, list):
        return _Frozen(("list", *(_frozen(one) for one in value)))
    return value


def _thawed(value: Any) -> Any:
    if not isinstance(value, _Frozen):
        return value
    if value[0] == "dict":
        return {one: _thawed(two) for one, two in value[1:]}
    return [_thawed(one) for one in value[1:]]


def _ask(reader: Reader, asked: Asked) -> None:
    name, as_of, known, parameters = asked
    given = {one: _thawed(value) for one, value in parameters}
    reader.ask(name, as_of=as_of, known_as_of=known, **given)


def _page_table(reader: Reader, pages: dict[str, tuple[list[Asked], float]], limit: float) -> None:
    times: dict[Asked, tuple[float, float]] = {}
    rows = []
    for slug, (asked, script) in pages.items():
        for one in asked:
            if one not in times:
                times[one] = measure.medians_ms(_ask, reader, one)
        wall, cpu = (sum(times[one][n] for one in asked) for n in (0, 1))
        rows.append((slug, len(asked), wall, measure.verdict(wall, limit), cpu, script))
    print(f"\nqueries of a page together (rules judged), at most {limit:.0f} ms")
    measure.show(("page", "queries", "ms", "", "processor ms", "first run of the script ms"), rows)
    slowest = sorted(times.items(), key=lambda item: -item[1][0])[:15]
    print("\nslowest queries")
    heads = ("query", "ms", "processor ms")
    measure.show(heads, [(name, wall, cpu) for (name, *_), (wall, cpu) in slowest])


def _rule_table(reader: Reader, weeks: int) -> None:
    rows = []
    for rule in rules():
        found = len(_judged(reader, rule))
        rows.append((rule, found, measure.median_ms(_judged, reader, rule)))
    days = [LAST_DAY - dt.timedelta(days=7 * back) for back in range(1, min(6, weeks))]
    times = sorted(measure.seconds(reader.judge, day) for day in days)
    print("\nrules, each alone")
    rows.sort(key=lambda row: -row[2])
    measure.show(("rule", "shortfalls", "ms"), rows)
    print(f"all rules judged for another day   {times[len(times) // 2] * 1000:.0f} ms")


def _judged(reader: Reader, rule: str) -> list[Any]:
    return reader.cursor(LAST_DAY).execute(alone(rules()[rule])).fetchall()


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.pages", description=__doc__)
    command.add_argument("--units", type=int, default=80)
    command.add_argument("--weeks", type=int, default=52)
    command.add_argument("--rows", type=int, default=1_000_000, help="of data, in all")
    command.add_argument("--limit", type=float, default=200, help="milliseconds a page may take")
    command.add_argument("--workspace", type=Path, help="kept there, and taken from there")
    given = command.parse_args()
    size = Size(given.units, given.weeks, given.rows)
    print(measure.machine())
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Workspace(given.workspace or Path(temporary))
        if not workspace.store.is_current():
            took = measure.seconds(write_history, workspace, size)
            print(f"written in {took:.0f} s")
        took = measure.seconds(workspace.store.reader)
        print(
            f"{size.units:,} units x {size.weeks} weeks, {size.rows:,} rows;"
            f" {store_mib(workspace.store_folder):,.0f} MiB, opened in {took * 1000:.0f} ms"
        )
        reader = workspace.store.reader()
        reader.judge(LAST_DAY)
        pages = pages_ask(workspace.root, LAST_DAY)
        _page_table(reader, pages, given.limit)
        _rule_table(reader, size.weeks)
    print(f"\npeak memory   {measure.peak_mib()[0] or 0:,.0f} MiB")


if __name__ == "__main__":
    main()
