"""Rows that name a task over its materials, number and title in two cells."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.clean import clean_task_id
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"\d{1,2}(?:\.\d{1,2}){2}")


def rows_of_tasks(draft: Draft, own: Collection[int]) -> dict[int, str]:
    """4.1.2 | 落实权责清单制度 over its materials, which have no number: such rows, and what they
    say. Only where every number in the column is one of a row like that.

    Merged over the table's columns they are plain to see; a .csv has no merges.
    ``own``: the columns of the kind."""
    columns = draft.matched.columns
    if draft.kind.view != "evidence" or "task_id" not in columns or "title" not in columns:
        return {}
    number, title = columns["task_id"].column, columns["title"].column
    others = [column for column in own if column not in (number, title)]
    rows, cells = draft.found.body.rows, draft.found.grid.rows
    numbered = [row for row in rows if cells[row][number] is not None]
    if not numbered or not others or rows[-1] == numbered[-1] or len(numbered) == len(rows):
        return {}
    following = dict(pairwise(rows))
    for row in numbered:
        below = cells[following[row]]
        named = isinstance(cells[row][title], str) and _is_task(cells[row][number])
        alone = all(cells[row][column] is None for column in others)
        material = below[title] is not None and any(below[column] is not None for column in others)
        if not (named and alone and material and below[number] is None):
            return {}
    return {row: f"{cells[row][number]} {cells[row][title]}" for row in numbered}


def _is_task(value: CellValue) -> bool:
    number = clean_task_id(value).value if isinstance(value, str) else None
    return isinstance(number, str) and _NUMBER.fullmatch(number) is not None
