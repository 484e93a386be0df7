"""Tables in which what a figure is stands beside it: 市图书馆 | 执法人员 | 20, a row a figure.

Such a table is turned into one with a column for each such name, a row for each unit.
"""

from __future__ import annotations

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.heads import Head, Path
from dashboard.intake.locate.made import Cell, cell_of, heading_cell, made_of
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import GENERIC, PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.days import has_no_day
from dashboard.intake.recognise.dictionary import declared, is_numbering
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kinds

_MOST_HEADS = 6
_MOST_NAMES = 12
_FEWEST_NAMES = 2
_VALUE = GENERIC | {"数", "值", "填报数", "实有数", "总数"}


def pivoted(found: Found) -> Found | None:
    """The table with a row for all figures of a unit, if one of its columns names the figures
    and its names mean columns of a kind, each another."""
    if found.shape != "rows" or not 1 < len(found.heads) <= _MOST_HEADS or not found.body.rows:
        return None
    for head in found.heads:
        first = [found.grid.rows[row][head.column] for row in found.body.rows[:_FEWEST_NAMES]]
        if all(isinstance(name, str) and declared(name) for name in first):
            names = found.column_values(head.column)
            kept = [one for one in found.heads if one is not head and _tells_whose(one)]
            values = [one for one in found.heads if one is not head and one not in kept]
            meant = _meant(names, values)
            if meant:
                return _put_across(found, head, kept, values, meant)
    return None


def _tells_whose(head: Head) -> bool:
    """True for the columns of units, days and numbers, which all figures of a unit share."""
    return is_numbering(head.path[-1]) or any(
        meanings.get(name, 0.0) >= PLAINLY
        for meanings in likeness(head.path).values()
        for name in (UNIT, REPORTED_ON)
    )


def _meant(names: list[CellValue], values: list[Head]) -> dict[tuple[str, int], Path] | None:
    """Name and column of a figure -> its heading, where each of them means another column of
    one kind that is of a day."""
    texts = [name for name in dict.fromkeys(names) if isinstance(name, str)]
    if not values or not _FEWEST_NAMES <= len(texts) <= _MOST_NAMES:
        return None
    paths: dict[tuple[str, int], Path] = {
        (text, head.column): (text,) if key(head.path[-1]) in _VALUE else (text, head.path[-1])
        for text in texts
        for head in values
    }
    for kind in kinds().values():
        if has_no_day(kind) and len(_columns(kind.view, paths)) == len(paths):
            return paths
    return None


def _columns(view: str, paths: dict[tuple[str, int], Path]) -> set[str]:
    found = set()
    for path in paths.values():
        meanings = likeness(path).get(view, {})
        best = max(meanings, key=lambda name: meanings[name], default="")
        if best and meanings[best] >= PLAINLY:
            found.add(best)
    return found


def _put_across(
    found: Found,
    naming: Head,
    kept: list[Head],
    values: list[Head],
    meant: dict[tuple[str, int], Path],
) -> Found | None:
    """One row for the rows that follow one another with the same unit and day."""
    grid = found.grid
    own = [head for head in kept if not is_numbering(head.path[-1])]
    records: list[tuple[int, dict[tuple[str, int], Cell]]] = []
    last: list[CellValue] = []
    for row in found.body.rows:
        name = grid.rows[row][naming.column]
        if not isinstance(name, str):
            return None
        whose = [cell_of(grid, row, head.column)[0] for head in own]
        goes_on = all(
            one is None or one == before for one, before in zip(whose, last, strict=False)
        )
        if not records or not goes_on or any(named == name for named, _ in records[-1][1]):
            records.append((row, {}))
            last = whose
        cells = {(name, head.column): cell_of(grid, row, head.column) for head in values}
        records[-1][1].update(cells)
    heads = [*(head.path for head in kept), *meant.values()]
    rows: list[list[Cell]] = [
        [
            *(heading_cell(found, head.path[-1], head.column) for head in kept),
            *(cell_of(grid, _row_of(found, naming, name), naming.column) for name, _ in meant),
        ]
    ]
    for row, given in records:
        blank = (None, (row, naming.column))
        rows.append(
            [
                *(cell_of(grid, row, head.column) for head in kept),
                *(given.get(pair, blank) for pair in meant),
            ]
        )
    body = Body(rows=list(range(1, len(rows))))
    made = made_of([found], [Head(at, path) for at, path in enumerate(heads)], rows, body)
    made.outer_labels += [
        (row, head.column)
        for row in found.body.rows
        for head in (naming, *kept)
        if grid.rows[row][head.column] is not None
    ]
    return made


def _row_of(found: Found, naming: Head, name: str) -> int:
    return next(r for r in found.body.rows if found.grid.rows[r][naming.column] == name)
