"""The whole story of the season: what every unit would write on any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from data.season import bureau
from data.season.grid import Row
from data.season.story import (
    cases,
    complaints,
    enforcing,
    evidence,
    findings,
    papers,
    publicity,
    tasks,
)


class Story:
    """Everything that happens, drawn once from the seed; then asked day by day."""

    def __init__(self, seed: int) -> None:
        rng = Random(f"story:{seed}")
        self._tasks = tasks.unit_tasks(rng)
        self._evidence = evidence.items(self._tasks, rng)
        self._cases = cases.cases(rng)
        self._ledgers = {
            "complaint": complaints.complaints(rng),
            "publicity": publicity.publicity(rng),
            "finding": findings.findings(),
            "normative_document": papers.DOCUMENTS,
            "major_decision": papers.DECISIONS,
            "published_list": papers.LISTS,
        }
        self._snapshots: dict[str, Callable[[str, dt.date], Row]] = {
            "staffing": enforcing.staffing,
            "enforcement": enforcing.enforcement,
            "random_inspection": enforcing.random_inspection,
        }

    def rows(self, kind: str, unit: str, day: dt.date) -> list[Row]:
        """What that unit knows of that kind on that day, each row with its canonical name."""
        return [{"unit": bureau.name(unit), **row} for row in self._own(kind, unit, day)]

    def _own(self, kind: str, unit: str, day: dt.date) -> list[Row]:
        if kind in self._snapshots:
            return [self._snapshots[kind](unit, day)]
        if kind == "task_progress":
            return [one.row(day) for one in self._tasks if one.unit == unit and one.taken_on <= day]
        if kind == "evidence":
            return [
                one.on(day) for one in self._evidence if one.unit == unit and one.listed_on <= day
            ]
        if kind == "case_review":
            return [one.on(day) for one in self._cases if one.unit == unit and one.round_on <= day]
        if kind == "inspection_item":
            return enforcing.inspection_items(unit)
        return papers.standing(self._ledgers[kind], unit, day)
