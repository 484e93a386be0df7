"""All rules judged for one day, kept beside the generation for as long as it is read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import duckdb

from dashboard.errors import DudaoError
from dashboard.queries import Query
from dashboard.store.views import AS_OF, KNOWN

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS: dict[str, str] = {
    "rule": "varchar",
    "unit": "varchar",
    "item": "varchar",
    "measured": "double",
    "required": "double",
    "gap": "varchar",
    "severity": "varchar",
    "since_due": "integer",
    "submission_id": "bigint",
    "source_file": "varchar",
    "source_sheet": "varchar",
    "source_row": "integer",
}
"""What every rule returns, and ``dudao shortfalls`` prints (with ``source_cell``)."""


class BrokenRuleError(DudaoError):
    """A rule file that the engine refuses, or that lacks a promised column."""


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table that keeps what the rules found on judged days."""
    kept = ", ".join(f'"{name}" {type_}' for name, type_ in COLUMNS.items())
    connection.execute(
        f"create table shortfall_kept (as_of date, known_as_of date, {kept},"
        " source_cell varchar, distance double, exempted_by bigint)"
    )


def make_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make what is asked instead of the table of judged days: with exemptions taken out."""
    names = ", ".join(f'found."{name}"' for name in (*COLUMNS, "source_cell"))
    of_day = f"as_of = day and known_as_of is not distinct from {KNOWN}"
    connection.execute(
        f"create macro shortfall_on(day) as table select {names} from shortfall_kept as found"
        f" where {of_day} and exempted_by is null"
    )
    connection.execute(
        f"create macro judged_on(day) as table select {names}, distance, exempted_by"
        f" from shortfall_kept as found where {of_day}"
    )
    remark = ", ".join(f"remark.{name} as exempt_{as_}" for name, as_ in _OF_REMARK.items())
    connection.execute(
        f"create macro exempted_on(day) as table select {names}, {remark}"
        " from judged_on(day) as found"
        " inner join store.raw.remark as remark on found.exempted_by = remark.remark_id"
    )
    connection.execute(f"create view shortfall as {_SHORTFALL.format(names=names, day=AS_OF)}")


def keep(
    cursor: duckdb.DuckDBPyConnection, day: dt.date, known: dt.date | None, found: pa.Table
) -> None:
    """Show what was found on a day, each shortfall with the exemption in force, if any."""
    cursor.register("found", found)
    cursor.execute(_KEEP, {"day": day, "known": known})
    cursor.unregister("found")


_SHORTFALL = """
select
    {names}, life.first_seen, life.days_open, life.direction, life.came_back,
    found.exempted_by is not null as exempt, remark.reason as exempt_reason,
    remark.basis as exempt_basis, remark.ends_on as exempt_until
from judged_on({day}) as found
left join shortfall_life as life
    on
        found.rule = life.rule
        and found.unit is not distinct from life.unit
        and found.item is not distinct from life.item
left join store.raw.remark as remark on found.exempted_by = remark.remark_id
"""

_OF_REMARK = {"remark_id": "id", "reason": "reason", "basis": "basis", "ends_on": "until"}

_KEEP = """
insert into shortfall_kept by name
with exemption as (
    select *
    from store.raw.remark
    where
        exempts
        and coalesce(starts_on <= $day, true)
        and coalesce(ends_on >= $day, true)
        and (
            $known is null and removed_at is null
            or recorded_at < cast($known as date) + interval 1 day
            and coalesce(removed_at >= cast($known as date) + interval 1 day, true)
        )
)
select
    cast($day as date) as as_of,
    cast($known as date) as known_as_of,
    found.*,
    (
        select max(exemption.remark_id)
        from exemption
        where
            exemption.rule = found.rule
            and exemption.unit is not distinct from found.unit
            and coalesce(exemption.item = found.item, exemption.item is null)
    ) as exempted_by
from found
"""
"""An exemption without an item is of all that the unit lacks by the rule; its last day counts."""


def source_column(one: Query) -> str:
    """The column ``source_column`` of a rule: which ``view.column`` says so, row by row.

    A rule whose header names several, ``source: enforcement.publicity, enforcement.recording``,
    returns the column itself; else it is the one that the header names, or NULL."""
    named = one.header.get("source", "")
    if "," in named:
        return "source_column"
    literal = f"'{named}'" if named else "null"
    return f"cast({literal} as varchar) as source_column"
