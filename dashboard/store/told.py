"""What the store says of submissions by their number, without the views of a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.store.generations import Store


@dataclass(frozen=True, slots=True)
class Told:
    """A submission and how much there was to say about it."""

    file: str
    submission_id: int
    status: Literal["ok", "problems", "refused"]
    reason: str | None
    rows: int
    errors: int
    warnings: int


def told(store: Store, numbers: list[int]) -> list[Told]:
    """The submissions of those numbers that the generation that stands has."""
    return [Told(*row) for row in store.rows(_TOLD, [numbers])] if numbers else []


_TOLD = """
with counted as (
    select
        submission_id,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings
    from raw.problem
    group by submission_id
)
select
    submission.file, submission.submission_id, submission.status, submission.reason,
    submission.rows, coalesce(counted.errors, 0), coalesce(counted.warnings, 0)
from raw.submission as submission
left join counted using (submission_id)
where list_contains(?, submission.submission_id)
"""
