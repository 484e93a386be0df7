"""What a person waits for at the shell: ``python -m benchmarks.check``.

The command that the package installs, in a process of its own each time: start of the
interpreter, imports, a worker process, reading, printing. A workspace that knows its units
stands beside the file, as it does in an office.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import measure, workbooks
from dashboard.ingest import ingest
from dashboard.workspace import Workspace

_ROWS = 30
_LIMIT = 1.0


def _median(arguments: list[str], times: int) -> float:
    """The median wall time of ``dudao`` with these arguments; exit codes 0 and 1 are results."""
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", *arguments]
    environment = os.environ | {"PYTHONPATH": str(measure.REPOSITORY), "PYTHONUTF8": "1"}

    def work() -> None:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode(errors="replace"))

    work()  # compiles what was never compiled
    return statistics.median(measure.seconds(work) for _ in range(times))


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.check", description=__doc__)
    command.add_argument("--times", type=int, default=5)
    given = command.parse_args()
    print(measure.machine())
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        sheets = workbooks.write_many(root, 3, _ROWS)
        ingest(Workspace(root / "known"), [])
        cases: dict[str, list[str]] = {
            "dudao --version": ["--version"],
            "dudao --help": ["--help"],
            "dudao check, known units": ["check", "--workspace", str(root / "known")],
            "dudao check, empty folder": ["check", "--workspace", str(root / "empty")],
        }
        for name, arguments in cases.items():
            files = [str(sheets[0])] if "check" in arguments else []
            wall = _median([*arguments, *files], given.times)
            rows.append((name, wall, measure.verdict(wall, _LIMIT)))
        three = ["check", "--json", "--workspace", str(root / "known"), *map(str, sheets)]
        rows.append(("dudao check --json, 3 files", _median(three, given.times), ""))
    measure.show((f"files of {_ROWS} rows, at most {_LIMIT:.0f} s", "s", ""), rows)


if __name__ == "__main__":
    main()
