-- title: 逐格问题
-- title_en: Every problem by its cell
-- params: unit VARCHAR, code VARCHAR, first INTEGER, size INTEGER
--
-- One row per problem of a submission that counts, or of those with sheets of $unit alone;
-- $code NULL: of every kind. Errors first, then what came last; `count_all` says how many
-- there are before paging.
with

counting as (

    select
        submission_id,
        file,
        received_at
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

),

wanted as (

    select
        problem.*,
        counting.file,
        counting.received_at
    from problem
    inner join counting on problem.submission_id = counting.submission_id
    where $code is null or problem.code = $code

),

counted as (

    select count(*) as count_all
    from wanted

),

one_page as (

    select *
    from wanted
    order by severity, received_at desc, submission_id desc, sheet, cell, code
    limit $size offset $first

)

select
    one_page.submission_id,
    one_page.severity,
    one_page.code,
    one_page.file,
    one_page.sheet,
    one_page.cell,
    one_page.message,
    counted.count_all
from one_page
cross join counted
order by
    one_page.severity,
    one_page.received_at desc,
    one_page.submission_id desc,
    one_page.sheet,
    one_page.cell,
    one_page.code
