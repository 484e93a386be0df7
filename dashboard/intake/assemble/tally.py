"""Every cell of a sheet under exactly one heading, so that nothing is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, within
from dashboard.intake.model import CellCount, Position

_NAMES = ("taken", "heading", "title", "note", "subtotal", "numbering", "unmatched", "problem")


@dataclass(slots=True, eq=False)
class Tally:
    """Counts the cells of one sheet; an error cell and a formula without a value count."""

    grid: Grid
    counts: CellCount = field(init=False)
    _seen: set[Position] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.counts = CellCount(self.grid.name, total=sum(map(len, self.grid.filled)))

    def add(self, draft: Draft, rows: list[int]) -> None:
        """Count the cells of a table that was taken; ``rows`` are its rows of data."""
        found, body = draft.found, draft.found.body
        if found.grid.places is not None:
            self._scattered(draft, rows)
        self._rows(found, found.header_rows + body.repeats, "heading")
        self._rows(found, [*body.titles, *body.sections], "title")
        self._rows(found, body.totals, "subtotal")
        self._rows(found, body.numbering, "numbering")
        self._rows(found, [*body.notes, *body.examples], "note")
        if found.shape == "rows":
            self._preamble(found)
        else:
            self._outer(found)
        if found.grid.places is None:
            self._data(draft, rows)

    def finished(self) -> CellCount:
        """The counts; what stands in no table is ``outside``."""
        counts = self.counts
        counts.outside = counts.total - sum(getattr(counts, name) for name in _NAMES)
        return counts

    def _outer(self, found: Found) -> None:
        """Count what the sheet has around a form or a table on its side."""
        for place in found.outer_labels:
            self._one(place, "heading")
        for place in found.outer_totals:
            self._one(place, "subtotal")
        rows = {"title": [*found.preamble, *found.outer_titles], "note": found.outer_notes}
        for name, numbers in rows.items():
            for row in numbers:
                for column in self.grid.filled[row]:
                    self._one((row, column), name)

    def _preamble(self, found: Found) -> None:
        for row in found.preamble:
            for column in self.grid.filled[row]:
                self._one((row, column), "title")

    def _rows(self, found: Found, rows: list[int], name: str) -> None:
        for row in rows:
            for column in within(found.grid.filled[row], found.left, found.right):
                self._one(found.grid.origin(row, column), name)

    def _one(self, place: Position, name: str) -> None:
        if place not in self._seen:
            self._seen.add(place)
            setattr(self.counts, name, getattr(self.counts, name) + 1)

    def _scattered(self, draft: Draft, rows: list[int]) -> None:
        """Count the cells of a form or of a table on its side one by one: label and value
        may share a cell."""
        grid = draft.found.grid
        taken, numbering = _columns(draft)
        for row in [*rows, *draft.dropped]:
            for column in grid.filled[row]:
                if column in draft.found.elsewhere:
                    continue
                name = "taken" if column in taken else "unmatched"
                name = "numbering" if column in numbering else name
                failed = (row, column) in draft.failed_places
                self._one(grid.origin(row, column), "problem" if failed else name)

    def _data(self, draft: Draft, rows: list[int]) -> None:
        found, counts = draft.found, self.counts
        taken, numbering = _columns(draft)
        cells, faulty = found.grid.rows, found.grid.faulty
        across = list(zip(*(cells[row] for row in rows), strict=True)) if rows else []
        for column in range(found.left, found.right + 1):
            if column in found.elsewhere:
                continue
            filled = len(rows) - across[column].count(None) if rows else 0
            if faulty:
                filled += sum((row, column) in faulty for row in rows)
            name = "taken" if column in taken else "unmatched"
            name = "numbering" if column in numbering else name
            setattr(counts, name, getattr(counts, name) + filled)
        failed = len(draft.failed_places)
        counts.taken -= failed
        counts.problem += failed
        for row in draft.dropped:
            for column in within(found.grid.filled[row], found.left, found.right):
                if column in found.elsewhere:
                    continue
                self._one(
                    found.grid.origin(row, column),
                    "numbering" if column in numbering else "unmatched",
                )


def _columns(draft: Draft) -> tuple[set[int], set[int]]:
    """The columns of which cells are taken, and those that merely count rows."""
    matched = draft.matched
    taken = {head.column for name, head in matched.columns.items() if name not in draft.aside}
    taken |= {head.column for one in matched.ticks for head, _ in one.options}
    taken |= {one.head.column for one in matched.beside.values()}
    return taken, {head.column for head in matched.numbering}
