"""What a submission is read by: the units, the plan's dates, what people settled.

All of it follows from the journal and not from the moment of reading, so that the store
comes out the same in whatever order files arrive, and a new directory of units changes how
the old sheets are read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property

from dashboard.history import Received
from dashboard.intake.corrected import concerns
from dashboard.intake.model import Context, Correction, UnitName
from dashboard.store.surroundings import PlanDates, corrections, directory, plan_dates
from dashboard.store.writer import Writer


@dataclass(frozen=True)
class Surroundings:
    """What there is to know at one moment; equal where every file would be read the same."""

    units: tuple[UnitName, ...] = ()
    plans: tuple[PlanDates, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def context(self, received: Received) -> Context:
        """What intake may know when it reads that submission."""
        plan = self._plan_of(received.submission_id)
        received_on = received.received_at.date()
        made = self._contexts.get((plan, received_on))
        if made is None:
            made = Context(
                units=self.units,
                received_on=received_on,
                plan_year=plan.year if plan else None,
                season=plan.season if plan else None,
                corrections=self.corrections,
            )
            self._contexts[plan, received_on] = made
        return made

    def latest(self) -> Context:
        """What intake may know of a file that comes next, but for the day it comes."""
        return self.context(Received(_NEXT, "", _THE_DAY_IT_COMES))

    def key(self, submission_id: int, file: str, units: Iterable[str]) -> str:
        """Changes when that submission must be read anew.

        ``units`` are those its tables are about, '' where one could not be told. What was
        settled for other units does not concern it."""
        named = set(units)
        relevant = [asdict(one) for one in self.corrections if concerns(one, file, named)]
        plan = self._plan_of(submission_id)
        dates = [plan.year, str(plan.season)] if plan else None
        return _digest([self._units_digest, dates, relevant])

    @cached_property
    def _contexts(self) -> dict[tuple[PlanDates | None, dt.date], Context]:
        """One object for all files of a day: a context is sent to workers when it changes."""
        return {}

    @cached_property
    def _units_digest(self) -> str:
        return _digest([asdict(one) for one in self.units])

    def _plan_of(self, submission_id: int) -> PlanDates | None:
        """The plan that was in force when the submission came; at first, the first one."""
        before = [one for one in self.plans if one.submission_id < submission_id]
        return before[-1] if before else next(iter(self.plans), None)


_NEXT = 1 << 62
_THE_DAY_IT_COMES = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - wall clock, as all arrivals


def surroundings(writer: Writer) -> Surroundings:
    """What the generation being written says."""
    return Surroundings(directory(writer), plan_dates(writer), corrections(writer))


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
