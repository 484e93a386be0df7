"""What locate hands on: a table with its headings, its rows, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.heads import Head
from dashboard.intake.model import CellValue, Position


@dataclass(slots=True, eq=False)
class Body:
    """The rows under a header, by what they are. All are rows of the grid."""

    rows: list[int] = field(default_factory=list)
    """Rows of data, those of ``lone`` among them."""
    lone: set[int] = field(default_factory=set)
    """Rows of a single text: data, or a name over the rows that follow."""
    sections: dict[int, str] = field(default_factory=dict)
    """Rows that say whose or what the rows below them are."""
    totals: list[int] = field(default_factory=list)
    numbering: list[int] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)
    """Headings repeated at a page break."""
    ended: dict[int, str] = field(default_factory=dict)
    """Sections under which nothing stands: notes, unless the table goes on."""
    titles: list[int] = field(default_factory=list)
    """Titles repeated at a page break."""
    notes: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    """Those of the notes that are shaped like short rows of data."""
    examples: list[int] = field(default_factory=list)
    """Rows of a template that show how to fill it in."""

    def go_on(self) -> None:
        """Make sections again of those that ended: more rows follow after a page break."""
        self.notes = [row for row in self.notes if row not in self.ended]
        self.sections |= self.ended
        self.ended = {}


@dataclass(slots=True, eq=False)
class Found:
    """One table as it stands in a grid."""

    grid: Grid
    left: int
    right: int
    heads: list[Head]
    header_rows: list[int]
    body: Body
    preamble: list[int] = field(default_factory=list)
    """Rows above the header that belong to this table: title, 填报单位, 单位:人."""
    shape: str = "rows"
    """``rows``; ``turned`` (a record is a column of the sheet); ``form`` (label and value);
    ``folded`` (a row of the sheet tells of several units or lists, each a record)."""
    sure: bool = True
    """False where only its shape says that this is a table."""
    outer_notes: list[int] = field(default_factory=list)
    """Rows of the sheet under a form or a table on its side."""
    outer_titles: list[int] = field(default_factory=list)
    """Rows of the sheet between forms of one table: the title of each."""
    outer_labels: list[Position] = field(default_factory=list)
    """Cells of the sheet that say again what a heading of the table says: a form's labels; or
    the names of its rows, where a second part of it stands below."""
    outer_totals: list[Position] = field(default_factory=list)
    """Cells of the sheet that sum up records of the table."""
    continued: str = ""
    """The sheet of whose table it is the continuation, under the same headings."""
    elsewhere: frozenset[int] = frozenset()
    """Columns that another reading of the same rows looks at."""
    again: bool = False
    """The rows were read before, as figures of another kind."""

    def column_values(self, column: int) -> list[CellValue]:
        """The values of a column in the rows of data, merges not filled down."""
        rows = self.grid.rows
        return [rows[row][column] for row in self.body.rows]
