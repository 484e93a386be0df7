"""The documented views: what stands on the as-of date, and what was known on another.

A reader sets two variables on each cursor: ``as_of`` and ``known_as_of`` (NULL: all that is
known now). With the second unset a view is a range filter on the validity that the writer
worked out; with it set, what stood is worked out from the submissions known by then. The
engine drops the branch that does not apply before it reads anything.
"""

from __future__ import annotations

from dashboard.kinds import Kind, kinds
from dashboard.store.schema import DATA_COLUMNS
from dashboard.store.sheet_rows import sheet_row

AS_OF = "cast(getvariable('as_of') as date)"
KNOWN = "cast(getvariable('known_as_of') as date)"

_KNOWN_THEN = f"""
    submission.received_at < {KNOWN} + interval 1 day
    and not exists (
        select 1 from store.raw.withdrawal as withdrawal
        where
            withdrawal.submission_id = submission.submission_id
            and withdrawal.withdrawn_at < {KNOWN} + interval 1 day
            and coalesce(withdrawal.restored_at, timestamp '9999-12-31')
            >= {KNOWN} + interval 1 day
    )"""

SUBMISSION = f"""
select
    submission_id, file, sha256, size, received_at, status, reason, reported_on, rows,
    withdrawn_at
from store.raw.submission
where {KNOWN} is null or received_at < {KNOWN} + interval 1 day
"""

PROBLEM = """
select submission_id, severity, code, sheet, cell, message
from store.raw.problem
semi join submission using (submission_id)
"""

CLAIM = f"""
select kind, unit, submission_id, reported_on, received_at, rows
from store.raw.claim as claim
where
    {KNOWN} is null and valid_from is not null and reported_on <= {AS_OF}
    or exists (
        select 1 from store.raw.submission as submission
        where
            {KNOWN} is not null and claim.reported_on <= {AS_OF}
            and submission.submission_id = claim.submission_id and {_KNOWN_THEN}
    )
"""
"""Every sheet of a kind that a unit had sent by the as-of date, whether it still stands."""


def kind_view(kind: Kind) -> str:
    """The body of the documented view of a kind."""
    columns = _columns(kind)
    return f"""
    select {columns} from store.raw.{kind.view}_rows as rows
    where {KNOWN} is null and valid_from <= {AS_OF} and valid_to > {AS_OF}
    union all
    select {columns} from ({_as_known(kind)}) as rows
    where {KNOWN} is not null
    """


def base_views() -> dict[str, str]:
    """Every view that needs no other query, in an order in which they can be made."""
    made = {
        "submission": SUBMISSION,
        "problem": PROBLEM,
        "claim": CLAIM,
        "sheet_row": sheet_row(),
    }
    return made | {one.view: kind_view(one) for one in kinds().values()}


def _columns(kind: Kind) -> str:
    own = [one.name for one in kind.columns]
    names = [*own, *(name for name in DATA_COLUMNS if name not in own)]
    return ", ".join(f'rows."{name}"' for name in names)


def _as_known(kind: Kind) -> str:
    """What stood on the as-of date by what was known then; slower, for looking back."""
    own_unit = "" if kind.collection == "plan" else "claim.unit, "
    claims = f"""
        select claim.submission_id, claim.unit
        from store.raw.claim as claim
        inner join store.raw.submission as submission using (submission_id)
        where
            claim.kind = '{kind.view}' and claim.reported_on <= {AS_OF} and {_KNOWN_THEN}
        qualify row_number() over (
            partition by {own_unit}claim.kind
            order by claim.reported_on desc, claim.received_at desc, claim.submission_id desc
        ) = 1"""
    follows = "true" if kind.collection == "plan" else "rows.unit is not distinct from c.unit"
    by_claim = f"""
        select rows.* from store.raw.{kind.view}_rows as rows
        semi join ({claims}) as c on rows.submission_id = c.submission_id and {follows}
        where rows.identity is null and {KNOWN} is not null"""
    if kind.collection != "ledger":
        return by_claim
    return f"""{by_claim}
        union all
        select rows.* from store.raw.{kind.view}_rows as rows
        inner join store.raw.submission as submission using (submission_id)
        where
            {KNOWN} is not null and rows.identity is not null
            and rows.reported_on <= {AS_OF} and {_KNOWN_THEN}
        qualify row_number() over (
            partition by rows.unit, rows.identity
            order by
                rows.reported_on desc, submission.received_at desc, rows.submission_id desc,
                rows.table_no desc, rows.source_row desc
        ) = 1"""
