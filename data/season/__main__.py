"""``python -m data.season [--seed N] [--to DIR] [--plan DIR]``: write the spreadsheets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.season import SEED, arrivals, files, plan, render

_DATA = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the season and the plan; files of an older story leave the month folders."""
    parser = argparse.ArgumentParser(prog="python -m data.season", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--to", type=Path, default=_DATA / "sample", metavar="DIR")
    parser.add_argument("--plan", type=Path, default=_DATA / "plan", metavar="DIR")
    given = parser.parse_args()
    written = dict(files(given.seed))
    for stale in given.to.glob("2021-[01][0-9]/*"):
        if stale.relative_to(given.to).as_posix() not in written:
            stale.unlink()
    for name, data in written.items():
        _write(given.to / name, data)
    _write(given.to / "arrivals.csv", arrivals(given.seed))
    size = sum(map(len, written.values()))
    for name, (book, _) in plan().items():
        _write(given.plan / name, render(book, "excel"))
    sys.stdout.write(f"{len(written)} files, {size / 1e6:.2f} MB\n")
    return 0


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
