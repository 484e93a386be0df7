from __future__ import annotations

from itertools import permutations
from random import Random

from dashboard.intake.recognise.assignment import best


def test_the_sum_counts_and_not_the_single_best_pair() -> None:
    scores = {(0, "a"): 0.9, (0, "b"): 0.85, (1, "a"): 0.8}
    assert {name: index for name, (index, _) in best(scores).items()} == {"b": 0, "a": 1}


def test_no_assignment_beats_the_one_found() -> None:
    random = Random(7)
    names = "abcd"
    for _ in range(200):
        scores = {
            (index, name): round(0.5 + random.random() / 2, 2)
            for index in range(4)
            for name in names
            if random.random() < 0.8
        }
        found = sum(score for _, score in best(scores).values())
        most = max(
            sum(scores.get((index, name), 0.0) for index, name in enumerate(order))
            for order in permutations(names)
        )
        assert abs(found - most) < 1e-9
