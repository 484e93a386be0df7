"""A ledger of tasks that names beside each task what the unit can show for it.

任务编号 | 任务名称 | 工作进展 | 印证资料 | 提供方式: the row tells of a task and of a material;
each kind takes its own columns, and the number of the task is both's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dashboard.intake.assemble.nil import says_nil
from dashboard.intake.assemble.units import Directory
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.spelling import key
from dashboard.intake.second_reading import read_again, taking
from dashboard.intake.sheet_tables import Tables
from dashboard.patterns import lazy_pattern

_TASKS, _MATERIALS = "task_progress", "evidence"
_TITLE = "title"
_SHARED = (UNIT, REPORTED_ON, "task_id")
_OF_MATERIALS = ("form", "provision", "location", "dated_on")
_HOW_FAR = ("progress", "note")
"""What a list of materials says only where it tells of tasks: 完成情况 may be that of the list."""
_OF_TASKS = (
    "measure", "section", "person", "starts_on", "due_on", "status", "problem", *_HOW_FAR
)  # fmt: skip
_NAMES_MATERIALS = lazy_pattern("印证|佐证|支撑|证明|材料|资料")
_ALONE = lazy_pattern("印证|佐证|支撑|证明")
"""What a heading must say that is the only one of materials: 资料 may be any."""


def other_half(table: Found, matched: Matched, directory: Directory) -> Tables:
    """The table of tasks once more as the materials that it names, that of materials as the
    tasks that it tells of; nothing where it does neither."""
    halves: dict[str, tuple[str, Callable[[Matched], list[Head]]]] = {
        _TASKS: (_MATERIALS, _of_materials),
        _MATERIALS: (_TASKS, _of_tasks),
    }
    if matched.kind.view not in halves or not matched.unmatched or table.shape != "rows":
        return []
    view, headings = halves[matched.kind.view]
    own = headings(matched)
    rows = _rows(table, own) if own else []
    if not rows:
        return []
    body = replace(table.body, rows=rows)
    part, other = read_again(table, matched, view, own, _SHARED, directory, body)
    if _TITLE not in other.columns:
        return []
    taken = {head.column for head in other.columns.values()} & {head.column for head in own}
    return [taking(part, other, taken)]


def _rows(table: Found, own: list[Head]) -> list[int]:
    """The rows that say something of their own in those columns: a merge speaks once, and so
    does a task that is written again beside each of its materials."""
    columns = [head.column for head in own]
    seen = set()
    rows = []
    for row in table.body.rows:
        said = tuple(table.grid.rows[row][column] for column in columns)
        if said not in seen and not all(value is None or says_nil(value) for value in said):
            seen.add(said)
            rows.append(row)
    return rows


def _of_materials(matched: Matched) -> list[Head]:
    """The heading that names materials, and those behind it that say more of them."""
    left = matched.unmatched
    titles = [
        head
        for head in left
        if _means(head, _MATERIALS, (_TITLE,)) and _NAMES_MATERIALS.search(key(head.path[-1]))
    ]
    if not titles:
        return []
    first = titles[0]
    more = [
        head
        for head in left
        if head.column > first.column and _means(head, _MATERIALS, _OF_MATERIALS)
    ]
    return [first, *more] if more or _ALONE.search(key(first.path[-1])) else []


def _of_tasks(matched: Matched) -> list[Head]:
    """The heading that names tasks, and those that say how far they are and who does them.
    完成情况 is that of the tasks where it stands before the materials."""
    title = matched.columns.get(_TITLE)
    left = matched.unmatched
    titles = [head for head in left if _means(head, _TASKS, (_TITLE,))]
    more = [head for head in left if _means(head, _TASKS, _OF_TASKS)]
    telling = [
        head
        for head in more
        if _means(head, _TASKS, _HOW_FAR)
        or (title and head.column < title.column and _means(head, _TASKS, ("status",)))
    ]
    return [titles[0], *more] if titles and telling else []


def _means(head: Head, view: str, columns: Iterable[str]) -> bool:
    meanings = likeness(head.path).get(view, {})
    return any(meanings.get(column, 0.0) >= PLAINLY for column in columns)
