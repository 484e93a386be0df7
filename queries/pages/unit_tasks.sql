-- title: 单位承担的任务
-- title_en: A unit's tasks, with progress and evidence
-- params: as_of DATE, unit
--
-- One row per row of the unit's ledger, by task. `days_late` is NULL unless it is
-- overdue: past its deadline, not done, and not 长期坚持.
select
    unit_task.task_key,
    unit_task.item,
    unit_task.measure,
    unit_task.section,
    unit_task.person,
    unit_task.due_on,
    unit_task.progress,
    unit_task.status,
    unit_task.note,
    unit_task.problem,
    unit_task.is_done,
    case
        when
            unit_task.due_on < $as_of
            and not unit_task.is_done
            and coalesce(unit_task.status <> 'ongoing', true)
            then date_diff('day', unit_task.due_on, $as_of)
    end as days_late,
    coalesce(materials.count_materials, 0) as count_materials,
    coalesce(materials.is_evidenced, false) as is_evidenced,
    materials.provision,
    unit_task.submission_id,
    unit_task.source_file,
    unit_task.source_sheet,
    unit_task.source_row
from unit_task
left join task_materials as materials
    on materials.unit = $unit and unit_task.task_key = materials.task_key
where unit_task.unit = $unit
order by unit_task.task_key, unit_task.source_row
