-- title: 被本次报送取代的报送
-- title_en: The sheets that a submission took the place of
-- params: submission BIGINT
--
-- One row per unit and kind of the submission: the sheet of that unit and kind before it.
with

arrivals as (

    select
        kind,
        unit,
        submission_id,
        rows,
        lag(submission_id) over arrival as submission_before,
        lag(rows) over arrival as rows_before,
        lag(reported_on) over arrival as reported_before
    from store.raw.claim
    where valid_from is not null
    window arrival as (
        partition by kind, unit order by reported_on, received_at, submission_id
    )

)

select
    kind,
    unit,
    rows,
    submission_before,
    rows_before,
    reported_before
from arrivals
where submission_id = $submission
order by kind, unit
