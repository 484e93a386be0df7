"""Cases of a rule as data: a sentence, the rows of one unit, the day, what is found."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import pytest

from tests.helpers import SmallStore

Row = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Case:
    """What one unit sent, and what the rule says of it on a day."""

    name: str
    rows: tuple[Row, ...]
    as_of: str
    found: list[Any]


def row(view: str, **columns: Any) -> Row:
    """One row of a view; ``reported_on`` may be given with it."""
    return view, columns


def case(name: str, *rows: Row, found: list[Any], as_of: str = "2021-07-01") -> Any:
    """A case as a parameter of ``pytest.mark.parametrize``, named by its sentence."""
    return pytest.param(Case(name, rows, as_of, found), id=name)


class Judge:
    """All cases of a module in one store, each a unit of its own: one file, many cases."""

    def __init__(self, store: SmallStore, rule: str, cases: list[Any], plan: list[Row]) -> None:
        self._store, self._rule = store, rule
        self._units = {one.values[0].name: f"单位{n}" for n, one in enumerate(cases)}
        assert len(self._units) == len(cases), "two cases share a name"
        self._answers: dict[str, list[dict[str, Any]]] = {}
        for view, columns in plan:
            store.add(view, **({"unit": None} | columns))
        for one in cases:
            for view, columns in copy.deepcopy(one.values[0].rows):
                store.add(view, **({"unit": self._units[one.values[0].name]} | columns))

    def __call__(self, one: Case, *columns: str) -> list[Any]:
        """The rows that the rule finds for the case: dicts, or the named columns' values."""
        if one.as_of not in self._answers:
            self._answers[one.as_of] = self._store.ask(f"shortfalls/{self._rule}", as_of=one.as_of)
        unit = self._units[one.name]
        found = [answer for answer in self._answers[one.as_of] if answer["unit"] == unit]
        if not columns:
            return found
        if len(columns) == 1:
            return [answer[columns[0]] for answer in found]
        return [tuple(answer[name] for name in columns) for answer in found]
