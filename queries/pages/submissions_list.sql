-- title: 全部报送
-- title_en: Every submission
-- params: as_of DATE
--
-- One row per submission, the newest arrival first, with its problems counted and the units
-- and kinds that were read from it. Submissions are shown whatever the day chosen.
with

problems as (

    select
        submission_id,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings,
        list(distinct code) as codes
    from store.raw.problem
    group by submission_id

),

claims as (

    select
        submission_id,
        list(distinct unit order by unit) filter (where unit is not null) as units,
        list(distinct kind order by kind) as kinds
    from store.raw.claim
    group by submission_id

)

select
    submission.submission_id,
    submission.file,
    submission.status,
    submission.reason,
    submission.reported_on,
    submission.received_at,
    submission.rows,
    submission.size,
    submission.withdrawn_at,
    coalesce(problems.errors, 0) as errors,
    coalesce(problems.warnings, 0) as warnings,
    problems.codes,
    claims.units,
    claims.kinds
from submission
left join problems on submission.submission_id = problems.submission_id
left join claims on submission.submission_id = claims.submission_id
order by submission.received_at desc, submission.submission_id desc
