"""The life of shortfalls: judged days put together to spans in which a shortfall stayed alike.

A segment is a run of days on which one shortfall (rule, unit, item) stood with the same
severity, as far off. A season of days is a few segments for each, and they grow day by day:
only the days after the last that is still as it was need be looked at again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import duckdb

from dashboard.store.shortfalls import COLUMNS
from dashboard.store.views import AS_OF, KNOWN

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = ("rule", "unit", "item")
_ALIKE = ("severity", "distance")
_LAST = (*(name for name in COLUMNS if name not in (*_KEY, *_ALIKE)), "source_cell")
"""What a segment tells of its last day."""
_TYPES = COLUMNS | {"distance": "double", "source_cell": "varchar"}
_NAMES = ", ".join(f'"{name}"' for name in (*_KEY, *_ALIKE, *_LAST))


def prepare(connection: duckdb.DuckDBPyConnection, kinds_read: dict[str, frozenset[str]]) -> None:
    """Make the table of segments, and the view of those that began by the as-of date.

    ``kinds_read`` says of every rule on which kinds of sheets it looks: the view rule_kind."""
    columns = ", ".join(f'"{name}" {type_}' for name, type_ in _TYPES.items())
    connection.execute(
        "create table segment_kept (history_begins_on date, known_as_of date,"
        f" starts_on date, ends_on date, {columns})"
    )
    connection.execute(f"create view shortfall_segment as {_SEGMENTS}")
    pairs = [(rule, kind) for rule, kinds in kinds_read.items() for kind in sorted(kinds)]
    listed = ", ".join(f"('{rule}', '{kind}')" for rule, kind in pairs) or "(null, null)"
    connection.execute(f"create table rule_kind as from (values {listed}) as pairs (rule, kind)")


def put_together(
    cursor: duckdb.DuckDBPyConnection,
    before: pa.Table | None,
    days: Sequence[tuple[dt.date, pa.Table]],
    last_before: dt.date,
) -> pa.Table:
    """The segments up to ``last_before`` and the judged days that follow it, as segments.

    ``before`` may go on after that day; it is cut off there."""
    cursor.execute(f"create or replace temp table piece as select {_PIECE}")
    if before is not None:
        cursor.register("found", before)
        cursor.execute(_CUT, {"last": last_before})
        cursor.unregister("found")
    if days:
        cursor.register("found", _one_below_the_other(days))
        cursor.execute(_DAYS)
        cursor.unregister("found")
    made = cursor.execute(_JOINED).to_arrow_table()
    cursor.execute("drop table piece")
    return made


def _one_below_the_other(days: Sequence[tuple[dt.date, pa.Table]]) -> pa.Table:
    import pyarrow as pa

    dated = (
        found.append_column("day", pa.array([day] * found.num_rows, pa.date32()))
        for day, found in days
    )
    return pa.concat_tables(dated)


def show(
    cursor: duckdb.DuckDBPyConnection,
    segments: pa.Table,
    begins_on: dt.date,
    last: dt.date,
    known: dt.date | None,
) -> None:
    """Let the reader see a history up to its day ``last``, instead of a shorter one."""
    of = {"begins_on": begins_on, "known": known}
    cursor.register("found", segments)
    cursor.execute("begin")
    cursor.execute(
        "delete from segment_kept where history_begins_on = $begins_on"
        " and known_as_of is not distinct from cast($known as date)",
        of,
    )
    cursor.execute(_SHOW, of | {"last": last})
    cursor.execute("commit")
    cursor.unregister("found")


_PIECE = (
    "null::date as starts_on, null::date as ends_on, "
    + ", ".join(f'null::{type_} as "{name}"' for name, type_ in _TYPES.items())
    + " limit 0"
)

_CUT = f"""
insert into piece by name
select starts_on, least(ends_on, $last) as ends_on, {_NAMES}
from found
where starts_on <= $last
"""

_DAYS = f"""
insert into piece by name
select day as starts_on, day as ends_on, {_NAMES}
from found
qualify row_number() over (
    partition by day, rule, unit, item
    order by severity desc, source_file, source_row
) = 1
"""
"""Severities in the order of the alphabet happen to end with the worst: amber, blue, red."""

_JOINED = f"""
with marked as (
    select
        *,
        lag(ends_on) over same is not distinct from starts_on - 1
        and lag(severity) over same is not distinct from severity
        and lag(distance) over same is not distinct from distance as goes_on
    from piece
    window same as (partition by rule, unit, item order by starts_on)
),
numbered as (
    select
        *,
        count(*) filter (where not goes_on) over (
            partition by rule, unit, item order by starts_on
        ) as segment_no
    from marked
),
joined as (
    select
        {", ".join(_KEY)},
        any_value(severity) as severity,
        any_value(distance) as distance,
        min(starts_on) as starts_on,
        max(ends_on) as ends_on,
        arg_max({{{", ".join(f"'{name}': {name}" for name in _LAST)}}}, ends_on) as last
    from numbered
    group by {", ".join(_KEY)}, segment_no
)
select * exclude (last), {", ".join(f"last.{name} as {name}" for name in _LAST)}
from joined
"""

_SHOW = f"""
insert into segment_kept by name
select
    cast($begins_on as date) as history_begins_on, cast($known as date) as known_as_of,
    starts_on, least(ends_on, $last) as ends_on, {_NAMES}
from found
where starts_on <= $last
"""

_SEGMENTS = f"""
select
    * exclude (history_begins_on, known_as_of) replace (least(ends_on, {AS_OF}) as ends_on)
from segment_kept
where
    known_as_of is not distinct from {KNOWN}
    and starts_on <= {AS_OF}
    and history_begins_on = (
        select max(history_begins_on) from segment_kept
        where known_as_of is not distinct from {KNOWN} and history_begins_on <= {AS_OF}
    )
"""
