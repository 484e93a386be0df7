"""From a workbook's cells to typed tables: locate, recognise, assemble and check in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.other_sheets import OtherSheets
from dashboard.intake.assemble.surroundings import Surroundings, cover_of
from dashboard.intake.assemble.take import take
from dashboard.intake.assemble.tally import Tally
from dashboard.intake.assemble.units import Directory, directory_of
from dashboard.intake.check.names import counts_reviewers, without_names
from dashboard.intake.check.repeats import check_repeats_before
from dashboard.intake.check.sheets import (
    faulty_cells_outside,
    hidden,
    struck_out,
    unknown_tables,
)
from dashboard.intake.check.tables import (
    Counted,
    Entered,
    check_rows_before,
    check_units_before,
)
from dashboard.intake.clean import mask_identity_numbers
from dashboard.intake.corrected import as_corrected
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, grid_of
from dashboard.intake.model import Context, FileReading, Problem, Sheet, TakenTable
from dashboard.intake.problem_list import is_problem_list, notes_of
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT
from dashboard.intake.recognise.which import Recognised
from dashboard.intake.said_again import without_repetition
from dashboard.intake.set_aside import set_aside
from dashboard.intake.several_kinds import parted
from dashboard.intake.sheet_tables import tables_of
from dashboard.intake.unnamed import without_identity_numbers
from dashboard.kinds import kind
from dashboard.problems import problem

_SEEN_AT_MOST = 12


class Workbook(Protocol):
    """What the reader hands over."""

    @property
    def format(self) -> str:
        """The format that the file really has, e.g. 'xlsx'."""

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets in their order."""


@dataclass(slots=True, eq=False)
class _Sheet:
    """A sheet on its way: its grid, the tables found on it, what was recognised."""

    sheet: Sheet
    grid: Grid
    tables: list[tuple[Found, Recognised]] = field(default_factory=list)

    @property
    def known(self) -> list[tuple[Found, Recognised]]:
        """The tables whose kind was recognised."""
        return [pair for pair in self.tables if pair[1].matched is not None]


def understand(workbook: Workbook, name: str, context: Context) -> FileReading:
    """What intake makes of the sheets of one file.

    ``name`` is the file's name, which may tell unit and date. The reading is ``refused``
    where no table was recognised on any sheet, ``problems`` where at least one problem of
    severity error was found, else ``ok``: warnings leave it so. Identity numbers are masked
    wherever they stood."""
    return without_identity_numbers(_understood(workbook, name, context))


def _understood(workbook: Workbook, name: str, context: Context) -> FileReading:
    directory = directory_of(context.units)
    own = [sheet for sheet in workbook.sheets if not is_problem_list(sheet)]
    sheets = [_Sheet(sheet, grid_of(sheet)) for sheet in own or workbook.sheets]
    _recognise(sheets, name, directory)
    reading = FileReading("ok", format=workbook.format)
    around = Surroundings(
        name, context, directory, cover_of([s.grid for s in sheets if not s.known])
    )
    reading.problems += set_aside(sheets)
    around = replace(around, others=OtherSheets(_known(sheets)))
    as_corrected(sheets, around)
    around = replace(around, others=OtherSheets(_known(sheets)))
    counted: Counted = {}
    entered: dict[str, Entered] = {}
    if counts_reviewers(pair for one in sheets for pair in one.known):
        for one in sheets:
            one.tables, said = without_names(one.tables, one.grid)
            reading.problems += said
    for one in sheets:
        _take_sheet(one, around, reading, counted, entered)
    reading.tables = without_repetition(reading.tables, reading.problems)
    if own:
        reading.counts += [notes_of(one) for one in workbook.sheets if is_problem_list(one)]
    if not reading.tables:
        return _refused(reading, sheets)
    if context.units == () and any(not _is_plan(table.kind) for table in reading.tables):
        reading.problems.append(problem("units_not_known"))
    if any(one.severity == "error" for one in reading.problems):
        reading.status = "problems"
    return reading


def _recognise(sheets: list[_Sheet], name: str, directory: Directory) -> None:
    """Find and recognise the tables of every sheet; a sheet without headings may go on from
    the one before it."""
    before: tuple[Found, Recognised] | None = None
    for one in sheets:
        one.tables = tables_of(one.grid, name, directory, before)
        if one.known:
            before = one.known[-1]
    for one in sheets:
        one.tables = parted(one.tables, directory)


def _known(sheets: list[_Sheet]) -> tuple[tuple[Grid, Found], ...]:
    return tuple((one.grid, found) for one in sheets for found, _ in one.known)


def _take_sheet(
    one: _Sheet,
    around: Surroundings,
    reading: FileReading,
    counted: Counted,
    entered: dict[str, Entered],
) -> None:
    """``counted``: the tables so far that have one row a unit, ``entered``: the ledgers; this
    sheet's are added to them."""
    tally = Tally(one.grid)
    problems: list[Problem] = []
    tables: list[TakenTable] = []
    for found, recognised in one.known:
        if recognised.matched is None:
            continue
        draft, table = take(found, recognised.matched, one.grid, around, one.known[0][0])
        tally.add(draft, draft.data_rows)
        if draft.kind.view in ONE_ROW_A_UNIT:
            check_units_before(draft, counted)
        elif draft.kind.collection == "ledger":
            check_rows_before(draft, entered)
        check_repeats_before(draft, entered)
        if table.rows:
            problems += _unsaid(draft, problems) if found.again else draft.problems
            tables.append(table)
        else:
            cell = draft.header_cell()
            label = draft.kind.label
            problems.append(problem("table_empty", sheet=one.grid.name, cell=cell, kind=label))
    problems += hidden(one.sheet, tables)
    problems += struck_out(one.sheet, tables)
    problems += unknown_tables(one.sheet, one.tables, one.grid)
    problems += faulty_cells_outside(one.grid, problems)
    reading.problems += problems
    reading.tables += tables
    reading.counts.append(tally.finished())


def _unsaid(draft: Draft, problems: list[Problem]) -> list[Problem]:
    """The problems of a table read again, without what was said of its rows before."""
    said = {(one.code, one.message) for one in problems}
    return [one for one in draft.problems if (one.code, one.message) not in said]


def _is_plan(view: str) -> bool:
    return kind(view).collection == "plan"


def _refused(reading: FileReading, sheets: list[_Sheet]) -> FileReading:
    reading.status = "refused"
    texts = [
        mask_identity_numbers(" ".join(value.split()))[:20]
        for one in sheets
        for row in one.grid.rows[:8]
        for value in row
        if isinstance(value, str)
    ]
    empty = [one.message for one in reading.problems if one.code == "table_empty"]
    if empty:
        seen = empty[0]
    elif not any(one.grid.rows for one in sheets):
        seen = "所有工作表都是空的。"
    elif texts:
        seen = f"文件中有：{'、'.join(dict.fromkeys(texts[:_SEEN_AT_MOST]))}。"
    else:
        seen = "文件中只有数字，没有表头。"
    refusal = problem("no_known_table", seen=seen)
    reading.problems.append(refusal)
    reading.reason = refusal.message
    return reading
