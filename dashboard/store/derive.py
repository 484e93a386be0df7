"""From when until when each row stands, worked out anew for the units that changed.

``valid_from`` is the reporting date, ``valid_to`` the reporting date of whatever took its
place: half open, so a row replaced on its own day never stands. Rows of withdrawn
submissions stand never. With these two columns the state of any day is one range filter.
"""

from __future__ import annotations

import duckdb

from dashboard.kinds import Kind, kinds
from dashboard.store.schema import FOREVER


def derive(connection: duckdb.DuckDBPyConnection, affected: set[tuple[str, str | None]]) -> None:
    """Work out the validity of all rows of the (kind, unit) pairs in ``affected``."""
    if not affected:
        return
    connection.execute("create or replace temp table affected (kind varchar, unit varchar)")
    pairs = sorted(affected, key=str)
    connection.execute(
        "insert into affected"
        " select unnest(cast($kinds as varchar[])), unnest(cast($units as varchar[]))",
        {"kinds": [view for view, _ in pairs], "units": [unit for _, unit in pairs]},
    )
    connection.execute(_TURNED)
    connection.execute(_CLAIMS)
    for one in kinds().values():
        if any(view == one.view for view, _ in affected):
            connection.execute(_rows_follow_claims(one))
            if one.collection == "ledger":
                connection.execute(_rows_follow_identity(one))
    connection.execute("drop table turned")
    connection.execute("drop table affected")


_TURNED = f"""
create or replace temp table turned as
with spans as (
    select
        claim.rowid as row_id,
        claim.reported_on as valid_from,
        coalesce(lead(claim.reported_on) over arrival, {FOREVER}) as valid_to
    from raw.claim as claim
    inner join raw.submission as submission using (submission_id)
    semi join affected
        on claim.kind = affected.kind and claim.unit is not distinct from affected.unit
    where submission.withdrawn_at is null
    window arrival as (
        partition by claim.kind, claim.unit
        order by claim.reported_on, claim.received_at, claim.submission_id
    )
)
select
    claim.rowid as row_id, claim.kind, claim.unit, claim.submission_id,
    spans.valid_from, spans.valid_to
from raw.claim as claim
semi join affected
    on claim.kind = affected.kind and claim.unit is not distinct from affected.unit
left join spans on claim.rowid = spans.row_id
where
    (claim.valid_from, claim.valid_to) is distinct from (spans.valid_from, spans.valid_to)
"""
"""The sheets whose validity changes: of a long history, the new one and that before it. Only
their rows need be looked at."""

_CLAIMS = """
update raw.claim as claim
set valid_from = turned.valid_from, valid_to = turned.valid_to
from turned
where claim.rowid = turned.row_id
"""


def _rows_follow_claims(kind: Kind) -> str:
    """Rows without identity stand as long as the sheet that they came in."""
    own = "true" if kind.collection == "plan" else "rows.unit is not distinct from turned.unit"
    return f"""
    update raw.{kind.view}_rows as rows
    set valid_from = turned.valid_from, valid_to = turned.valid_to
    from turned
    where
        rows.identity is null
        and turned.kind = '{kind.view}'
        and turned.submission_id = rows.submission_id
        and {own}
        and (rows.valid_from, rows.valid_to)
        is distinct from (turned.valid_from, turned.valid_to)
    """


def _rows_follow_identity(kind: Kind) -> str:
    """A row of a ledger stands until the same identity is reported again."""
    return f"""
    with spans as (
        select
            rows.rowid as row_id,
            case when submission.withdrawn_at is null then rows.reported_on end as valid_from,
            case when submission.withdrawn_at is null then coalesce(
                lead(rows.reported_on) over arrival, {FOREVER}
            ) end as valid_to
        from raw.{kind.view}_rows as rows
        inner join raw.submission as submission using (submission_id)
        semi join affected
            on affected.kind = '{kind.view}' and rows.unit is not distinct from affected.unit
        where rows.identity is not null
        window arrival as (
            partition by rows.unit, rows.identity, submission.withdrawn_at is null
            order by
                rows.reported_on, submission.received_at, rows.submission_id,
                rows.table_no, rows.source_row
        )
    )
    update raw.{kind.view}_rows as rows
    set valid_from = spans.valid_from, valid_to = spans.valid_to
    from spans
    where
        rows.rowid = spans.row_id
        and (rows.valid_from, rows.valid_to)
        is distinct from (spans.valid_from, spans.valid_to)
    """
