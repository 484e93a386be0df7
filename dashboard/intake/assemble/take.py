"""One recognised table, taken: its rows typed, owned, dated and checked."""

from __future__ import annotations

import datetime as dt

from dashboard.intake.assemble.beside import raw_ticks, speak_beside
from dashboard.intake.assemble.business import add_up_business
from dashboard.intake.assemble.choose_rows import choose_rows
from dashboard.intake.assemble.day_rows import days_of_rows
from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.identity import mask_by_headings
from dashboard.intake.assemble.inner import set_aside_departments, set_aside_inner_sections
from dashboard.intake.assemble.layouts import LAYOUTS, MADE_OF
from dashboard.intake.assemble.legend import explain_signs
from dashboard.intake.assemble.merged_records import join_merged
from dashboard.intake.assemble.periods import lend_periods
from dashboard.intake.assemble.persons import count_persons, is_list_of_names
from dashboard.intake.assemble.rows import (
    clean_rows,
    complete,
    fill_groups,
    raw_columns,
)
from dashboard.intake.assemble.scales import doubt_shares, scale_by_headings
from dashboard.intake.assemble.spans_of_time import share_spans
from dashboard.intake.assemble.spilled import join_spilled
from dashboard.intake.assemble.subtotals import take_subtotals
from dashboard.intake.assemble.surroundings import Surroundings, named, said, title_of
from dashboard.intake.assemble.taken import Cells, report_headings, taken_table
from dashboard.intake.assemble.told import tell_of_state
from dashboard.intake.assemble.two_counts import part_counts
from dashboard.intake.assemble.when import (
    Reported,
    Said,
    line_date,
    long_before,
    reported_on,
    year_named,
    year_said,
)
from dashboard.intake.assemble.whose import assign_units, owner_of_table
from dashboard.intake.check.directory import check_directory
from dashboard.intake.check.left_out import check_left_out
from dashboard.intake.check.merges import check_merged_columns, check_merged_units
from dashboard.intake.check.repeats import check_repeats
from dashboard.intake.check.rows import (
    check_dates,
    check_parts,
    check_ratios,
    check_required,
    check_scores,
)
from dashboard.intake.check.shifted import check_shifted
from dashboard.intake.check.single_cells import check_crowded_cells, check_single_cells
from dashboard.intake.check.tables import check_identities, check_totals, check_units
from dashboard.intake.clean import DateFrame
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, plain
from dashboard.intake.locate.labels import Line
from dashboard.intake.model import CellValue, TakenTable
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.settle import Matched


def take(
    found: Found, matched: Matched, grid: Grid, around: Surroundings, first: Found | None = None
) -> tuple[Draft, TakenTable]:
    """Make typed rows of a recognised table; problems stand in the draft.

    ``first`` is the first table of the sheet, whose title and lines count for the others; for one
    that goes on from a sheet before, those of its beginning do."""
    draft = Draft(found, matched, title_of(found, grid) + " " + grid.name)
    draft.aside = _set_aside(draft)
    set_aside_departments(
        draft,
        lambda: owner_of_table(draft, named(found, grid, first, around), around.directory),
        around.directory,
    )
    choose_rows(draft, around.directory)
    join_spilled(draft)
    join_merged(draft)
    take_subtotals(draft)
    raw = raw_columns(draft)
    raw |= {one.column: raw_ticks(draft, one) for one in matched.ticks}
    speak_beside(draft, raw)
    explain_signs(draft, raw, grid)
    tell_of_state(draft, raw)
    part_counts(draft, raw)
    mask_by_headings(draft, raw)
    scale_by_headings(draft, raw)
    doubt_shares(draft, raw)
    fill_groups(draft, raw)
    first = around.others.begun(found) if found.continued else first
    words = said(found, grid, first, around)
    lend_periods(draft, raw, words)
    share_spans(draft, raw)
    reported = _date_rows(draft, raw, words, around)
    by_arrival = reported.source == "arrival"
    frame = DateFrame(reported.day, by_arrival, year_named(words), around.context.season)
    clean_rows(draft, raw, frame)
    draft.data_rows = sorted(draft.rows + draft.spilled)
    _own_rows(draft, raw, found, grid, first, around)
    cells = _shape(draft, raw)
    _check(draft, raw)
    check_directory(draft, around.directory, around.file)
    report_headings(draft)
    check_left_out(draft)
    check_crowded_cells(draft)
    check_single_cells(draft)
    check_shifted(draft)
    if found.continued:
        cell = grid.address(found.body.rows[0], found.left)
        draft.report("continued_table", cell, name=grid.name, before=found.continued)
    return draft, taken_table(draft, reported, cells)


