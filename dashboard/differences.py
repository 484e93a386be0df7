"""What a new sheet changed: its rows beside those that stood before it.

A row is known again by the identity that its kind declares, else by what names it, else by
its place. Rows that are the same in every cell are set aside first, so that one of several
rows under one name that is taken out does not make all that follow it look changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.kinds import Kind
from dashboard.text import normal

Row = Mapping[str, Any]
"""A row of the view ``sheet_row``; ``cells`` are texts in the order of the kind's columns."""
Key = Callable[[Row], Hashable | None]

_LIKENED = 40
"""Rows under one name of which every pair is compared; more are paired in their order."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell of a row: its column, and what stands and stood there (None: blank)."""

    column: str
    before: str | None
    after: str | None
    row_before: Row
    row: Row


@dataclass(slots=True)
class Difference:
    """What one sheet of a unit and kind changed."""

    added: list[Row] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)


def difference(
    kind: Kind, last: Sequence[Row], stood: Sequence[Row], new: Sequence[Row]
) -> Difference:
    """Compare a sheet with the unit's last one and, for a ledger, with all that stood.

    ``last`` are the rows of the unit's last sheet, ``stood`` those with an identity that
    stood before, in the order they came. A ledger's row that the last sheet has and the new
    one has not is gone from the sheet; in the ledger it goes on to stand."""
    known = {row["identity"]: row for row in stood if row["identity"]}
    mine = {row["identity"] for row in new if row["identity"]}
    before = [row for row in known.values() if row["identity"] in mine]
    before += [row for row in last if row["identity"] is None]
    made = _compared(kind, before, new)
    made.gone += [row for row in last if row["identity"] and row["identity"] not in mine]
    made.gone.sort(key=_place)
    return made


def row_name(kind: Kind, row: Row) -> str:
    """What names a row to a person: the values that identify it; '' where nothing does."""
    cells = dict(zip((one.name for one in kind.columns), row["cells"], strict=True))
    for names in _names(kind):
        words = [cells[name] for name in names if cells[name]]
        if words:
            return " ".join(words)
    return ""


def _names(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """Sets of columns that name a row of the kind, the surest first.

    A kind that is no ledger declares none: there it is the task, or a first column of text."""
    if kind.collection == "ledger":
        return kind.identity
    columns = {one.name for one in kind.columns}
    if {"task_id", "title"} <= columns:
        return (("task_id", "title"), ("title",), ("task_id",))
    first = kind.columns[0]
    return ((first.name,),) if first.type in ("text", "choice") else ()


def _compared(kind: Kind, before: Sequence[Row], after: Sequence[Row]) -> Difference:
    keys: list[Key] = [lambda row: tuple(row["cells"]), lambda row: row["identity"]]
    keys += [_key(kind, names) for names in _names(kind)]
    if not _names(kind):
        keys.append(lambda _: "")  # by their place: all rows are of one name
    left, new = list(before), list(after)
    made = Difference()
    for key in keys:
        for old, row in _paired(left, new, key):
            made.changed += _cells(kind, old, row)
    made.added, made.gone = new, left
    made.changed.sort(key=lambda one: _place(one.row))
    return made


def _key(kind: Kind, names: tuple[str, ...]) -> Key:
    places = [number for number, one in enumerate(kind.columns) if one.name in names]

    def key(row: Row) -> Hashable | None:
        words = tuple(normal(row["cells"][place] or "") for place in places)
        return words if any(words) else None

    return key


def _paired(before: list[Row], after: list[Row], key: Key) -> list[tuple[Row, Row]]:
    """Pairs of rows of one key, taken out of both lists."""
    waiting: dict[Hashable, list[Row]] = defaultdict(list)
    for row in before:
        if (own := key(row)) is not None:
            waiting[own].append(row)
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in after:
        if (own := key(row)) is not None and own in waiting:
            groups[own].append(row)
    pairs = [pair for own, rows in groups.items() for pair in _likest(waiting[own], rows)]
    for rows, side in ((before, 0), (after, 1)):
        taken = {id(pair[side]) for pair in pairs}
        rows[:] = [row for row in rows if id(row) not in taken]
    return pairs


def _likest(before: Sequence[Row], after: Sequence[Row]) -> Iterable[tuple[Row, Row]]:
    """Rows of one name in pairs, those first that have most cells in common."""
    if len(before) == 1 == len(after) or max(len(before), len(after)) > _LIKENED:
        return zip(before, after, strict=False)
    ranked = sorted(
        (-_same(old, row), abs(n - m), n, m)
        for n, old in enumerate(before)
        for m, row in enumerate(after)
    )
    pairs: dict[int, int] = {}
    for _, _, n, m in ranked:
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return [(before[n], after[m]) for n, m in pairs.items()]


def _same(one: Row, other: Row) -> int:
    return sum(a == b for a, b in zip(one["cells"], other["cells"], strict=True))


def _cells(kind: Kind, before: Row, after: Row) -> list[Changed]:
    pairs = zip(kind.columns, before["cells"], after["cells"], strict=True)
    return [Changed(one.name, old, new, before, after) for one, old, new in pairs if old != new]


def _place(row: Row) -> tuple[int, int, int]:
    return row["submission_id"], row["table_no"], row["source_row"]
