"""Tables of which rows tell of several things that stand across: lists, units, kinds of business.

Such a table is turned into one with a row for each pair of row and thing, in a grid that
remembers where each cell stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.headers import Head
from dashboard.intake.locate.labels import is_date, is_month
from dashboard.intake.locate.words import is_total
from dashboard.intake.model import CellValue, Position
from dashboard.intake.recognise.across import laid_across
from dashboard.intake.recognise.business import ACTS, BUSINESS_LABEL, is_business
from dashboard.intake.recognise.common import PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kind

UNIT_LABEL = "单位"
DAY_LABEL = "日期"
_LEAST_ACROSS = 2
_SHORT = 12
"""An answer (√, 已公开, 2021-06-09) is short; a text under such a heading is none."""

Path = tuple[str, ...]
_Cell = tuple[CellValue, Position]
"""A value and where it stands."""


@dataclass(slots=True)
class _Across:
    """What stands across: for each name, which column says what of it."""

    label: str
    """The heading for the names."""
    columns: dict[str, dict[Path, Head]]
    totals: list[Head]
    """Columns that sum up the others: 合计."""

    def heads(self) -> list[Head]:
        """The columns of all names."""
        return [head for own in self.columns.values() for head in own.values()]


def folded(found: Found, is_unit: Callable[[str], bool]) -> Found:
    """The table as rows of pairs, where lists, units or kinds of business stand across; else
    as it is."""
    return _by_lists(found) or _by_units(found, is_unit) or _by_business(found) or found


def _by_lists(found: Found) -> Found | None:
    """The table as rows of pairs, if at least two of its headings are words of a vocabulary:
    units down, lists across, √ and ×, which say one thing (是否公开) of each pair."""
    if found.shape != "rows":
        return None
    meant = laid_across(head.path[-1] for head in found.heads)
    if meant is None:
        return None
    across = [head for head in found.heads if key(head.path[-1]) in meant.words]
    if not _answered(found, across):
        return None
    said: Path = (meant.answer.label,)
    columns = {head.path[-1]: {said: head} for head in across}
    return _folded(found, _Across(meant.column.label, columns, []))


def _by_units(found: Found, is_unit: Callable[[str], bool]) -> Found | None:
    """The table as rows of pairs, if names of units stand across over or under headings that
    kinds know: 完成进度 over 源汇大队 | 郾城大队, or each unit over 执法人员 | 审核人员."""
    level, units = _names_across(found.heads, is_unit)
    if len(units) < _LEAST_ACROSS:
        return None
    groups = _groups(found.heads, level)
    said_of_all = {said for name in units for said in groups[name]}
    if not any(map(_tells, said_of_all)):
        return None
    across = _Across(UNIT_LABEL, {}, [])
    for name, own in groups.items():
        if is_total(name) and own.keys() <= said_of_all:
            across.totals += own.values()
        elif name in units or (len(own) > 1 and own.keys() == said_of_all):
            across.columns[name] = own  # over their headings a strange name is a unit's too
    return _folded(found, across)


def _by_business(found: Found) -> Found | None:
    """The table as rows of pairs, if counts of acts stand under 行政处罚 | 行政许可 and under
    no total of them."""
    level, names = _names_across(found.heads, is_business)
    if len(names) < _LEAST_ACROSS:
        return None
    groups = _groups(found.heads, level)
    said_of_all = {said for name in names for said in groups[name]}
    if any(is_total(name) for name in groups) or not all(map(_counts_acts, said_of_all)):
        return None
    return _folded(found, _Across(BUSINESS_LABEL, {name: groups[name] for name in names}, []))


def _names_across(heads: list[Head], is_name: Callable[[str], bool]) -> tuple[int, list[str]]:
    """The row of headings with the most such names, and the names; none where they alone
    are the headings."""
    levels: dict[int, dict[str, None]] = {}
    for head in heads:
        for level, text in enumerate(head.path if len(head.path) > 1 else ()):
            if is_name(text):
                levels.setdefault(level, {})[text] = None
    level = max(levels, key=lambda one: len(levels[one]), default=0)
    return level, list(levels.get(level, ()))


def _groups(heads: list[Head], level: int) -> dict[str, dict[Path, Head]]:
    """For each name in that row of headings, the columns under or over it."""
    groups: dict[str, dict[Path, Head]] = {}
    for head in heads:
        if len(head.path) > max(level, 1):
            said = head.path[:level] + head.path[level + 1 :]
            groups.setdefault(head.path[level], {}).setdefault(said, head)
    return groups


def _answered(found: Found, across: list[Head]) -> bool:
    values = [found.grid.rows[row][head.column] for head in across for row in found.body.rows]
    given = [str(value) for value in values if value is not None]
    return bool(given) and all(len(text) <= _SHORT for text in given)


def _tells(path: Path) -> bool:
    """True for headings of what rows say: 完成进度, not 单位 or 数量."""
    return any(
        score >= PLAINLY and column not in (UNIT, REPORTED_ON)
        for meanings in likeness(path).values()
        for column, score in meanings.items()
    )


def _counts_acts(path: Path) -> bool:
    """True for 重大执法决定数 and 经法制审核数."""
    integers = {column.name for column in kind(ACTS).columns if column.type == "integer"}
    meanings = likeness(path).get(ACTS, {})
    return any(meanings.get(name, 0.0) >= PLAINLY for name in integers)


def _folded(found: Found, across: _Across) -> Found:
    """The table with one row for each of its rows and each name that stands across."""
    grid = found.grid
    taken = {head.column for head in (*across.heads(), *across.totals)}
    kept = [head for head in found.heads if head.column not in taken]
    kept += _headless(found)
    said: dict[Path, Head] = {}
    for own in across.columns.values():
        said = own | said
    names = {
        name: _heading_cell(found, name, min(head.column for head in own.values()))
        for name, own in across.columns.items()
    }
    paths = [*(head.path for head in kept), (across.label,), *said]
    places = [_heading_cell(found, head.path[-1], head.column) for head in kept]
    places.append(next(iter(names.values())))
    places += [_heading_cell(found, path[-1], head.column) for path, head in said.items()]
    rows: list[list[_Cell]] = [
        [
            (path[-1] if grid.text(*place) else None, place)
            for path, place in zip(paths, places, strict=True)
        ]
    ]
    body = Body()
    for row in sorted([*found.body.rows, *found.body.sections]):
        if row in found.body.sections:
            body.sections[len(rows)] = text = found.body.sections[row]
            rows.append([(text, (row, grid.filled[row][0]))])
            continue
        own_cells = [_kept_cell(grid, row, head) for head in kept]
        for name, own in across.columns.items():
            body.rows.append(len(rows))
            given = [_said_cell(grid, row, own.get(path), said[path]) for path in said]
            rows.append([*own_cells, (name, names[name]), *given])
    made = _grid(grid, rows)
    heads = [Head(at, path) for at, path in enumerate(paths) if path[-1]]
    turned = Found(made, 0, made.width - 1, heads, [0], body, found.preamble, "folded")
    _keep_the_rest(found, turned, across.totals)
    return turned


def _headless(found: Found) -> list[Head]:
    """Columns of cells without a heading: in the corner over the days that are told of."""
    headed = {head.column for head in found.heads}
    heads = []
    for column in range(found.left, found.right + 1):
        cells = [value for value in found.column_values(column) if value is not None]
        if column not in headed and cells:
            dated = all(is_date(value) or is_month(value) for value in cells)
            heads.append(Head(column, (DAY_LABEL if dated else "",)))
    return heads


def _kept_cell(grid: Grid, row: int, head: Head) -> _Cell:
    place = grid.covered.get((row, head.column), (row, head.column))
    return grid.rows[place[0]][place[1]], place


def _said_cell(grid: Grid, row: int, head: Head | None, alike: Head) -> _Cell:
    """What stands in that column, that of a merge where it reaches down and not across;
    nothing where the name has no such column and others have one ``alike``."""
    place = (row, (head or alike).column)
    anchor = grid.covered.get(place, place)
    if head is None or anchor[1] != place[1]:
        return None, place
    return grid.rows[anchor[0]][anchor[1]], anchor


def _heading_cell(found: Found, text: str, column: int) -> Position:
    """Where that heading of the column stands, if need be over columns further left."""
    grid, bottom = found.grid, found.header_rows[-1]
    for at in range(column, found.left - 1, -1):
        for row in reversed(found.header_rows):
            place = grid.covered.get((row, at), (row, at))
            if grid.text(*place) == text:
                return place
    return bottom, column


def _keep_the_rest(found: Found, made: Found, totals: Iterable[Head]) -> None:
    """Hand on what stands in and around the table besides its rows."""
    grid, body = found.grid, found.body
    made.outer_notes = body.notes if found.shape == "rows" else found.outer_notes
    made.outer_titles = [*found.outer_titles, *body.titles]
    made.outer_labels = [
        grid.origin(row, column)
        for row in (*found.header_rows, *body.repeats, *body.numbering)
        for column in grid.filled[row]
        if found.left <= column <= found.right
    ]
    summed = {head.column for head in totals}
    made.outer_totals = [
        grid.origin(row, column)
        for row in (*body.rows, *body.totals)
        for column in grid.filled[row]
        if found.left <= column <= found.right and (column in summed or row in body.totals)
    ]


def _grid(grid: Grid, cells: list[list[_Cell]]) -> Grid:
    """The grid that is made of those cells of another; its rows are as long as the first."""
    width = len(cells[0])
    rows = [[value for value, _ in row] + [None] * (width - len(row)) for row in cells]
    where = {(r, c): place for r, row in enumerate(cells) for c, (_, place) in enumerate(row)}
    faulty = {at: grid.faulty[to] for at, to in where.items() if to in grid.faulty}
    return Grid(
        name=grid.name,
        rows=rows,
        width=width,
        filled=[
            [at for at, value in enumerate(row) if value is not None or (number, at) in faulty]
            for number, row in enumerate(rows)
        ],
        faulty=faulty,
        percent=frozenset(at for at, to in where.items() if to in grid.percent),
        long_numbers={
            at: grid.long_numbers[to] for at, to in where.items() if to in grid.long_numbers
        },
        places=lambda row, column: grid.origin(*where[row, column]),
    )
