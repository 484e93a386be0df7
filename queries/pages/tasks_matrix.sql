-- title: 任务与单位的进度矩阵
-- title_en: Progress of every task of every unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per unit and task that it took up, units in the order of the directory, tasks
-- in that of the plan. `progress` is the mean of its measures, a done one counting as 1;
-- NULL where none says. `status` is the one that most needs a look.
with

units as (

    select
        unit,
        any_value(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

),

found as (

    select
        unit,
        regexp_replace(item, '^任务 ', '') as item,
        bool_or(rule = 'task_overdue') as is_overdue,
        bool_or(rule = 'task_behind') as is_behind,
        bool_or(rule = 'task_unassigned') as is_unassigned,
        bool_or(rule = 'due_soon') as is_due_soon
    from shortfall_on($as_of)
    where rule in ('task_overdue', 'task_behind', 'task_unassigned', 'due_soon')
    group by all

),

taken_up as (

    select
        unit,
        task_key,
        any_value(task_id) as task_id,
        min(item) as item,
        any_value(area) as area,
        count(*) as count_measures,
        count(*) filter (where is_done) as count_done,
        avg(case when is_done then 1 else progress end) as progress,
        bool_or(status = 'blocked' and not is_done) as is_blocked,
        bool_and(is_done) as is_done,
        bool_and(coalesce(status = 'ongoing', false) or is_done) as is_ongoing,
        bool_and(coalesce(status = 'not_started', false)) as is_not_started
    from unit_task
    group by unit, task_key

)

select
    taken_up.unit,
    coalesce(nullif(units.short_name, ''), taken_up.unit) as label,
    taken_up.task_key,
    taken_up.item,
    taken_up.area,
    taken_up.count_measures,
    taken_up.count_done,
    taken_up.progress,
    case
        when taken_up.is_blocked then 'blocked'
        when taken_up.is_done then 'done'
        when taken_up.is_ongoing then 'ongoing'
        when taken_up.is_not_started then 'not_started'
        else 'in_progress'
    end as status,
    coalesce(found.is_overdue, false) as is_overdue,
    coalesce(found.is_behind, false) as is_behind,
    coalesce(found.is_unassigned, false) as is_unassigned,
    coalesce(found.is_due_soon, false) as is_due_soon
from taken_up
left join units on taken_up.unit = units.unit
left join found on taken_up.unit = found.unit and taken_up.item = found.item
order by
    units.unit_no nulls last,
    taken_up.unit,
    taken_up.task_id nulls last,
    taken_up.item
