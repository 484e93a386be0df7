"""Forms of labels and values as a table: a row a form, however their cells are laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.intake.locate.form_labels import LONGEST_LABEL, is_label, label_and_value
from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.locate.heads import Head
from dashboard.intake.locate.score_sheet import (
    column_of_scores,
    columns_without_scores,
    is_mark,
    place_of_score,
    without_score,
)
from dashboard.intake.locate.words import is_total
from dashboard.intake.model import CellValue, Position
from dashboard.intake.recognise.spelling import key

_OF_AN_ITEM = "小计"
"""What stands before the score of an item over several rows, below its parts."""


@dataclass(slots=True, eq=False)
class _Record:
    """One filled-in form: label -> where its value stands."""

    labels: dict[str, tuple[str, Position]] = field(default_factory=dict)
    values: dict[str, tuple[CellValue, Position]] = field(default_factory=dict)


def form_of(
    grid: Grid, first_row: int, last_row: int, columns: set[int], left: int, right: int
) -> list[Found]:
    """A form of several label columns, as a grid of one header row and a row a record."""
    records = [_Record()]
    titles: list[int] = []
    scores: int | None = None
    unscored: tuple[int, list[int]] = (0, [])
    heads_of_scores: list[Position] = []
    for row in range(first_row, last_row + 1):
        if (heads := column_of_scores(grid, row, left, right)) is not None:
            scores = heads
            heads_of_scores += [(row, column) for column in grid.filled[row]]
            continue
        if without := columns_without_scores(grid, row, left, right):
            unscored = (row, without)
            heads_of_scores += [(row, column) for column in grid.filled[row]]
            continue
        if _is_title(grid, within(grid.filled[row], left, right), row, columns):
            titles.append(row)
            continue
        for column in within(grid.filled[row], left, right):
            text = grid.rows[row][column]
            if not isinstance(text, str):
                continue
            inline = label_and_value(text, lenient=column in columns)
            if inline:
                _enter(records, inline[0], (row, column), (row, column), inline[1])
                continue
            if scores is not None and key(text) == _OF_AN_ITEM:
                break  # its score was entered with the item
            if not _labels(text, column, columns, scores):
                continue
            if scores is not None and (place := place_of_score(grid, row, column, scores)):
                _enter(records, text, (row, column), place, grid.rows[place[0]][place[1]])
                break  # what else stands in the row is of the same item
            place = _value_place(grid, row, column, right, columns)
            if place and (marks := without_score(grid, row, unscored[1], unscored[0])):
                _enter(records, text, (row, column), place, marks)
                break
            if place is not None:
                value = grid.rows[place[0]][place[1]]
                _enter(records, text, (row, column), place, value)
    found = _as_table(grid, records)
    found.outer_titles = titles
    found.outer_labels = [at for record in records[1:] for _, at in record.labels.values()]
    found.outer_labels += heads_of_scores
    return [found]


def _labels(text: str, column: int, columns: set[int], scores: int | None) -> bool:
    """True for a text that says what the cell after it is, in one of the columns of labels or
    anywhere; no score is, though typed as text."""
    summed = scores is not None and column < scores and is_total(text)
    said = summed or column in columns or is_label(text)
    return said and len(text) <= LONGEST_LABEL and not is_mark(text)


def form_of_answers(grid: Grid, rows: range, labels: int, answers: int, counts: int) -> Found:
    """A form whose values stand in two columns: how many there are, else whether there is any."""
    record = _Record()
    for row in rows:
        text = grid.rows[row][labels]
        if isinstance(text, str):
            column = answers if grid.rows[row][counts] is None else counts
            place = grid.covered.get((row, column), (row, column))
            record.labels[key(text)] = (text, (row, labels))
            record.values[key(text)] = (grid.rows[place[0]][place[1]], place)
    return _as_table(grid, [record])


def _is_title(grid: Grid, cells: list[int], row: int, columns: set[int]) -> bool:
    """True where all that the row holds is a text that is no label."""
    value = grid.rows[row][cells[0]] if len(cells) == 1 else None
    if not isinstance(value, str) or is_label(value):
        return False
    return label_and_value(value, lenient=cells[0] in columns) is None


def _enter(
    records: list[_Record], label: str, at: Position, place: Position, value: CellValue
) -> None:
    """Add a label and its value; a label that the record has begins the next record."""
    name = key(label)
    if name in records[-1].labels:
        records.append(_Record())
    records[-1].labels[name] = (label, at)
    records[-1].values[name] = (value, place)


def _value_place(
    grid: Grid, row: int, column: int, right: int, columns: set[int]
) -> Position | None:
    """The cell right of a label, over the label's own merge; None at the edge, and where the
    next label stands there."""
    end = grid.spans.get((row, column), (row, column))[1]
    if end + 1 > right:
        return None
    place = (row, end + 1)
    value = grid.rows[row][end + 1]
    if end + 1 in columns and isinstance(value, str) and is_label(value):
        return None
    return grid.covered.get(place, place)


def _as_table(grid: Grid, records: list[_Record]) -> Found:
    names = list(dict.fromkeys(name for record in records for name in record.labels))
    texts: list[CellValue] = []
    where: dict[Position, Position] = {}
    for column, name in enumerate(names):
        text, where[0, column] = next(r.labels[name] for r in records if name in r.labels)
        texts.append(text)
    rows = [texts]
    for number, record in enumerate(records, start=1):
        row: list[CellValue] = []
        begin = next(iter(record.values.values()), (None, (0, 0)))[1]
        for column, name in enumerate(names):
            value, where[number, column] = record.values.get(name, (None, begin))
            row.append(value)
        rows.append(row)
    made = Grid(
        name=grid.name,
        rows=rows,
        width=len(names),
        filled=[[c for c, v in enumerate(row) if v is not None] for row in rows],
        faulty={at: grid.faulty[to] for at, to in where.items() if to in grid.faulty},
        percent=frozenset(at for at, to in where.items() if to in grid.percent),
        long_numbers={
            at: grid.long_numbers[to] for at, to in where.items() if to in grid.long_numbers
        },
        places=lambda row, column: grid.origin(*where[row, column]),
    )
    heads = [Head(c, (str(text),)) for c, text in enumerate(texts)]
    body = Body(rows=[n for n in range(1, len(rows)) if made.filled[n]])
    return Found(made, 0, len(names) - 1, heads, [0], body, shape="form")
