"""A unit's figures by kind of business, without their sum: the unit's are what they add up to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.recognise.business import ACTS, is_business

_Key = tuple[str | None, dt.date]


def add_up_business(draft: Draft) -> None:
    """Put one row in the place of a unit's rows by kind of business, if each kind has one row
    and none of their figures is absent or not understood."""
    if draft.kind.view != ACTS or len(draft.rows) < 2:
        return
    labels = _labels(draft)
    if labels is None or not any(draft.is_count(name) for name in draft.matched.columns):
        return
    units: dict[_Key, list[int]] = {}
    for index, key in enumerate(zip(draft.units, draft.reported, strict=True)):
        units.setdefault(key, []).append(index)
    sums = [_sum(draft, rows, labels) for rows in units.values()]
    if any(one is None for one in sums) or len(draft.found.body.totals) >= len(units):
        return  # a total that was not taken contradicts its parts
    for rows in units.values():
        _report(draft, rows, labels)
    firsts = [rows[0] for rows in units.values()]
    draft.values = {name: [one[name] for one in sums if one] for name in draft.values}
    draft.failed = {(firsts.index(i), name) for i, name in draft.failed if i in firsts}
    draft.rows = [draft.rows[index] for index in firsts]
    draft.units = [draft.units[index] for index in firsts]
    draft.written = [draft.written[index] for index in firsts]
    draft.reported = [draft.reported[index] for index in firsts]


def _labels(draft: Draft) -> list[str] | None:
    """The kind of business of each row, as the first column that has one for all says it."""
    grid = draft.found.grid
    for head in draft.matched.unmatched:
        labels = [grid.text(row, head.column) for row in draft.rows]
        if all(map(is_business, labels)):
            return labels
    return None


def _sum(draft: Draft, rows: list[int], labels: list[str]) -> dict[str, Any] | None:
    """The row that those rows add up to; None where they do not."""
    if len({labels[index] for index in rows}) < len(rows):
        return None
    summed: dict[str, Any] = {}
    for name, column in draft.values.items():
        given = [column[index] for index in rows]
        if any((index, name) in draft.failed for index in rows):
            return None
        if not draft.is_count(name):
            if len(set(given)) > 1:
                return None
            summed[name] = given[0]
        elif None in given:
            if any(value is not None for value in given):
                return None
            summed[name] = None
        else:
            summed[name] = sum(given)
    return summed


def _report(draft: Draft, rows: list[int], labels: list[str]) -> None:
    if len(rows) > 1:
        summed = next(name for name in draft.matched.columns if draft.is_count(name))
        draft.report(
            "parts_added_up",
            draft.cell(rows[0], summed),
            unit=draft.units[rows[0]] or "",
            parts="、".join(labels[index] for index in rows),
        )
