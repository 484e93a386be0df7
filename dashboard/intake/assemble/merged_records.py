"""Rows that go on with the record above: one case, merged over the rows of its faults."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft


def join_merged(draft: Draft) -> None:
    """Join a row to the record above it where its identity is merged over both, and nothing
    but text stands in it. As a record of its own it would replace the one above."""
    grid = draft.found.grid
    if draft.kind.collection != "ledger" or not grid.covered or draft.found.shape != "rows":
        return
    identity = _identity_columns(draft)
    if not identity:
        return
    types = {column.name: column.type for column in draft.kind.recognised}
    heads = draft.matched.columns
    texts = [head.column for name, head in heads.items() if types.get(name) == "text"]
    typed = [head.column for head in heads.values() if head.column not in texts]
    kept: set[int] = set()
    for row in draft.rows:
        above = {grid.covered.get((row, column), (row, column)) for column in identity}
        first = next(iter(above))[0]
        if (
            first in kept
            and {place[0] for place in above} == {first}
            and all(grid.rows[row][column] is None for column in typed)
        ):
            draft.spilled.append(row)
            _join(draft, first, row, texts)
        else:
            kept.add(row)
    draft.rows = [row for row in draft.rows if row in kept]


def _join(draft: Draft, first: int, row: int, columns: list[int]) -> None:
    cells = draft.found.grid.rows
    for column in columns:
        above = draft.held(first, column)
        if (below := cells[row][column]) is not None:
            draft.joined[first, column] = f"{above}\n{below}" if above is not None else str(below)


def _identity_columns(draft: Draft) -> list[int]:
    for names in draft.kind.identity:
        if all(name in draft.matched.columns for name in names):
            return [draft.matched.columns[name].column for name in names]
    return []
