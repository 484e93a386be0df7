-- title: 本次报送之前的报送
-- title_en: What stood before a submission
-- params: submission BIGINT
--
-- One row per kind and unit of the submission: the sheet of that unit and kind before it,
-- by reporting date and then by arrival, and the numbers of all that came before, the
-- oldest first. No rows for a submission that counts no longer.
with

own as (

    select
        kind,
        unit
    from store.raw.claim
    where submission_id = $submission

),

arrivals as (

    select
        claim.kind,
        claim.unit,
        claim.submission_id,
        claim.reported_on,
        claim.rows,
        lag(claim.submission_id) over arrival as submission_before,
        lag(claim.rows) over arrival as rows_before,
        lag(claim.reported_on) over arrival as reported_before,
        list(claim.submission_id) over (
            partition by claim.kind, claim.unit
            order by claim.reported_on, claim.received_at, claim.submission_id
            rows between unbounded preceding and 1 preceding
        ) as came_before
    from store.raw.claim as claim
    semi join own
        on claim.kind = own.kind and claim.unit is not distinct from own.unit
    where claim.valid_from is not null
    window arrival as (
        partition by claim.kind, claim.unit
        order by claim.reported_on, claim.received_at, claim.submission_id
    )

)

select
    kind,
    unit,
    reported_on,
    rows,
    submission_before,
    rows_before,
    reported_before,
    came_before
from arrivals
where submission_id = $submission
order by kind, unit
