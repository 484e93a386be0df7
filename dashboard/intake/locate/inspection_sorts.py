"""Random inspections by sort: 随机抽查 | 跨部门联合抽查 down the sheet, 计划 | 完成 across.

Read a row at a time the sorts would be rows of one unit that contradict one another, or the
joint inspections would be lost beside the total. Such a table is turned into a row a unit.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.made import Cell, cell_of, heading_cell, made_of
from dashboard.intake.locate.words import is_total
from dashboard.intake.recognise.common import UNIT
from dashboard.intake.recognise.dictionary import is_numbering
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kind
from dashboard.patterns import lazy_pattern

_VIEW = "random_inspection"
_MOST_ROWS = 60
_MOST_HEADS = 8
_JOINT = ("联合", "跨部门")
_ALL = lazy_pattern(
    r"(?:部门)?(?:双?随机一?公?开?)?(?:抽查|检查)(?:[户家次项件]?总?数|[户家]次|总量|总体|任务|工作|情况)*"
)
_PART = lazy_pattern(r".*(?:内部|单部门|本部门|部门内|系统内).*")
_PUBLIC = lazy_pattern(r".*(?:公示|公开).*")
_RATE = lazy_pattern(r"率|比")
_FIGURES = (
    ("published", _PUBLIC),
    ("completed", lazy_pattern(r".*(?:完成|已|实际|累计).*")),
    ("planned", lazy_pattern(r".*(?:计划|任务|应|目标).*")),
)
_STORED = {
    ("all", "planned"): "planned",
    ("all", "completed"): "completed",
    ("joint", "planned"): "joint_planned",
    ("joint", "completed"): "joint_completed",
    ("all", "published"): "results_published",
    ("published", "completed"): "results_published",
    ("published", "published"): "results_published",
}
_Record = dict[str, int]
"""Sort -> its row."""


def by_sort(found: Found) -> Found | None:
    """The table with a row for all sorts of a unit's inspections, if that is how it is laid out."""
    if found.shape not in ("rows", "folded") or len(found.heads) > _MOST_HEADS:
        return None
    rows = sorted([*found.body.rows, *found.body.totals])
    if not 1 < len(rows) <= _MOST_ROWS:
        return None
    figures = _figures(found)
    naming = _naming(found, rows, figures) if {"planned", "completed"} <= figures.keys() else None
    if naming is None:
        return None
    whose = next((head for head in found.heads if head is not naming and _is_unit(head)), None)
    records = _records(found, rows, naming, whose)
    if not records or not all(_is_plain(found, one, figures) for one in records):
        return None
    return _put_together(found, records, naming, whose, figures)


def _figures(found: Found) -> dict[str, Head]:
    """What the columns count; none where two of them count the same."""
    figures: dict[str, Head] = {}
    for head in found.heads:
        figure = _figure(head.path[-1])
        if figure is None:
            continue
        if figure in figures or any(word in head.written for word in _JOINT):
            return {}
        figures[figure] = head
    return figures


@lru_cache(maxsize=5_000)
def _figure(heading: str) -> str | None:
    name = key(heading)
    if _RATE.search(name):
        return None
    return next((one for one, words in _FIGURES if words.fullmatch(name)), None)


def heads_sorts(found: Found, headings: Collection[str]) -> bool:
    """True where 计划 and 完成 are among those headings, and a row tells of joint inspections."""
    figures = set(map(_figure, headings))
    return {"planned", "completed"} <= figures and _naming(found, found.body.rows, {}) is not None


def _naming(found: Found, rows: list[int], figures: dict[str, Head]) -> Head | None:
    """The column in which the sorts stand: one of them is the joint inspections."""
    for head in found.heads:
        texts = [found.grid.rows[row][head.column] for row in rows]
        if head not in figures.values() and any(
            isinstance(text, str) and any(word in text for word in _JOINT) for text in texts
        ):
            return head
    return None


def _is_unit(head: Head) -> bool:
    return likeness(head.path).get(_VIEW, {}).get(UNIT, 0.0) >= 0.9


def _records(
    found: Found, rows: list[int], naming: Head, whose: Head | None
) -> list[_Record] | None:
    """The rows of each unit by their sorts; None where a row is of no sort."""
    grid = found.grid
    records: dict[str, _Record] = {}
    last = ""
    for row in rows:
        unit = cell_of(grid, row, whose.column)[0] if whose else None
        name = cell_of(grid, row, naming.column)[0]
        if not isinstance(name, str):
            name = next((v for v in grid.rows[row] if isinstance(v, str)), "")
        sort = _sort(name)
        if sort is None:
            return None
        if unit is not None and not is_total(str(unit)):
            last = str(unit)
        record = records.setdefault(last, {})
        if sort in record:
            if row in found.body.totals:
                continue  # the total of all units, under that of the last of them
            return None
        record[sort] = row
    return list(records.values())


def _sort(name: str) -> str | None:
    plain = key(name)
    if any(word in plain for word in _JOINT):
        return "joint"
    if _PART.fullmatch(plain):
        return "part"
    if _PUBLIC.fullmatch(plain) and not _ALL.fullmatch(plain):
        return "published"
    return "all" if is_total(name) or _ALL.fullmatch(plain) else None


def _is_plain(found: Found, record: _Record, figures: dict[str, Head]) -> bool:
    """True where all and joint inspections are told of, and nothing that has no column."""
    planned = found.grid.rows[record["published"]] if "published" in record else None
    told = planned is None or planned[figures["planned"].column] is None
    return {"all", "joint"} <= record.keys() and told


def _put_together(
    found: Found,
    records: list[_Record],
    naming: Head,
    whose: Head | None,
    figures: dict[str, Head],
) -> Found:
    grid = found.grid
    given = {sort for record in records for sort in record}
    stored = {
        _STORED[pair]: pair for pair in reversed(_STORED) if pair[0] in given and pair[1] in figures
    }
    labels = {column.name: column.label for column in kind(_VIEW).columns}
    own = [whose] if whose else []
    heads = [Head(at, head.path) for at, head in enumerate(own)]
    heads += [Head(at, (labels[name],)) for at, name in enumerate(stored, len(heads))]
    first: list[Cell] = [heading_cell(found, head.path[-1], head.column) for head in own]
    for sort, _ in stored.values():
        row = next(record[sort] for record in records if sort in record)
        first.append(cell_of(grid, row, naming.column))
    cells = [first]
    for record in records:
        begin = min(record.values())
        line = [cell_of(grid, begin, head.column) for head in own]
        for sort, figure in stored.values():
            place = (record.get(sort, begin), naming.column)
            blank: Cell = (None, place)
            line.append(
                cell_of(grid, record[sort], figures[figure].column) if sort in record else blank
            )
        cells.append(line)
    made = made_of([found], heads, cells, Body(rows=list(range(1, len(cells)))))
    made.outer_labels += [
        grid.origin(row, head.column)
        for record in records
        for row in record.values()
        for head in found.heads
        if grid.rows[row][head.column] is not None
        and (head is naming or head is whose or is_numbering(head.path[-1]))
    ]
    return made
