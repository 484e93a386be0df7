-- title: 已收到的报送
-- title_en: What units have sent so far
-- params: as_of DATE, plan
--
-- Always one row: files that came besides the plan's, whatever the day chosen. `plan` is the
-- list of the kinds that make the plan. A refused file counts: it came.
with

plan_files as (

    select distinct submission_id
    from store.raw.claim
    where list_contains(cast($plan as varchar[]), kind)

)

select count(*) as sent
from store.raw.submission as submission
left join plan_files on submission.submission_id = plan_files.submission_id
where plan_files.submission_id is null
