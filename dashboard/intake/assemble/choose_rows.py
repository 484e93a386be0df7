"""Which rows of a table are taken, which name those that follow, and which say nothing."""

from __future__ import annotations

from dashboard.intake.assemble.day_rows import heads_days
from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.nil import LONGEST_NIL, NIL, STROKES, says_nil
from dashboard.intake.assemble.periods import is_period
from dashboard.intake.assemble.task_rows import rows_of_tasks
from dashboard.intake.assemble.units import Directory, looks_like_unit
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.words import sums_up
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, UNIT
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_PART = lazy_pattern(r"\s*其\s*中\s*[:：]?")


def choose_rows(draft: Draft, directory: Directory) -> None:
    """Settle which rows of the body are taken: those with a cell of their own in a column of
    the kind. Rows of a single text become data, or a name over the rows that follow."""
    grid, body = draft.found.grid, draft.found.body
    own = [head.column for name, head in draft.matched.columns.items() if draft.is_own(name)]
    own += [head.column for one in draft.matched.ticks for head, _ in one.options]
    own += [one.head.column for one in draft.matched.beside.values()]
    asked = _asked_text(draft)
    whose = draft.matched.columns[UNIT].column if UNIT in draft.matched.columns else None
    said_nil = {column for column in (asked, whose) if column is not None and _nil(grid, column)}
    crossed = bool(own) and _nil(grid, own[0])
    parts = _parts_of_units(draft, whose, directory)
    tasks = rows_of_tasks(draft, own)
    body.sections |= tasks
    plain = not (parts or tasks or said_nil or crossed)
    for row in body.rows:
        if plain and own and row not in body.lone and grid.rows[row][own[0]] is not None:
            draft.rows.append(row)  # as mostly: no call for it
            continue
        if row in parts or (row in body.lone and _sums_up(draft, row)):
            body.notes.append(row)
            continue
        if row in tasks or (row in body.lone and _heads_rows(draft, row, directory)):
            continue
        cells = grid.rows[row]
        if (said_nil and any(_is_nil(cells, column, own) for column in said_nil)) or (
            crossed and _is_crossed_out(cells, own, whose)
        ):
            draft.dropped.append(row)
        elif _holds_some(grid, row, own) or _asks_for_more(draft, row):
            draft.rows.append(row)
        else:
            draft.dropped.append(row)


def _sums_up(draft: Draft, row: int) -> bool:
    """True for a sentence under the last of the rows that says how many they are."""
    grid, body = draft.found.grid, draft.found.body
    last = row == body.rows[-1] and row != body.rows[0]
    return last and any(sums_up(grid.text(row, column)) for column in grid.filled[row])


def _parts_of_units(draft: Draft, whose: int | None, directory: Directory) -> set[int]:
    """其中:一大队 under its 支队, and what follows it until a unit that is known: they are
    counted with the unit above them."""
    parts: set[int] = set()
    if whose is None or draft.kind.view not in ONE_ROW_A_UNIT:
        return parts
    texts = {row: draft.found.grid.rows[row][whose] for row in draft.found.body.rows}
    if not any(isinstance(text, str) and _PART.match(text) for text in texts.values()):
        return parts
    inside = False
    for row, text in texts.items():
        name = text if isinstance(text, str) else ""
        known = directory.match(_PART.sub("", name)).how in ("exact", "near")
        follows = inside and bool(directory.units)
        inside = not known and (follows or _PART.match(name) is not None)
        if inside:
            parts.add(row)
    return parts


def _holds_some(grid: Grid, row: int, columns: list[int]) -> bool:
    """True where one of those cells is filled, if only with an error."""
    cells = grid.rows[row]
    for column in columns:
        if cells[column] is not None:
            return True
    return bool(grid.faulty) and any((row, column) in grid.faulty for column in columns)


def _asked_text(draft: Draft) -> int | None:
    """The column of the one text that every row must have, if the kind has one."""
    asked = [column for column in draft.kind.columns if column.required]
    head = draft.matched.columns.get(asked[0].name) if len(asked) == 1 else None
    return head.column if head and asked[0].type == "text" else None


def _nil(grid: Grid, column: int) -> bool:
    """True where any cell of the column says that there is nothing."""
    texts = {text for cells in grid.rows if type(text := cells[column]) is str}
    return any(says_nil(text) for text in texts if len(text) <= LONGEST_NIL)


def _is_nil(cells: list[CellValue], asked: int, own: list[int]) -> bool:
    """True for a row that says 无 or — where a text or its unit is asked, and nothing else:
    a nil return, or a row struck out."""
    return says_nil(cells[asked]) and all(
        cells[one] is None or one == asked or normal(str(cells[one])) in NIL for one in own
    )


def _is_crossed_out(cells: list[CellValue], own: list[int], whose: int | None) -> bool:
    """True for a row of strokes or dots alone, of no unit: it only fills lines that are left."""
    columns = own if whose is None else [*own, whose]
    said = {str(cells[one]) for one in columns if cells[one] is not None}
    return len(said) == 1 and normal(*said) in STROKES and cells[own[0]] is not None


def _heads_rows(draft: Draft, row: int, directory: Directory) -> bool:
    """Take a single text for a name over the following rows where it is one."""
    grid, body = draft.found.grid, draft.found.body
    column = grid.filled[row][0] if grid.filled[row] else 0
    text = grid.text(row, next((c for c in grid.filled[row] if c >= draft.found.left), column))
    here = next((c for c in grid.filled[row] if c >= draft.found.left), column)
    named = next(
        (name for name, head in draft.matched.columns.items() if head.column == here), None
    )
    is_unit = (
        directory.match(text).how in ("exact", "near")
        if directory.units
        else (looks_like_unit(text))
    )
    following = next((r for r in body.rows if r > row and r not in body.lone), None)
    if named == UNIT and following is not None and heads_days(draft, text):
        heading = True
    elif named == UNIT and draft.kind.view != "unit":
        heading = following is not None and grid.rows[following][here] is None
    elif named is None:
        heading = True
    elif named.endswith("_on") and is_period(text):
        heading = following is not None  # the days of a register by month or year
    else:
        heading = is_unit and draft.kind.view != "unit" and following is not None
    if heading:
        body.sections[row] = text
    return heading


def _asks_for_more(draft: Draft, row: int) -> bool:
    """True for a row that names its unit and nothing else, in a kind with required cells."""
    head = draft.matched.columns.get(UNIT)
    if head is None or draft.kind.view == "unit":
        return False
    required = any(column.required for column in draft.kind.columns)
    return (
        required
        and draft.kind.collection == "snapshot"
        and isinstance(draft.found.grid.rows[row][head.column], str)
    )
