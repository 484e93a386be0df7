-- title: 一个单位的任务(空白表用)
-- title_en: A unit's tasks for its blank sheet
-- params: as_of DATE, unit VARCHAR
--
-- One row per task of the plan that the unit leads or has taken up, in the plan's order.
select
    task.task_id,
    task.title,
    task.due_on
from task
where
    contains(coalesce(task.lead_unit, ''), $unit)
    or exists (
        select 1 from task_progress
        where task_progress.unit = $unit and task_progress.task_id = task.task_id
    )
order by task.source_row
