"""A list of names where counts are wanted: one person a row, counted by unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.settle import Matched
from dashboard.text import normal

_REVIEW = ("法制审核", "法治审核")
_NO_CERTIFICATE = frozenset(
    ("无", "否", "没有", "未取得", "未持证", "办理中", "正在办理", "/", "-", "—", "——", "暂无")
)


@dataclass(slots=True, eq=False)
class _Unit:
    """The persons of one unit."""

    name: str | None
    written: str | None
    reported: dt.date
    indices: list[int] = field(default_factory=list)


def is_list_of_names(draft: Draft) -> bool:
    """True for a staffing sheet with one person a row and no counts."""
    return _names_persons(draft.matched)


def lists_reviewers_alone(matched: Matched, title: str) -> bool:
    """True for a list of names that says by its title that all of them review."""
    return (
        _names_persons(matched)
        and "is_reviewer" not in matched.columns
        and any(word in title for word in _REVIEW)
    )


def _names_persons(matched: Matched) -> bool:
    columns = matched.columns
    return (
        matched.kind.view == "staffing"
        and "person_name" in columns
        and "enforcement_staff" not in columns
    )


def count_persons(draft: Draft, raw: Raw) -> list[dict[str, str] | None]:
    """Replace the persons by a row a unit; returns where each count's cells begin.

    ``qualified_reviewers`` counts those among the reviewers who have the qualification. A
    count that hangs on a cell that was not understood stays blank."""
    units: dict[tuple[str | None, dt.date], _Unit] = {}
    for index, (name, day) in enumerate(zip(draft.units, draft.reported, strict=True)):
        unit = units.setdefault((name, day), _Unit(name, draft.written[index], day))
        unit.indices.append(index)
    counted = [_count(draft, raw, unit) for unit in units.values()]
    cells: list[dict[str, str] | None] = [_cells(draft, unit) for unit in units.values()]
    draft.values = {
        name: [row.get(name) for row in counted] for name in (c.name for c in draft.kind.columns)
    }
    groups = list(units.values())
    draft.rows = [draft.rows[unit.indices[0]] for unit in groups]
    draft.units = [unit.name for unit in groups]
    draft.written = [unit.written for unit in groups]
    draft.reported = [unit.reported for unit in groups]
    return cells


def _count(draft: Draft, raw: Raw, unit: _Unit) -> dict[str, Any]:
    persons = [i for i in unit.indices if raw["person_name"][i] is not None]
    row: dict[str, Any] = {"enforcement_staff": len(persons)}
    reviewers = [i for i in persons if _flag(draft, "is_reviewer", i)]
    if "is_reviewer" in draft.matched.columns:
        row["legal_reviewers"] = _unless_failed(draft, "is_reviewer", persons, len(reviewers))
    elif lists_reviewers_alone(draft.matched, draft.title):
        row = {"legal_reviewers": len(persons)}
        reviewers = persons
    if "has_qualification" in draft.matched.columns and "legal_reviewers" in row:
        qualified = sum(_flag(draft, "has_qualification", i) for i in reviewers)
        row["qualified_reviewers"] = _unless_failed(
            draft, "has_qualification", reviewers, qualified
        )
    if "is_adviser" in draft.matched.columns:
        advisers = sum(_flag(draft, "is_adviser", i) for i in persons)
        row["legal_advisers"] = _unless_failed(draft, "is_adviser", persons, advisers)
    if "certificate" in raw and "enforcement_staff" in row:
        row["certified_staff"] = sum(_is_certificate(raw["certificate"][i]) for i in persons)
    return row


def _flag(draft: Draft, column: str, index: int) -> bool:
    values = draft.values.get(column)
    return bool(values and values[index] is True)


def _unless_failed(draft: Draft, column: str, indices: list[int], count: int) -> int | None:
    return None if any((i, column) in draft.failed for i in indices) else count


def _is_certificate(value: CellValue) -> bool:
    return value is not None and normal(str(value)) not in _NO_CERTIFICATE


def _cells(draft: Draft, unit: _Unit) -> dict[str, str]:
    """Column -> the address of the first cell that was counted for it."""
    first = unit.indices[0]
    sources = {
        "enforcement_staff": "person_name",
        "legal_reviewers": "is_reviewer",
        "qualified_reviewers": "has_qualification",
        "legal_advisers": "is_adviser",
        "certified_staff": "certificate",
    }
    return {
        column: draft.cell(first, helper)
        for column, helper in sources.items()
        if helper in draft.matched.columns
    }
