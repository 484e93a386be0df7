-- title: 全部报送
-- title_en: Every submission
-- params: result VARCHAR, unit VARCHAR, code VARCHAR, first BIGINT, size BIGINT
--
-- One row per submission, the newest arrival first, with its problems counted and the units
-- and kinds that were read from it: $size of them from $first on, and in `count_all` how
-- many there are. NULL lets all pass: $result is ok, problems, refused or withdrawn, $unit
-- a unit that it is about, $code a kind of problem that it has. Submissions are shown
-- whatever the day chosen.
with

wanted as (

    select *
    from submission
    where
        (
            $result is null
            or if(withdrawn_at is null, status, 'withdrawn') = $result
        )
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
        and (
            $code is null
            or exists (
                select 1
                from store.raw.problem as problem
                where
                    problem.submission_id = submission.submission_id
                    and problem.code = $code
            )
        )

),

counted as (

    select count(*) as count_all
    from wanted

),

one_page as (

    select *
    from wanted
    order by received_at desc, submission_id desc
    limit $size offset $first

),

problems as (

    select
        submission_id,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings
    from store.raw.problem
    where submission_id in (select one_page.submission_id from one_page)
    group by submission_id

),

claims as (

    select
        submission_id,
        list(distinct unit order by unit) filter (where unit is not null) as units,
        list(distinct kind order by kind) as kinds
    from store.raw.claim
    where submission_id in (select one_page.submission_id from one_page)
    group by submission_id

)

select
    one_page.submission_id,
    one_page.file,
    one_page.status,
    one_page.reported_on,
    one_page.received_at,
    one_page.rows,
    one_page.withdrawn_at,
    coalesce(problems.errors, 0) as errors,
    coalesce(problems.warnings, 0) as warnings,
    claims.units,
    claims.kinds,
    counted.count_all
from one_page
cross join counted
left join problems on one_page.submission_id = problems.submission_id
left join claims on one_page.submission_id = claims.submission_id
order by one_page.received_at desc, one_page.submission_id desc
