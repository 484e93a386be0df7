"""Any table of any kind, in a layout drawn at random, comes in cell for cell."""

from __future__ import annotations

import pytest

from tests.intake.random_layouts import make, wrong_cells
from tests.intake.sheets import read

SEEDS = 400
LEAST_RIGHT = 0.999
"""In 5,000 layouts (``benchmarks.layouts``) 99.99 % were right; what is left are forms whose first
label is 单位名称."""


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