def _set_aside(draft: Draft) -> set[str]:
    """The helper columns of which no stored column is made in this table."""
    made = MADE_OF.get(draft.kind.view, {})
    if draft.kind.view == "staffing" and not is_list_of_names(draft):
        return {name for name in made if name in draft.matched.columns}
    return {name for name in made if not made[name] and name in draft.matched.columns}


def _own_rows(
    draft: Draft,
    raw: Raw,
    found: Found,
    grid: Grid,
    first: Found | None,
    around: Surroundings,
) -> None:
    if draft.kind.collection == "plan":
        own = draft.values.get(UNIT) if draft.kind.view == "unit" else None
        draft.units = list(own) if own else [None] * len(draft.rows)
        draft.written = list(draft.units)
        return
    owner = owner_of_table(draft, named(found, grid, first, around), around.directory)
    set_aside_inner_sections(draft, raw, owner)
    assign_units(draft, raw.get(UNIT), owner, around.directory)


def _date_rows(draft: Draft, raw: Raw, words: Said, around: Surroundings) -> Reported:
    """The table's reporting date, and each row's where a column says it."""
    reported = reported_on(words, around.context)
    column = raw.get(REPORTED_ON)
    if column and any(value is not None for value in column):
        reported = _by_column(draft, column, words, reported, around)
    elif days := days_of_rows(draft, year_said(words, around.context)):
        draft.reported = [day or reported.day for day in days]
        reported = Reported(max(draft.reported), "sheet")
    else:
        draft.reported = [reported.day] * len(draft.rows)
    received, season = around.context.received_on, around.context.season
    if draft.kind.collection == "plan":
        return reported
    cell = draft.header_cell()
    if reported.source == "arrival":
        draft.report("reported_on_arrival", cell, day=reported.day)
    elif reported.day > received:
        draft.report("reported_after_arrival", cell, day=reported.day, received=received)
    elif season and long_before(reported.day, season):
        draft.report("reported_before_season", cell, day=reported.day, first=season[0])
    if reported.misread is not None and reported.misread.text:
        draft.report("reported_not_understood", cell, text=reported.misread.text)
    return reported


def _by_column(
    draft: Draft,
    column: list[CellValue],
    words: Said,
    reported: Reported,
    around: Surroundings,
) -> Reported:
    year = year_said(words, around.context)
    days: list[dt.date | None] = []
    for index, value in enumerate(column):
        line = None if value is None else Line(plain(value), (draft.rows[index], 0), value)
        day = line_date(line, year, around.context) if line else None
        if line and day is None:
            cell = draft.cell(index, REPORTED_ON)
            draft.report("reported_not_understood", cell, text=line.text)
        days.append(day)
    known = [day for day in days if day is not None]
    if not known:
        draft.reported = [reported.day] * len(draft.rows)
        return reported
    latest = max(known)
    draft.reported = [day or latest for day in days]
    return Reported(latest, "sheet")


def _shape(draft: Draft, raw: Raw) -> Cells | None:
    """Make the stored columns of helper columns; returns where the cells stand, if that is
    not where columns and rows say."""
    layout = LAYOUTS.get(draft.kind.view)
    if layout is not None:
        layout(draft, raw)
    if is_list_of_names(draft):
        return count_persons(draft, raw)
    add_up_business(draft)
    cells: Cells | None = None
    if draft.found.grid.places is not None or draft.matched.ticks or draft.moved:
        names = list(draft.matched.columns)
        cells = [{name: draft.cell(i, name) for name in names} for i in range(len(draft.rows))]
    return cells


def _check(draft: Draft, raw: Raw) -> None:
    written = draft.values.get("ratio")
    listed = is_list_of_names(draft)
    complete(draft)
    check_merged_columns(draft)
    if not listed:
        check_merged_units(draft)
    check_required(draft)
    check_parts(draft)
    check_dates(draft)
    check_scores(draft)
    check_ratios(draft, written if "ratio" in raw and not listed else None)
    check_identities(draft)
    check_repeats(draft)
    check_units(draft)
    if not listed:
        check_totals(draft)
