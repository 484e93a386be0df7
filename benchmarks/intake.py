"""Taking files in against bare readers: ``python -m benchmarks.intake``.

The contenders take turns on the same files, each time in a fresh process: python-calamine
to lists and nothing else; a loop of ``pandas.read_excel(engine="openpyxl")``; intake alone,
that is reading, finding, recognising, cleaning and checking in worker processes with their
limits; and the whole of ``dudao ingest`` into a fresh workspace: archive, journal, intake,
store. Imports come before the clock, starting the workers behind it.
"""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dashboard
from benchmarks import measure, workbooks

_BLANK_ROWS = 1_048_576


def bare_calamine(folder: Path) -> int:
    """Every sheet of every file to lists of rows; how many rows."""
    from python_calamine import CalamineWorkbook

    rows = 0
    for path in sorted(folder.glob("*.xlsx")):
        book = CalamineWorkbook.from_path(path)
        rows += sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    return rows


def pandas_openpyxl(folder: Path) -> int:
    """Every file with pandas over openpyxl; how many rows."""
    import pandas as pd

    return sum(
        len(pd.read_excel(path, engine="openpyxl", header=None))
        for path in sorted(folder.glob("*.xlsx"))
    )


def ours(folder: Path) -> int:
    """All of it into a fresh workspace with the shipped plan; how many rows."""
    from dashboard.ingest import in_folder, ingest
    from dashboard.workspace import Workspace

    files = list(in_folder(folder))
    made = ingest(Workspace(folder / "workspace"), files)
    refused = [one for one in made if one.status == "refused"]
    if refused:
        raise SystemExit(f"refused: {refused[0]}")
    return sum(one.rows for one in made)


def our_intake(folder: Path) -> int:
    """Every file to typed rows in the workers, handed to this process and not stored."""
    from dashboard.ingest.scan import in_folder
    from dashboard.intake.model import Context, UnitName
    from dashboard.intake.pool import Job, Pool

    names = tuple(UnitName(f"漯河{name}", name) for name in workbooks.UNITS)
    context = Context(units=names, plan_year=2021)
    files = list(in_folder(folder))
    with Pool() as pool:
        pool.expect(len(files))
        readings = pool.take(Job(one.path, one.name, context) for one in files)
        return sum(table.rows for _, reading in readings for table in reading.tables)


CONTENDERS: dict[str, Callable[[Path], int]] = {
    "python-calamine": bare_calamine,
    "pandas+openpyxl": pandas_openpyxl,
    "dudao intake": our_intake,
    "dudao ingest": ours,
}


_OURS = ("dudao intake", "dudao ingest")


def _warm_up(name: str) -> None:
    if name == "pandas+openpyxl":
        import openpyxl.reader.excel
        import pandas as pd

        assert pd and openpyxl
    elif name == "python-calamine":
        import python_calamine

        assert python_calamine
    else:
        import duckdb
        import pyarrow as pa

        import dashboard.ingest
        from dashboard.store.writer import load

        load()
        assert duckdb and pa and dashboard.ingest


def _one(name: str, folder: Path) -> None:
    """The child's part: take the files in once and print the figures."""
    _warm_up(name)
    cpu = measure.cpu_seconds()
    rows = 0

    def work() -> None:
        nonlocal rows
        rows = CONTENDERS[name](folder)

    wall = measure.seconds(work)
    shutil.rmtree(folder / "workspace", ignore_errors=True)
    own, worker = measure.peak_mib()
    figures = {"wall": wall, "cpu": measure.cpu_seconds() - cpu, "rows": rows}
    print(json.dumps(figures | {"own": own, "worker": worker}))


def _compare(title: str, folder: Path, names: list[str], times: int) -> dict[str, dict[str, Any]]:
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for _ in range(times):
        for name in names:
            done = measure.in_process("benchmarks.intake", "--one", name, "--folder", str(folder))
            runs[name].append(done)
    medians = {
        name: {key: statistics.median(run[key] for run in done) for key in done[0]}
        for name, done in runs.items()
    }
    print(f"\n{title}")
    measure.show(
        ("", "wall s", "processor s", "rows", "parent MiB", "worker MiB", "x calamine"),
        [
            (
                name,
                one["wall"],
                one["cpu"],
                int(one["rows"]),
                one["own"],
                one["worker"] if name in _OURS else None,
                one["wall"] / medians["python-calamine"]["wall"],
            )
            for name, one in medians.items()
        ],
    )
    return medians


def _many(root: Path, files: int, times: int) -> None:
    folder = root / "many"
    folder.mkdir()
    workbooks.write_many(folder, files, 204)
    found = _compare(f"{files} workbooks x 204 rows x 9 columns", folder, list(CONTENDERS), times)
    own = found["dudao ingest"]
    gain = found["pandas+openpyxl"]["wall"] / own["wall"]
    _against_calamine(found, 2)
    print(
        f"pandas+openpyxl / dudao ingest   {gain:5.2f}   at least 4   {measure.verdict(-gain, -4)}"
    )
    peak = max(own["own"], own["worker"])
    print(f"peak memory of a process  {peak:5.0f}   under 300 MiB   {measure.verdict(peak, 300)}")


def _against_calamine(found: dict[str, dict[str, Any]], most: float) -> None:
    for name in _OURS:
        share = found[name]["wall"] / found["python-calamine"]["wall"]
        verdict = measure.verdict(share, most)
        print(f"{name} / python-calamine   {share:5.2f}   at most {most:g}   {verdict}")


def _large(root: Path, times: int) -> None:
    folder = root / "large"
    folder.mkdir()
    workbooks.write_many(folder, 1, 50_000)
    names = ["python-calamine", *_OURS]
    found = _compare("one workbook of 50,000 rows", folder, names, times)
    _against_calamine(found, 3)


def _blank(root: Path, times: int) -> None:
    folder = root / "blank"
    folder.mkdir()
    workbooks.write_blank(folder / "blank.xlsx", _BLANK_ROWS)
    names = ["python-calamine", "dudao ingest"]
    found = _compare("one sheet of 1,048,576 formatted rows, 201 filled", folder, names, times)
    wall = found["dudao ingest"]["wall"]
    print(f"dudao                     {wall:5.2f} s   under 6   {measure.verdict(wall, 6)}")


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.intake", description=__doc__)
    command.add_argument("--files", type=int, default=200)
    command.add_argument("--times", type=int, default=3)
    command.add_argument("--only", choices=("many", "large", "blank"))
    command.add_argument("--one", choices=tuple(CONTENDERS), help=argparse.SUPPRESS)
    command.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = command.parse_args()
    if given.one:
        _one(given.one, given.folder)
        return
    print(measure.machine())
    # bytecode as after a first run, also where the environment forbids to write it
    compileall.compile_dir(Path(dashboard.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as root:
        if given.only in (None, "many"):
            _many(Path(root), given.files, given.times)
        if given.only in (None, "large"):
            _large(Path(root), given.times)
        if given.only in (None, "blank"):
            _blank(Path(root), given.times)


if __name__ == "__main__":
    main()
