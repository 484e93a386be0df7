"""What the store says that intake must know to read the next file: the units, the plan's dates."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from dashboard.intake.model import Correction, UnitName
from dashboard.store.writer import Writer
from dashboard.text import split_names


@dataclass(frozen=True, slots=True)
class PlanDates:
    """First and last day of a plan, as one of its sheets says."""

    submission_id: int
    year: int
    season: tuple[dt.date, dt.date] | None


def directory(writer: Writer) -> tuple[UnitName, ...]:
    """The units of the newest standing directory, in its order."""
    rows = writer.execute(_DIRECTORY)
    return tuple(
        UnitName(name, short, split_names(aliases or "")) for name, short, aliases in rows if name
    )


def plan_dates(writer: Writer) -> tuple[PlanDates, ...]:
    """What each sheet of phases says of the plan's dates, in the order they came."""
    found = []
    for submission_id, starts_on, ends_on in writer.execute(_PHASES):
        season = (starts_on, ends_on) if starts_on <= ends_on else None
        found.append(PlanDates(submission_id, starts_on.year, season))
    return tuple(found)


def corrections(writer: Writer) -> tuple[Correction, ...]:
    """What people settled about how sheets are read and did not take back."""
    return tuple(Correction(*row) for row in writer.execute(_CORRECTIONS))


def context_keys(writer: Writer) -> dict[int, str]:
    """Under which context each submission was read that has bytes to be read."""
    return dict(writer.execute(_KEYS))


def units_named(writer: Writer) -> dict[int, frozenset[str]]:
    """The units that each submission's tables are about; '' where one could not be told."""
    return {number: frozenset(json.loads(units)) for number, units in writer.execute(_NAMED)}


def last_event(writer: Writer) -> int:
    """How far in the journal the store goes."""
    rows = writer.execute("select last_event from raw.state")
    return int(rows[0][0])


_DIRECTORY = """
select unit, short_name, aliases
from raw.unit_rows
where submission_id = (
    select claim.submission_id
    from raw.claim as claim
    inner join raw.submission as submission using (submission_id)
    where claim.kind = 'unit' and submission.withdrawn_at is null
    order by claim.reported_on desc, claim.received_at desc, claim.submission_id desc
    limit 1
)
order by table_no, source_row
"""

_PHASES = """
select
    rows.submission_id,
    min(rows.starts_on) as starts_on,
    max(coalesce(rows.ends_on, rows.starts_on)) as ends_on
from raw.phase_rows as rows
inner join raw.submission as submission using (submission_id)
where submission.withdrawn_at is null and rows.starts_on is not null
group by rows.submission_id
order by rows.submission_id
"""

_CORRECTIONS = """
select sort, kind, unit, written, column_name, sheet, file, header_row
from raw.correction
where removed_at is null
order by correction_id
"""

_KEYS = "select submission_id, context_key from raw.submission where sha256 is not null"

_NAMED = """
select submission_id, to_json(list_distinct(list(coalesce(unit, ''))))
from raw.claim
group by submission_id
"""
