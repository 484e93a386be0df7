"""What one more submission costs on a long history: ``python -m benchmarks.arrival``.

A watcher that has run for a while takes in one workbook; then the pages' reader opens the new
generation and answers what 总览 asks first. Measured at 1, 10 and 100 times the history.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks import measure, workbooks
from benchmarks.history import LAST_DAY, Size, store_mib, write_history
from dashboard.ingest import Session, in_folder
from dashboard.ingest.reading import Readers
from dashboard.workspace import Workspace

_LIMIT = 2.0
_UNITS = 40
_WEEKS = 52
_ROWS = 200_000
_UNIT = "第0001文化执法大队"


def _taken_in(workspace: Workspace, times: int) -> tuple[float, float, float, float]:
    """Seconds: from the file to its generation, to open that, to judge it, and copying alone."""
    sheets = workbooks.write_many(workspace.inbox, times + 1, 30, [_UNIT])
    taken, opened, judged = [], [], []
    with Readers() as readers:
        session = Session(workspace, readers)
        for sheet in sheets:
            found = [one for one in in_folder(workspace.inbox) if one.path == sheet]
            taken.append(measure.seconds(session.ingest, found))
            started = time.perf_counter()
            reader = workspace.store.reader()
            opened.append(time.perf_counter() - started)
            judged.append(measure.seconds(reader.judge, LAST_DAY))
            reader.ask("pages/units", as_of=LAST_DAY)
    standing = workspace.store.generation()
    assert standing is not None
    copy = standing.path.with_suffix(".copy")
    copying = measure.seconds(shutil.copyfile, standing.path, copy)
    copy.unlink()
    first = 1  # the first one starts a worker
    return (
        statistics.median(taken[first:]),
        statistics.median(opened[first:]),
        statistics.median(judged[first:]),
        copying,
    )


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.arrival", description=__doc__)
    command.add_argument("--times", type=int, default=3)
    command.add_argument("--most", type=int, default=100, help="times the history, at most")
    given = command.parse_args()
    print(measure.machine())
    rows = []
    for factor in (1, 10, 100):
        if factor > given.most:
            break
        size = Size(_UNITS * factor, _WEEKS, _ROWS * factor)
        with tempfile.TemporaryDirectory() as temporary:
            workspace = Workspace(Path(temporary))
            writing = measure.seconds(write_history, workspace, size)
            taken, opened, judged, copying = _taken_in(workspace, given.times)
            together = taken + opened + judged
            rows.append(
                (
                    f"{size.units:,} units x {size.weeks} weeks",
                    size.rows,
                    store_mib(workspace.store_folder),
                    taken,
                    copying,
                    opened,
                    judged,
                    together,
                    measure.verdict(together, _LIMIT),
                    writing,
                )
            )
    heads = (
        "",
        "rows",
        "MiB",
        "take in s",
        "of it copy",
        "open",
        "judge",
        "together",
        "",
        "made in",
    )
    measure.show(heads, rows)
    print(f"\npeak memory   {measure.peak_mib()[0]:,.0f} MiB")


if __name__ == "__main__":
    main()
