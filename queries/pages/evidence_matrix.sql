-- title: 印证资料覆盖情况
-- title_en: Evidence by task and unit
-- params: as_of DATE
--
-- One row per unit and task that it took up, in the plan's order of tasks.
select
    unit,
    coalesce(task_id, task_key) as task,
    item,
    area,
    provision,
    count_materials,
    is_evidenced,
    submission_id,
    source_file,
    source_sheet,
    source_row
from unit_task_evidence
order by task_id nulls last, item, unit
