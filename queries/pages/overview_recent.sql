-- title: 最近收到的表格
-- title_en: What came in last
-- params: as_of DATE, unit VARCHAR, size INTEGER
--
-- One row per submission for $as_of or before, the last to arrive first. `units` and
-- `kinds` are lists. `unit` NULL shows all.
with

of_unit as (

    select distinct submission_id
    from store.raw.claim
    where $unit is null or unit = $unit

),

latest as (

    select
        submission.submission_id,
        submission.file,
        submission.received_at,
        submission.reported_on,
        submission.status,
        submission.rows as count_rows
    from submission
    left join of_unit on submission.submission_id = of_unit.submission_id
    where
        coalesce(submission.reported_on, cast(submission.received_at as date)) <= $as_of
        and submission.withdrawn_at is null
        and ($unit is null or of_unit.submission_id is not null)
    order by submission.received_at desc, submission.submission_id desc
    limit $size

),

claims as (

    select
        claim.submission_id,
        list(distinct claim.unit order by claim.unit) as units,
        list(distinct claim.kind order by claim.kind) as kinds
    from store.raw.claim as claim
    semi join latest on claim.submission_id = latest.submission_id
    group by claim.submission_id

),

problems as (

    select
        problem.submission_id,
        count(*) as count_problems
    from store.raw.problem as problem
    semi join latest on problem.submission_id = latest.submission_id
    group by problem.submission_id

)

select
    latest.*,
    claims.units,
    claims.kinds,
    coalesce(problems.count_problems, 0) as count_problems
from latest
left join claims on latest.submission_id = claims.submission_id
left join problems on latest.submission_id = problems.submission_id
order by latest.received_at desc, latest.submission_id desc
