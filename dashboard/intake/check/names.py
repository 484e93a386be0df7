"""Names of reviewers in a file that has their numbers: they say again who was counted."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.intake.assemble.persons import lists_reviewers_alone
from dashboard.intake.assemble.surroundings import title_of
from dashboard.intake.check.sheets import ranges
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.model import Problem
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.which import Recognised
from dashboard.problems import problem

Tables = list[tuple[Found, Recognised]]
_COUNTS = frozenset(("enforcement_staff", "legal_reviewers"))


def counts_reviewers(tables: Iterable[tuple[Found, Recognised]]) -> bool:
    """True where one of the tables has the numbers of staff and of reviewers."""
    return any(
        one.matched is not None
        and one.matched.kind.view == "staffing"
        and one.matched.columns.keys() >= _COUNTS
        for _, one in tables
    )


def without_names(tables: Tables, grid: Grid) -> tuple[Tables, list[Problem]]:
    """A sheet's tables without its lists of reviewers, and what to say of those."""
    kept: Tables = []
    said: list[Problem] = []
    for found, recognised in tables:
        again = _said_again(found, recognised.matched, grid) if recognised.matched else None
        if again is None:
            kept.append((found, recognised))
        else:
            said.append(again)
    return kept, said


def _said_again(found: Found, matched: Matched, grid: Grid) -> Problem | None:
    if "person_name" not in matched.columns:
        return None
    if not lists_reviewers_alone(matched, f"{title_of(found, grid)} {grid.name}"):
        return None
    head = matched.columns["person_name"]
    cell = found.grid.address(found.header_rows[-1], head.column)
    rows = ranges(row + 1 for row in found.body.rows)
    return problem("names_beside_counts", sheet=grid.name, cell=cell, rows=rows)
