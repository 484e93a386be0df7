"""Header rows: where headings stand, how many rows they take, which group stands over which.

A row is taken for headings where most of its cells are, by letter or nearly, headings of some
declared kind. Rows above and below belong to the same header where merges or gaps say so.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.intake.locate.form_rows import is_form_row
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.heads import Head, heads_of
from dashboard.intake.locate.labels import is_day, is_line_label
from dashboard.intake.locate.strays import is_stray
from dashboard.intake.locate.subheads import all_say_more, fills_merges, heads_columns
from dashboard.intake.locate.words import ordinal
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.across import laid_across
from dashboard.intake.recognise.common import GENERIC
from dashboard.intake.recognise.dictionary import is_choice, is_numbering, known, may_begin_heading
from dashboard.intake.recognise.lexicon import headinglike
from dashboard.intake.recognise.spelling import is_unit_mark, key
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

MOST_HEADER_ROWS = 4
_LONGEST_HEADING = 80
_SHORT = 12
"""Letters of a heading under a group."""
_TITLE = lazy_pattern(r"20\d{2}年|^.{6,}(?:表|台账|清单|名册|目录|一览|汇总|统计)(?:$|\()|^.{14,}")
_PROBED = 60
"""Rows that are searched thoroughly; further down only rows that are text throughout."""


@dataclass(slots=True, eq=False)
class Header:
    """A block of header rows (inclusive) over the columns ``left`` to ``right``."""

    top: int
    bottom: int
    left: int
    right: int
    heads: list[Head]

    def keys(self) -> tuple[str, ...]:
        """The headings as they are compared with those of a repeated header."""
        return tuple("/".join(key(text) for text in head.path) for head in self.heads)


def find_headers(grid: Grid, left: int, right: int, top: int = 0) -> list[Header]:
    """Every header in those columns, from the top row on, in the order of rows."""
    found: list[Header] = []
    strange: set[CellValue] = set()
    row, height = top, len(grid.rows)
    while row < height:
        thorough = row - top < _PROBED and (not found or row - found[-1].bottom < 3)
        thorough = thorough or not grid.filled[row - 1]
        if (thorough or _begins_with_heading(grid, row, left, right, strange)) and is_header_row(
            grid, row, left, right, thorough=thorough
        ):
            header = _again(grid, row, found) or grow(grid, row, left, right)
            found.append(header)
            row = header.bottom + 1
        else:
            row += 1
    return found


def _again(grid: Grid, row: int, found: list[Header]) -> Header | None:
    """The last header once more, to the letter: it takes the same rows, whatever stands
    right above it."""
    if not found:
        return None
    last, cells = found[-1], grid.rows
    rows = cells[last.top : last.bottom + 1]
    for offset, first in enumerate(rows):
        top = row - offset
        if cells[row] == first and top > last.bottom and cells[top : top + len(rows)] == rows:
            bottom = top + len(rows) - 1
            heads = heads_of(grid, top, bottom, last.left, last.right)
            return Header(top, bottom, last.left, last.right, heads)
    return None


def is_header_row(grid: Grid, row: int, left: int, right: int, *, thorough: bool = True) -> bool:
    """True where most cells of the row are headings, and it is no row of a form."""
    columns = within(grid.filled[row], left, right)
    if len(columns) > 3 and is_stray(grid, row, columns):
        columns = columns[:-1]
    texts = _short_texts(grid.rows[row], columns)
    if len(texts) < 2:
        return False
    hits = [known(text) for text in texts]
    if thorough and len(texts) > 2 and laid_across(texts):
        return not is_form_row(grid, row, columns, hits)
    if sum(hits) < 2 and not (thorough and len(texts) > 2):
        return False
    if all(key(text) in GENERIC for text, hit in zip(texts, hits, strict=True) if hit):
        return False
    own = {text for text in texts if key(text) not in GENERIC and not is_numbering(text)}
    if all(hits) and len(own) > 2:
        return True
    return (
        (
            sum(hits) * 2 > len(hits)
            or _sounds_like_headings(texts)
            or all(hit or is_choice(text) for text, hit in zip(texts, hits, strict=True))
        )
        and not _label_and_value(texts, hits)
        and not is_form_row(grid, row, columns, hits)
    )


def _begins_with_heading(
    grid: Grid, row: int, left: int, right: int, strange: set[CellValue]
) -> bool:
    """True where a row of nothing but short texts begins with a heading: the quick look at
    rows of data. First cells that are none go to ``strange``, and are not looked at again."""
    columns, cells = grid.filled[row], grid.rows[row]
    if columns and columns[0] < left:
        columns = within(columns, left, right)
    first = cells[columns[0]] if columns else None
    if type(first) is not str or not may_begin_heading(first) or first in strange:
        return False
    if not _short_texts(cells, within(columns, left, right)):
        return False
    if known(first):
        return True
    strange.add(first)
    return False


def _short_texts(cells: list[CellValue], columns: list[int]) -> list[str]:
    """The cells of a row if all of them are short texts; none otherwise."""
    texts: list[str] = []
    for column in columns:
        value = cells[column]
        if type(value) is not str or len(value) > _LONGEST_HEADING:
            return []
        texts.append(value)
    return texts


def _sounds_like_headings(texts: list[str]) -> bool:
    """True where the cells are, on the whole, near to headings, and all differ."""
    if len(set(texts)) < len(texts):
        return False
    return sum(headinglike(text) for text in texts) / len(texts) >= 0.66


def _label_and_value(texts: list[str], hits: list[bool]) -> bool:
    """True for 填报单位 | 市文化馆 | 联系人 | 张三: every other cell is a heading, or like one."""
    alternate = len(hits) % 2 == 0 and all(hits[::2]) and not any(hits[1::2])
    return alternate and sum(map(headinglike, texts[1::2])) * 2 < len(texts[1::2])


def grow(grid: Grid, row: int, left: int, right: int) -> Header:
    """The whole header of which ``row`` is one row."""
    top = bottom = row
    while bottom - top + 1 < MOST_HEADER_ROWS and _goes_on(grid, top, bottom, left, right):
        bottom += 1
    while bottom - top + 1 < MOST_HEADER_ROWS and top > 0 and _is_group(grid, top - 1, left, right):
        top -= 1
    return Header(top, bottom, left, right, heads_of(grid, top, bottom, left, right))


def header_at(grid: Grid, bottom: int, left: int, right: int) -> Header:
    """The header that ends in a row a person named; group rows above it are found."""
    top = bottom
    while bottom - top + 1 < MOST_HEADER_ROWS and top > 0 and _is_group(grid, top - 1, left, right):
        top -= 1
    return Header(top, bottom, left, right, heads_of(grid, top, bottom, left, right))


def _goes_on(grid: Grid, top: int, bottom: int, left: int, right: int) -> bool:
    """True where the row below ``bottom`` is still header."""
    below = bottom + 1
    if below >= len(grid.rows):
        return False
    columns = within(grid.filled[below], left, right)
    texts = _short_texts(grid.rows[below], columns)
    merged = {
        column
        for column in range(left, right + 1)
        if (anchor := grid.covered.get((below, column))) and top <= anchor[0] <= bottom
    }
    # a title may be merged down the side of the whole table
    if merged and (texts or not columns or not merged <= {left, right}):
        return True
    if not texts or all(ordinal(text) is not None for text in texts):
        return False
    return (
        all(is_unit_mark(text) for text in texts)
        or _are_children(grid, bottom, columns, left, right)
        or (top == bottom and _fills_groups(grid, bottom, columns, left, right))
        or (top == bottom and fills_merges(grid, bottom, columns, left, right))
    )


def _are_children(grid: Grid, row: int, columns: list[int], left: int, right: int) -> bool:
    """True where the texts below a row stand under its groups and are headings themselves.

    A group of a single column is not told from a heading: under such a one only a heading
    known to the letter is a child."""
    groups = _groups(grid, row, left, right)
    under = [column for column in columns if column in groups]
    texts = grid.rows[row + 1]
    if len(under) < 2 or not any(headinglike(str(texts[column])) >= 0.7 for column in under):
        return False
    alone = [column for column in columns if column not in groups]
    whole = within(grid.filled[row], left, right)
    return (
        not alone
        or (
            all(known(str(texts[column])) for column in alone)
            and len(columns) < len(whole) + len(under) - 1
        )
        or all_say_more(grid, row, alone)
    )


def _fills_groups(grid: Grid, row: int, columns: list[int], left: int, right: int) -> bool:
    """True where the row below heads the blanks of its row and leaves its first column
    blank, as headings over two rows do once their merges are gone (in a .csv)."""
    heads = within(grid.filled[row], left, right)
    if grid.spans or row + 2 >= len(grid.rows) or len(heads) < 2 or heads[0] >= columns[0]:
        return False
    if not any(heads[0] < column and column not in heads for column in columns):
        return False
    texts = [str(grid.rows[row + 1][column]) for column in columns]
    following = within(grid.filled[row + 2], left, right)
    return (
        all(len(text) <= _SHORT and not is_day(text) for text in texts)
        and len(set(texts)) > 1
        and following[:1] == heads[:1]
        and len(following) >= len(columns)
    )


def _groups(grid: Grid, row: int, left: int, right: int) -> set[int]:
    """The columns under the row's groups: under its merges, or, where nothing is merged,
    under a heading with blanks to its right."""
    columns = within(grid.filled[row], left, right)
    found: set[int] = set()
    for column in columns:
        end = grid.spans.get((row, column))
        if end and end[1] > column and not (column == left and end[1] == right):
            found.update(range(column, end[1] + 1))
    if found or not columns or any((row, column) in grid.spans for column in columns):
        return found
    for column, following in zip(columns, [*columns[1:], right + 1], strict=True):
        if following - column > 1:
            found.update(range(column, following))
    return found


def _is_group(grid: Grid, row: int, left: int, right: int) -> bool:
    """True where the row holds group headings over the header that begins below it."""
    columns = within(grid.filled[row], left, right)
    if not columns:
        return False
    for column in columns:
        value = grid.rows[row][column]
        if not isinstance(value, str) or len(value) > _LONGEST_HEADING or _is_line(value):
            return False
    below = within(grid.filled[row + 1], left, right)
    if len(columns) == 1 and below and _is_title(grid, row, columns[0], below):
        return False
    merged = [
        (column, grid.spans[row, column]) for column in columns if (row, column) in grid.spans
    ]
    if any(end[0] > row for _, end in merged):
        return True
    wide = [(column, end[1]) for column, end in merged if end[1] > column]
    if wide:
        others = [column for column in columns if column not in {column for column, _ in wide}]
        beside = bool(others) and not set(others) & set(below)
        partial = [(a, b) for a, b in wide if beside or not (a <= below[0] and b >= below[-1])]
        return bool(below) and any(sum(a <= c <= b for c in below) >= 2 for a, b in partial)
    more = len(columns) >= 2 and len(set(below) - set(columns)) >= 1
    return more and heads_columns(grid, row, columns, below)


def _is_title(grid: Grid, row: int, column: int, below: list[int]) -> bool:
    """True where the only cell of a row over headings is the sheet's title, whose merge need
    not be as wide as the table: it is worded like one, or reaches over most of the table."""
    end = grid.spans.get((row, column), (row, column))
    if end[0] > row:
        return False
    if reads_as_title(grid.text(row, column)):
        return True
    over = sum(column <= one <= end[1] for one in below)
    return column <= below[0] and over * 2 > len(below)


def reads_as_title(text: str) -> bool:
    """True for what titles are worded like, and no heading of a group."""
    return _TITLE.search(normal(text)) is not None


def _is_line(text: str) -> bool:
    bare = text.strip().rstrip(":\uff1a")
    if bare != text.strip() and is_line_label(text):
        return True
    return ":" in bare or "：" in bare or is_unit_mark(bare)
