"""A table of several kinds, read once for each of them.

执法人员总数 | 法制审核人员数 | 重大执法决定数 | 经法制审核数 in one row tells of a unit's staff and
of its decisions. Each kind takes its own columns; whose the row is and of which day, all share.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.intake.assemble.units import Directory
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import ONE_ROW_A_UNIT, REPORTED_ON, UNIT
from dashboard.intake.recognise.plainly import plainly_of
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.which import Recognised, missing
from dashboard.intake.second_reading import read_again, taking
from dashboard.intake.sheet_tables import Tables
from dashboard.intake.with_evidence import other_half

_LEAST = 2
"""Columns of its own: fewer may be a remark."""


def parted(tables: Tables, directory: Directory) -> Tables:
    """The tables, each that tells of further kinds followed by its reading as those."""
    found: Tables = []
    for table, one in tables:
        further: Tables = []
        if one.matched and one.matched.kind.view in ONE_ROW_A_UNIT and one.matched.unmatched:
            further = _further(table, one.matched, directory)
        elif one.matched:
            further = other_half(table, one.matched, directory)
        found += [_without(table, one, further), *further] if further else [(table, one)]
    return found


def _further(table: Found, matched: Matched, directory: Directory) -> Tables:
    """The table as each further kind of which it has columns enough."""
    left = {
        view: [head for head in matched.unmatched if plainly_of(head.path) == view]
        for view in ONE_ROW_A_UNIT
        if view != matched.kind.view
    }
    further: Tables = []
    for view, own in left.items():
        if len(own) < _LEAST:
            continue
        body, shared = replace(table.body), (UNIT, REPORTED_ON)
        part, other = read_again(table, matched, view, own, shared, directory, body)
        taken = _columns(other, own)
        if len(taken) >= _LEAST and not missing(other):
            further.append(taking(part, other, taken))
    return further


def _columns(matched: Matched, own: list[Head]) -> set[int]:
    """Which of those columns the kind takes."""
    heads = list(matched.columns.values())
    heads += [head for one in matched.ticks for head, _ in one.options]
    return {head.column for head in heads if head in own}


def _without(table: Found, one: Recognised, further: Tables) -> tuple[Found, Recognised]:
    """The table as the first kind, without the columns that others take."""
    everything = set(range(table.left, table.right + 1))
    gone = {column for part, _ in further for column in everything - part.elsewhere}
    matched = one.matched
    if matched is None:
        return table, one
    kept = replace(
        matched,
        unmatched=[head for head in matched.unmatched if head.column not in gone],
        repeated=[pair for pair in matched.repeated if pair[0].column not in gone],
        doubtful=[triple for triple in matched.doubtful if triple[0].column not in gone],
    )
    heads = [head for head in table.heads if head.column not in gone]
    return (
        replace(table, heads=heads, elsewhere=frozenset(gone)),
        Recognised(kept, one.nearest, one.score),
    )
