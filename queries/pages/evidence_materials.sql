-- title: 印证资料清单
-- title_en: Every material that units listed, in the plan's order
-- params: as_of DATE
--
-- One row per listed material.
with

plan as (

    select
        task_id,
        any_value(area) as area,
        any_value(title) as title
    from task
    group by task_id

)

select
    listed.task_id,
    plan.area,
    plan.title as task,
    listed.unit,
    listed.title,
    listed.form,
    listed.provision,
    listed.location,
    listed.dated_on,
    coalesce(listed.task_id, listed.task_key) as task_key,
    listed.submission_id,
    listed.source_file,
    listed.source_sheet,
    listed.source_row
from task_evidence as listed
left join plan on listed.task_id = plan.task_id
order by listed.task_id nulls last, listed.unit, listed.dated_on nulls last, listed.title
