-- title: 任务的具体举措
-- title_en: The measures that units set against tasks
-- params: as_of DATE, unit VARCHAR, task VARCHAR
-- shortfalls: as_of
--
-- One row per measure of a unit's ledger; a NULL `unit` or `task` means all of them.
-- `severity` is the worst that the rules found about the unit's task.
with

found as (

    select
        unit,
        item,
        arg_min(
            severity, case severity when 'red' then 1 when 'amber' then 2 else 3 end
        ) as severity
    from shortfall_on($as_of)
    where rule in ('task_overdue', 'task_behind', 'task_unassigned')
    group by unit, item

),

units as (

    select
        unit,
        any_value(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

)

select
    unit_task.unit,
    coalesce(nullif(units.short_name, ''), unit_task.unit) as label,
    unit_task.task_key,
    unit_task.item,
    unit_task.area,
    unit_task.measure,
    unit_task.section,
    unit_task.person,
    unit_task.starts_on,
    unit_task.due_on,
    unit_task.progress,
    unit_task.status,
    unit_task.is_done,
    unit_task.note,
    unit_task.problem,
    found.severity,
    unit_task.reported_on,
    unit_task.submission_id,
    unit_task.source_file,
    unit_task.source_sheet,
    unit_task.source_row
from unit_task
left join units on unit_task.unit = units.unit
left join found on unit_task.unit = found.unit and unit_task.item = found.item
where
    ($unit is null or unit_task.unit = $unit)
    and ($task is null or unit_task.task_key = $task)
order by
    unit_task.task_id nulls last,
    unit_task.item,
    units.unit_no nulls last,
    unit_task.unit,
    unit_task.source_row
