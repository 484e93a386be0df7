-- title: 各项任务各类印证资料份数
-- title_en: Listed materials by task and form
-- params: as_of DATE, unit VARCHAR, area VARCHAR
--
-- One row per task and form of material (NULL: not given) with how many are listed, for
-- the chosen unit and area (NULL: all), in the plan's order. `task` is the task's number
-- in the plan, else what units wrote.
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
    coalesce(listed.task_id, listed.task_key) as task,
    concat_ws(
        ' ', listed.task_id, coalesce(any_value(plan.title), any_value(listed.task_key))
    ) as item,
    listed.form,
    count(*) as count_materials
from task_evidence as listed
left join plan on listed.task_id = plan.task_id
where
    ($unit is null or listed.unit = $unit)
    and ($area is null or plan.area = $area)
group by listed.task_id, coalesce(listed.task_id, listed.task_key), listed.form
order by listed.task_id nulls last, task, listed.form
