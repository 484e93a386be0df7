-- title: 问题种类
-- title_en: Which problems come how often
-- params: unit VARCHAR
--
-- One row per problem code: how often it stands in submissions that count, or in those with
-- sheets of $unit alone, and in how many of them; the most frequent first.
with

counting as (

    select submission_id
    from submission
    where
        withdrawn_at is null
        and (
            $unit is null
            or exists (
                select 1
                from store.raw.claim as claim
                where
                    claim.submission_id = submission.submission_id
                    and claim.unit = $unit
            )
        )

)

select
    problem.code,
    problem.severity,
    count(*) as problems,
    count(distinct problem.submission_id) as submissions
from problem
semi join counting on problem.submission_id = counting.submission_id
group by problem.code, problem.severity
order by problem.severity, problems desc, problem.code
