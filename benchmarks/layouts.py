"""Tables in layouts drawn at random: ``python -m benchmarks.layouts``.

The sheets are those of ``tests.intake.random_layouts``, which share no code with intake: any
kind, its columns in any order and spelling, with titles, groups, merges, notes and noise. What
comes in is compared cell for cell with what was meant; a seed that went wrong is printed with
what came instead. The exit code is 1 where fewer than 99 % of the cells are right.
"""

from __future__ import annotations

import argparse
import time

from benchmarks import measure
from tests.intake.random_layouts import make, wrong_cells

_LEAST_RIGHT = 0.99


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.layouts", description=__doc__)
    command.add_argument("--layouts", type=int, default=5_000, help="how many")
    command.add_argument("--first", type=int, default=0, help="the first seed")
    given = command.parse_args()
    print(measure.machine())
    began = time.monotonic()
    wrong = total = 0
    for seed in range(given.first, given.first + given.layouts):
        missed, cells, came = wrong_cells(make(seed))
        wrong += missed
        total += cells
        if missed:
            print(f"seed {seed}: {missed} of {cells} cells\n{came}")
    share = 1 - wrong / total if total else 1.0
    verdict = measure.verdict(-share, -_LEAST_RIGHT)
    print(f"{given.layouts} layouts in {time.monotonic() - began:.0f} s")
    print(f"{total - wrong:,} of {total:,} cells right, {share:.3%}   at least 99 %   {verdict}")
    raise SystemExit(0 if share >= _LEAST_RIGHT else 1)


if __name__ == "__main__":
    main()
