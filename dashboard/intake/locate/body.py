"""The rows under a header: data, sections, totals, numbering, notes."""

from __future__ import annotations

from dashboard.intake.locate.foot import is_aside, is_foot, sign_off
from dashboard.intake.locate.found import Body
from dashboard.intake.locate.grid import Grid, totals_among, within
from dashboard.intake.locate.headers import Header
from dashboard.intake.locate.labels import is_date
from dashboard.intake.locate.numbering import numbers_columns
from dashboard.intake.locate.remarks import answers_alike, is_remark, shows_how_to_fill
from dashboard.intake.locate.totals import is_total_row
from dashboard.intake.locate.words import (
    begins_a_foot,
    is_example,
    is_full_marks,
    is_note_label,
    is_ordinal,
    is_section,
    none_begins_a_foot,
    ordinal,
)
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.dictionary import is_numbering
from dashboard.intake.recognise.spelling import key, may_hold_key, spells
from dashboard.patterns import lazy_pattern

_FEW_HEADS = 3
"""Headings of a table that may well be one of names and figures: 指标 | 计划 | 完成."""
_DATES = lazy_pattern("[日时期]")
"""What a heading over dates is worded like."""
_NEAR = 12
"""Rows above to which the next one is compared."""


def walk(grid: Grid, header: Header, stop: int, body: Body | None = None) -> Body:
    """Sort the rows from below the header up to ``stop`` (exclusive).

    With ``body`` the walk goes on below a header that repeats the table's own."""
    walker = _Walker(grid, header, body or Body())
    walker.body.go_on()
    left, right = header.left, header.right
    walker.expect(grid.rows[header.bottom + 1 : stop], left)
    rows, plain, steady = walker.body.rows, walker.plain, walker.steady
    for row in range(header.bottom + 1, stop):
        columns = grid.filled[row]
        if columns and (columns[0] < left or columns[-1] > right):
            columns = within(columns, left, right)
        if not columns:
            walker.gap = True
            continue
        if steady and walker.few < len(columns) <= walker.most:
            first = grid.rows[row][columns[0]]
            if type(first) is not str or (columns[0], first) in plain:
                walker.gap = False
                rows.append(row)
                continue
        walker.take(row, columns)
        steady = walker.steady
    return walker.finished()


