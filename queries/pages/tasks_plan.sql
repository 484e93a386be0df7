-- title: 方案任务的承担与进度
-- title_en: Each task of the plan: who took it up and how far it is
-- params: as_of DATE
--
-- One row per task of the plan in its order, then one per task that units wrote and the
-- plan has not. `progress` is the mean over all measures of all units.
with

plan as (

    select
        task_id,
        any_value(area) as area,
        any_value(title) as title,
        any_value(requirement) as requirement,
        any_value(lead_unit) as lead_unit,
        any_value(due_on) as due_on,
        any_value(basis) as basis,
        min(source_row) as task_no
    from task
    where task_id is not null
    group by task_id

),

taken_up as (

    select
        task_key,
        any_value(task_id) as task_id,
        any_value(area) as area,
        min(title) as title,
        count(distinct unit) as count_units,
        count(*) as count_measures,
        count(*) filter (where is_done) as count_done,
        count(*) filter (where status = 'blocked' and not is_done) as count_blocked,
        avg(case when is_done then 1 else progress end) as progress
    from unit_task
    group by task_key

)

select
    coalesce(plan.task_id, taken_up.task_key) as task_key,
    plan.task_id,
    coalesce(plan.title, taken_up.title, taken_up.task_key) as title,
    coalesce(plan.area, taken_up.area) as area,
    plan.requirement,
    plan.lead_unit,
    plan.due_on,
    plan.basis,
    coalesce(taken_up.count_units, 0) as count_units,
    coalesce(taken_up.count_measures, 0) as count_measures,
    coalesce(taken_up.count_done, 0) as count_done,
    coalesce(taken_up.count_blocked, 0) as count_blocked,
    taken_up.progress
from plan
full join taken_up on plan.task_id = taken_up.task_id
order by plan.task_no nulls last, taken_up.task_key
