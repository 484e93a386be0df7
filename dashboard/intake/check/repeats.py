"""Rows that state the same matter twice, where no identity says that the later one counts."""

from __future__ import annotations

from collections.abc import Hashable

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.check.sheets import ranges
from dashboard.intake.check.tables import Entered
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, UNIT

_SAME_MATTER: dict[str, tuple[str, ...]] = {
    "task_progress": ("task_id", "title", "measure", "section", "person", "starts_on", "due_on"),
    "finding": ("issue", "measure", "person", "due_on"),
    "complaint": ("subject", "due_on", "closed_on"),
    "publicity": ("title", "published_on", "url"),
    "inspection_item": ("item", "target", "frequency", "due_on", "method"),
    "unit": (UNIT,),
    "phase": ("phase_id",),
    "task": ("task_id",),
    "threshold": ("rule",),
}
"""View -> the columns that are alike where a row was copied and only its figures changed: a
task may have several rows, one for each measure or for each day."""
_ON_ANOTHER_SHEET = _SAME_MATTER | {
    "task_progress": ("task_id", "title", "measure"),
    "inspection_item": ("item", "target"),
    "finding": ("issue", "measure"),
    "publicity": ("title", "published_on"),
}
"""The same of rows of two sheets for one day, of which one was copied from the other."""
IDENTIFIED_BY = {
    "finding": ("finding_no", "found_on"),
    "complaint": ("received_on",),
    "publicity": ("outlet",),
}
"""Ledgers -> the columns of which any makes an identity, by which the later row counts."""
_FEWEST = 2
"""Columns filled of a row that may be told from others by several."""
_Key = tuple[Hashable, ...]


def check_repeats(draft: Draft) -> None:
    """Report rows that repeat an earlier row of the table: both would count."""
    columns = [draft.values[name] for name in _compared(draft, _SAME_MATTER) or () if name != UNIT]
    if any(len(set(column)) == len(draft.rows) for column in columns):
        return  # a glance at one column, where no cell of it comes again
    if len(set(zip(draft.units, *columns, strict=True))) == len(draft.rows):
        return
    keys = _keys(draft)
    if len(set(keys) - {None}) == len(keys) - keys.count(None):
        return
    seen: dict[_Key, int] = {}
    again = [
        (seen[key], index)
        for index, key in enumerate(keys)
        if key is not None and seen.setdefault(key, index) != index
    ]
    _report(draft, again)


def check_repeats_before(draft: Draft, before: dict[str, Entered]) -> None:
    """Report rows that are about what those of an earlier table of the file are for the same day
    and say another thing, as the copy of a sheet does. The table goes to ``before``.

    Of rows that say the same one is left out: ``dashboard.intake.said_again``."""
    if draft.kind.view not in _ON_ANOTHER_SHEET:
        return
    entered = before.setdefault(f"matters of {draft.kind.view}", Entered())
    if not entered.waiting and not entered.rows:
        entered.waiting.append(draft)
        return
    for earlier in entered.waiting:
        entered.rows |= {key: (earlier, index) for key, index in _dated(earlier)}
    entered.waiting.clear()
    again: dict[int, list[tuple[int, int]]] = {}
    tables: dict[int, Draft] = {}
    for key, index in _dated(draft):
        earlier, first = entered.rows.setdefault(key, (draft, index))
        if earlier is not draft and _differ(draft, index, earlier, first):
            tables[id(earlier)] = earlier
            again.setdefault(id(earlier), []).append((first, index))
    for one, pairs in again.items():
        _report(draft, pairs, tables[one])


def _differ(draft: Draft, index: int, earlier: Draft, first: int) -> bool:
    return any(
        column[index] != earlier.values[name][first] for name, column in draft.values.items()
    )


def _dated(draft: Draft) -> list[tuple[_Key, int]]:
    keys = _keys(draft, _ON_ANOTHER_SHEET)
    pairs = zip(keys, draft.reported, strict=True)
    return [((*key, day), index) for index, (key, day) in enumerate(pairs) if key is not None]


def _keys(
    draft: Draft, same_matter: dict[str, tuple[str, ...]] = _SAME_MATTER
) -> list[_Key | None]:
    """What each row is about, with its unit; None where too little says so, or a merge or a
    blank to be filled says that it goes on with the row above."""
    view = draft.kind.view
    names = _compared(draft, same_matter)
    if names is None:
        return [None] * len(draft.rows)
    if names == (UNIT,):
        return [(unit,) if unit else None for unit in draft.units]
    below: set[int] = set().union(*(rows for name, rows in draft.filled.items() if name != UNIT))
    below |= {
        index
        for name in IDENTIFIED_BY.get(view, ())
        for index, value in enumerate(draft.values[name])
        if value is not None
    }
    fewest = min(_FEWEST, len(names))
    rows = zip(*(draft.values[name] for name in names), strict=True)
    return [
        (draft.units[index], *row)
        if len(row) - row.count(None) >= fewest and index not in below
        else None
        for index, row in enumerate(rows)
    ]


def _compared(draft: Draft, same_matter: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The columns that say what a row is about; None where the kind has none that do."""
    view = draft.kind.view
    return tuple(draft.values) if view in ONE_ROW_A_UNIT else same_matter.get(view)


def _report(draft: Draft, again: list[tuple[int, int]], earlier: Draft | None = None) -> None:
    """``again``: each row's index after that of the row that it repeats, of ``earlier``."""
    if not again:
        return
    other = earlier or draft
    draft.report(
        "rows_repeated",
        draft.found.grid.address(draft.rows[again[0][1]], draft.found.left),
        rows=ranges(draft.line(index) for _, index in again),
        where=f"工作表“{other.found.grid.name}”" if earlier else "",
        first=ranges(other.line(first) for first, _ in again),
    )