class _Walker:
    """Takes row after row; remembers whether notes have begun and what rows look like."""

    def __init__(self, grid: Grid, header: Header, body: Body) -> None:
        self.grid = grid
        self.header = header
        self.body = body
        self.gap = False
        self.in_notes = False
        self.fresh = True
        """Nothing but numbering has been seen under the header."""
        self.counted = {
            head.column for head in header.heads if head.path and is_numbering(head.path[-1])
        }
        self.leaves = {head.column: key(head.path[-1]) for head in header.heads}
        self.most = 0
        """Cells of the fullest row so far."""
        self.few = 2
        """Cells of a row that is half as full as the fullest so far, or has but two."""
        self.plain: set[tuple[int, str]] = set()
        """First cells, each with its column, that say nothing of what their row is."""
        self.doubtful: list[int] = []
        """Short rows since notes began."""
        self.totals = totals_among(grid.rows) if grid.totals is None else grid.totals

    def expect(self, rows: list[list[CellValue]], column: int) -> None:
        """Look at the first cells of the rows together: where plainly none of them begins
        anything but data, none needs a look of its own."""
        firsts = {value for row in rows if type(value := row[column]) is str}
        leaf = self.leaves.get(column)
        if firsts and none_begins_a_foot(firsts) and not may_hold_key("|".join(firsts), leaf):
            self.plain.update((column, first) for first in firsts)

    def take(self, row: int, columns: list[int]) -> None:
        """Sort one row with its filled columns."""
        cells = self.grid.rows[row]
        first = cells[columns[0]]
        body = self.body
        if self.in_notes:
            if not self._resumes(cells, columns):
                body.notes.append(row)
                self.doubtful.append(row)
                return
            self._take_back()
        if self.fresh and (
            numbers_columns(self.grid, self.header, row, columns)
            or self._full_marks(cells, columns)
        ):
            body.numbering.append(row)
        elif self.totals and self._is_total(row, columns):
            body.totals.append(row)
        elif self.fresh and shows_how_to_fill(cells, columns):
            body.examples.append(row)
        elif self.gap and self._is_stray(row, columns):
            body.notes.append(row)
        elif type(first) is not str or (
            len(columns) > self.few and self._is_plain(columns[0], first)
        ):
            self.data(row, columns)
        elif len(first) < 16 and "例" in first and is_example(first):
            body.examples.append(row)
        elif is_foot(cells, columns, first, self.few) or self._has_no_number(columns, first):
            self.in_notes = True
            self.doubtful.clear()
            body.notes.append(row)
        elif self._repeats(cells, columns):
            body.repeats.append(row)
        elif len(columns) < 3 and self._section(row, columns, first):
            pass
        else:
            self.data(row, columns)
        self.gap = False

    def _take_back(self) -> None:
        """The table goes on: short rows since the note began were rows of it, if they are not
        lines of a foot themselves."""
        self.in_notes = False
        for row in filter(self._is_like_data, self.doubtful):
            self.body.notes.remove(row)
            self.body.rows.append(row)
        self.doubtful.clear()

    def _is_like_data(self, row: int) -> bool:
        """True for several cells of which none is a line of a foot."""
        columns = within(self.grid.filled[row], self.header.left, self.header.right)
        cells = self.grid.rows[row]
        first = cells[columns[0]]
        return len(columns) > 1 and not (
            isinstance(first, str) and is_foot(cells, columns, first, self.few)
        )

    def finished(self) -> Body:
        """The body; single texts after the last full row are its foot, if a gap parts them."""
        body = self.body
        body.unsure += [row for row in self.doubtful if self._is_like_data(row)]
        if self.most > 2:
            sign_off(self.grid, body, self.header.left, self.header.right, self._over_dates)
        last = next((row for row in reversed(body.rows) if row not in body.lone), -1)
        for row in [row for row in body.sections if row > last]:
            body.ended[row] = body.sections.pop(row)
            body.notes.append(row)
        self._group_totals()
        return body

    def _group_totals(self) -> None:
        """一 | 局属单位 | 27 over 1 | 市图书馆 | 12: a subtotal, not a row."""
        body, cells = self.body, self.grid.rows
        for column in self.counted:
            marked = [r for r in body.rows if isinstance(cells[r][column], str)]
            marked = [r for r in marked if is_ordinal(str(cells[r][column]))]
            if marked and len(marked) * 2 <= len(body.rows):
                body.totals += marked
                body.rows = [row for row in body.rows if row not in marked]

    def _over_dates(self, column: int) -> bool:
        return _DATES.search(self.leaves.get(column, "")) is not None

    def _is_plain(self, column: int, first: str) -> bool:
        """True for a text that begins no example, note, signature or repeated header."""
        if (column, first) in self.plain:
            return True
        if (
            "例" in first
            or begins_a_foot(first)
            or is_note_label(first)
            or spells(first, self.leaves.get(column))
        ):
            return False
        self.plain.add((column, first))
        return True

    @property
    def steady(self) -> bool:
        """No row can be a total, a number of columns or part of notes: a full one is data
        unless its first cell says another thing."""
        return not (self.totals or self.fresh or self.in_notes)

    def data(self, row: int, columns: list[int]) -> None:
        """Sort a row among the data."""
        self.fresh = self.gap = False
        if len(columns) > self.most:
            self.most = len(columns)
            self.few = max(2, self.most // 2)
        self.body.rows.append(row)

    def _resumes(self, cells: list[CellValue], columns: list[int]) -> bool:
        first, body = cells[columns[0]], self.body
        if len(columns) < max(min(3, self.most), self.most // 2):
            return len(columns) > 1 and (
                self._counts_on(columns[0], first)
                or self._most_of_a_record(cells, columns)
                or answers_alike(cells, columns, [self.grid.rows[r] for r in body.rows[-_NEAR:]])
            )
        return not (isinstance(first, str) and is_foot(cells, columns, first, self.few))

    def _most_of_a_record(self, cells: list[CellValue], columns: list[int]) -> bool:
        """True for two cells of three of which one is a date or a number: no words."""
        return len(columns) * 2 > self.most and any(
            not isinstance(cells[column], str) or is_date(cells[column]) for column in columns[1:]
        )

    def _counts_on(self, column: int, value: CellValue) -> bool:
        """True for the number after that of the last row of data."""
        if column not in self.counted or not self.body.rows:
            return False
        last = ordinal(self.grid.rows[self.body.rows[-1]][column])
        return last is not None and ordinal(value) == last + 1

    def _repeats(self, cells: list[CellValue], columns: list[int]) -> bool:
        if len(columns) < 2:
            return False
        same = 0
        for column in columns:
            value = cells[column]
            if type(value) is str and spells(value, self.leaves.get(column)):
                same += 1
            elif same == 0:
                return False
        return same * 5 >= len(columns) * 4

    def _full_marks(self, cells: list[CellValue], columns: list[int]) -> bool:
        """True for the row that says what each part of a score is at most."""
        return len(columns) > 1 and any(
            isinstance(value, str) and is_full_marks(value)
            for value in (cells[column] for column in columns[:2])
        )

    def _section(self, row: int, columns: list[int], first: str) -> bool:
        """Sort a row of one or two cells; False where it is plainly data."""
        body, column = self.body, columns[0]
        if len(columns) == 2:
            name = self.grid.rows[row][columns[1]]
            if len(self.header.heads) > 3 and is_ordinal(first) and isinstance(name, str):
                body.sections[row] = name
                return True
            return False
        if len(self.header.heads) > 2 and not is_section(first) and is_remark(first):
            body.notes.append(row)
            return True
        end = self.grid.spans.get((row, column))
        wide = end is not None and end[1] > column
        if wide or is_section(first) or (column in self.counted and not is_ordinal(first)):
            body.sections[row] = first
        elif (self.gap and self._nothing_below(row)) or (
            self.most > 2
            and is_aside(self.grid, row, self.header.left, self.header.right, self.few)
        ):
            self.in_notes = True
            body.notes.append(row)
        else:
            body.lone.add(row)
            body.rows.append(row)
        return True

    def _is_total(self, row: int, columns: list[int]) -> bool:
        wide = len(self.header.heads) > _FEW_HEADS
        return is_total_row(self.grid, row, columns, self.totals, self.counted, wide=wide)

    def _has_no_number(self, columns: list[int], first: str) -> bool:
        """True for a row that says 备注 where the others have a number."""
        return columns[0] in self.counted and is_note_label(first)

    def _is_stray(self, row: int, columns: list[int]) -> bool:
        """True for a number or a stroke alone below the table: a page number, a slip."""
        if len(columns) > 1 or self.most < 3 or not self._nothing_below(row):
            return False
        value = self.grid.rows[row][columns[0]]
        return type(value) in (int, float) or (isinstance(value, str) and len(value.strip()) == 1)

    def _nothing_below(self, row: int) -> bool:
        left, right = self.header.left, self.header.right
        return all(
            len(within(columns, left, right)) <= 1
            for columns in self.grid.filled[row + 1 : row + 6]
        )
