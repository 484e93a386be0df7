"""The documented views: what stands on the as-of date, and what was known on another.

A reader sets two variables on each cursor: ``as_of`` and ``known_as_of`` (NULL: all that is
known now). Each view has two bodies. By what is known now it is a range filter on the validity
that the writer worked out; by what was known then, what stood is worked out from the
submissions that had come. Both in one view would make the engine plan both each time: a third
of what a page waits for.
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

_SUBMISSION = """
select
    submission_id, file, sha256, size, received_at, status, reason, reported_on, rows,
    withdrawn_at
from store.raw.submission
"""

_PROBLEM = """
select submission_id, severity, code, sheet, cell, message
from store.raw.problem
"""

_CLAIM = """
select kind, unit, submission_id, reported_on, received_at, rows
from store.raw.claim as claim
"""
"""Every sheet of a kind that a unit had sent by the as-of date, whether it still stands.
``newest_claim`` has the last of each kind and unit alone: a season has fifty times as many."""

_NOW = {
    "submission": _SUBMISSION,
    "problem": _PROBLEM,
    "claim": f"{_CLAIM} where valid_from is not null and reported_on <= {AS_OF}",
    "newest_claim": f"{_CLAIM} where valid_from <= {AS_OF} and valid_to > {AS_OF}",
}
_THEN = {
    "submission": f"{_SUBMISSION} where received_at < {KNOWN} + interval 1 day",
    "problem": f"{_PROBLEM} semi join submission using (submission_id)",
    "claim": f"""{_CLAIM} where reported_on <= {AS_OF} and exists (
        select 1 from store.raw.submission as submission
        where submission.submission_id = claim.submission_id and {_KNOWN_THEN}
    )""",
    "newest_claim": """
        select * from claim
        qualify row_number() over (
            partition by kind, unit
            order by reported_on desc, received_at desc, submission_id desc
        ) = 1""",
}


def base_views(*, then: bool) -> dict[str, str]:
    """Every view that needs no other query, in an order in which they can be made.

    ``then``: by what was known on ``known_as_of``, which must be set; else it must not be."""
    of_kind = _as_known if then else _as_known_now
    made = (_THEN if then else _NOW) | {"sheet_row": sheet_row()}
    return made | {one.view: of_kind(one) for one in kinds().values()}


def _columns(kind: Kind) -> str:
    own = [one.name for one in kind.columns]
    names = [*own, *(name for name in DATA_COLUMNS if name not in own)]
    return ", ".join(f'rows."{name}"' for name in names)


def _as_known_now(kind: Kind) -> str:
    """What stands on the as-of date."""
    return (
        f"select {_columns(kind)} from store.raw.{kind.view}_rows as rows"
        f" where valid_from <= {AS_OF} and valid_to > {AS_OF}"
    )


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
        select {_columns(kind)} from store.raw.{kind.view}_rows as rows
        semi join ({claims}) as c on rows.submission_id = c.submission_id and {follows}
        where rows.identity is null"""
    if kind.collection != "ledger":
        return by_claim
    return f"""{by_claim}
        union all
        select {_columns(kind)} from store.raw.{kind.view}_rows as rows
        inner join store.raw.submission as submission using (submission_id)
        where rows.identity is not null and rows.reported_on <= {AS_OF} and {_KNOWN_THEN}
        qualify row_number() over (
            partition by rows.unit, rows.identity
            order by
                rows.reported_on desc, submission.received_at desc, rows.submission_id desc,
                rows.table_no desc, rows.source_row desc
        ) = 1"""
