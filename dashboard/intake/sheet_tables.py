"""The recognised tables of one sheet: of several ways to see it, the one that explains it best."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.intake.assemble.continuation import continued
from dashboard.intake.assemble.surroundings import title_of
from dashboard.intake.assemble.units import Directory
from dashboard.intake.locate.blocks import join_blocks
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.matrix import folded
from dashboard.intake.locate.split import rejoined
from dashboard.intake.locate.tables import alternatives, locate
from dashboard.intake.recognise.common import GENERIC, REPORTED_ON, SURE, UNIT
from dashboard.intake.recognise.content import Content, look
from dashboard.intake.recognise.match import match
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.which import Recognised, missing, recognise
from dashboard.kinds import kinds

Tables = list[tuple[Found, Recognised]]
SAMPLED_ROWS = 60
_WHOLE = 3
_SMALL = 200
"""Rows of a sheet that is small enough to be looked at in other ways."""


def tables_of(
    grid: Grid,
    file: str,
    directory: Directory,
    before: tuple[Found, Recognised] | None = None,
) -> Tables:
    """Every table of the sheet with its kind, or with none.

    A sheet without headings may go on with the table ``before`` it. What people settled is
    not looked at here, see ``dashboard.intake.corrected``.

    Where the plain way leads to nothing good (columns that hold what they cannot hold,
    required ones absent, no kind at all) a small sheet is also seen as a form, as a table on
    its side, and as a table under the first row shaped like a header."""

    def kinds_of(found: list[Found]) -> Tables:
        seen = [
            (table, kind_of(table, grid, file, directory)) for table in shaped(found, directory)
        ]
        return _without_splits(seen, lambda table: kind_of(table, grid, file, directory))

    tables = kinds_of(locate(grid))
    if before:
        tables = follow_on(grid, tables, before)
    if any(found.continued for found, _ in tables):
        return tables
    if len(grid.rows) > _SMALL or not _weak(tables):
        return tables
    return _best(grid, tables, kinds_of)


def _without_splits(tables: Tables, kind_of_one: Callable[[Found], Recognised]) -> Tables:
    """The tables, those put together that are parts of one, which is more of its kind then."""
    whole: Tables = []
    parts: list[Found] = []
    for found, one in tables:
        joined = _put_together(parts, whole[-1][1], found, one, kind_of_one) if whole else None
        if joined:
            parts.append(found)
            whole[-1] = joined
        else:
            parts = [found]
            whole.append((found, one))
    return whole


def _put_together(
    parts: list[Found],
    known: Recognised,
    below: Found,
    other: Recognised,
    kind_of_one: Callable[[Found], Recognised],
) -> tuple[Found, Recognised] | None:
    if known.matched is None or _differ(known, other):
        return None
    found = rejoined(parts, below)
    one = kind_of_one(found) if found else None
    if found is None or one is None or one.matched is None or _differ(known, one):
        return None
    return (found, one) if len(_own(one.matched)) > len(_own(known.matched)) else None


def _differ(one: Recognised, other: Recognised) -> bool:
    """True where both are known, and of different kinds."""
    kinds_known = [r.matched.kind.view for r in (one, other) if r.matched is not None]
    return len(set(kinds_known)) > 1


def shaped(found: list[Found], directory: Directory) -> list[Found]:
    """The tables with one record a row: blocks of one list joined, units across put down."""
    return [folded(one, directory.knows, directory.inside) for one in join_blocks(found)]


def follow_on(grid: Grid, tables: Tables, before: tuple[Found, Recognised]) -> Tables:
    """The sheet as the continuation of the table before it, where it has no table of its own
    and is of that build; else its tables as they are."""
    if any(one.matched is not None and not found.continued for found, one in tables):
        return tables
    table = continued(grid, *before)
    return tables if table is None else [(table, before[1])]


def _best(grid: Grid, tables: Tables, kinds_of: Callable[[list[Found]], Tables]) -> Tables:
    best, most = tables, quality(tables)
    for found in alternatives(grid):
        other = kinds_of(found)
        worth = quality(other)
        known = any(one.matched is not None for _, one in other)
        if worth > most + 0.5 and (known or not _has_whole_form(tables)):
            best, most = other, worth
    return best


def _has_whole_form(tables: Tables) -> bool:
    """True for a form of which all is there that its kind asks for: that it asks much besides,
    被投诉人 and 领导批示, does not make it one of no kind."""
    return any(
        found.shape == "form"
        and one.matched is not None
        and not missing(one.matched)
        and sum(one.matched.confidence[name] >= SURE for name in _own(one.matched)) >= _WHOLE
        for found, one in tables
    )


def kind_of(
    found: Found,
    grid: Grid,
    file: str,
    directory: Directory,
    settled: dict[str, dict[str, str | None]] | None = None,
) -> Recognised:
    """What kind the table is. ``settled``: view -> heading's key -> its column, None for one
    that is to be left out."""
    words = (title_of(found, grid), grid.name, file)
    return recognise(found.heads, contents_of(found, directory), words, settled)


def matched_as(
    view: str, found: Found, directory: Directory, settled: dict[str, str | None]
) -> Recognised:
    """The table as one of that kind, because a person said that it is."""
    kind = kinds()[view]
    matched = match(kind, found.heads, contents_of(found, directory), settled)
    return Recognised(matched if matched.columns else None, kind, 0.0)


def contents_of(found: Found, directory: Directory) -> list[Content]:
    """What stands under each heading of the table, in its first rows."""
    is_unit = directory.knows if directory.units else None
    rows = [found.grid.rows[row] for row in found.body.rows[:SAMPLED_ROWS]]
    return [look([cells[head.column] for cells in rows], is_unit) for head in found.heads]


def _weak(tables: Tables) -> bool:
    known = [(found, one.matched) for found, one in tables if one.matched is not None]
    return len(known) < len(tables) or not known or any(_is_weak(*pair) for pair in known)


def _is_weak(found: Found, matched: Matched) -> bool:
    own = _own(matched)
    if _is_unfilled(found, matched):
        return False
    doubted = any(matched.confidence[name] < SURE for name in own)
    return (
        doubted
        or bool(missing(matched))
        or not found.body.rows
        or len(_left(matched)) >= len(own)
        or (found.shape == "turned" and len(found.body.rows) > 1)
    )


def _is_unfilled(found: Found, matched: Matched) -> bool:
    """True for headings alone, all of them known and none absent: seen as a form, each of
    them would be the value of the one before it."""
    whole = not missing(matched) and not _left(matched) and len(_own(matched)) > 1
    return found.shape == "rows" and not found.body.rows and whole


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
