"""The recognised tables of one sheet: of several ways to see it, the one that explains it best."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.intake.assemble.continuation import continued
from dashboard.intake.assemble.surroundings import Surroundings, title_of
from dashboard.intake.assemble.units import Directory
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.tables import alternatives, locate
from dashboard.intake.model import Context
from dashboard.intake.recognise.common import GENERIC, REPORTED_ON, UNIT
from dashboard.intake.recognise.content import look
from dashboard.intake.recognise.match import SURE, Matched
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.which import Recognised, missing, recognise

Tables = list[tuple[Found, Recognised]]
SAMPLED_ROWS = 60
_SMALL = 200
"""Rows of a sheet that is small enough to be looked at in other ways."""


def tables_of(
    grid: Grid,
    file: str,
    context: Context,
    directory: Directory,
    before: tuple[Found, Recognised] | None = None,
    header_row: int | None = None,
) -> Tables:
    """Every table of the sheet with its kind, or with none.

    A sheet without headings may go on with the table ``before`` it. ``header_row``: where a
    person said that the headings end.

    Where the plain way leads to nothing good (columns that hold what they cannot hold,
    required ones absent, no kind at all) a small sheet is also seen as a form, as a table on
    its side, and as a table under the first row shaped like a header."""

    def kinds_of(found: list[Found]) -> Tables:
        return [(table, _kind_of(table, grid, file, context, directory)) for table in found]

    tables = kinds_of(locate(grid, header_row))
    if before and header_row is None and all(one.matched is None for _, one in tables):
        table = continued(grid, *before)
        if table is not None:
            return [(table, before[1])]
    if header_row is not None or len(grid.rows) > _SMALL or not _weak(tables):
        return tables
    return _best(grid, tables, kinds_of)


def _best(grid: Grid, tables: Tables, kinds_of: Callable[[list[Found]], Tables]) -> Tables:
    best, most = tables, quality(tables)
    for found in alternatives(grid):
        other = kinds_of(found)
        worth = quality(other)
        if worth > most + 0.5:
            best, most = other, worth
    return best


def _kind_of(
    found: Found, grid: Grid, file: str, context: Context, directory: Directory
) -> Recognised:
    is_unit = directory.knows if directory.units else None
    rows = found.grid.rows
    sampled = found.body.rows[:SAMPLED_ROWS]
    contents = [look([rows[row][head.column] for row in sampled], is_unit) for head in found.heads]
    words = (title_of(found, grid), grid.name, file)
    return recognise(found.heads, contents, words, Surroundings.ruled(context, found, words))


def _weak(tables: Tables) -> bool:
    known = [(found, one.matched) for found, one in tables if one.matched is not None]
    return len(known) < len(tables) or not known or any(_is_weak(*pair) for pair in known)


def _is_weak(found: Found, matched: Matched) -> bool:
    own = _own(matched)
    doubted = any(matched.confidence[name] < SURE for name in own)
    return (
        doubted
        or bool(missing(matched))
        or not found.body.rows
        or len(_left(matched)) >= len(own)
        or (found.shape == "turned" and len(found.body.rows) > 1)
    )


def quality(tables: Tables) -> float:
    """How much of a sheet its tables explain: sure columns, less what is absent or left."""
    total = 0.0
    for found, one in tables:
        if one.matched is None or not found.body.rows:
            continue
        own = _own(one.matched)
        total += sum(one.matched.confidence[name] for name in own)
        total -= len(missing(one.matched)) + 0.5 * len(_left(one.matched))
    return total


def _own(matched: Matched) -> list[str]:
    of_table = (UNIT, REPORTED_ON) if matched.kind.view != "unit" else ()
    return [name for name in matched.columns if name not in of_table]


def _left(matched: Matched) -> list[str]:
    names = [head.path[-1] for head in matched.unmatched if head.path]
    return [name for name in names if key(name) not in GENERIC]
