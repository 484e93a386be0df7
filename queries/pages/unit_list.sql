-- title: 单位一览
-- title_en: Units to choose from
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per unit of the directory, ranked by red, then amber, then the longest overdue.
-- Tasks are those that it took up: one of several measures is done when all are.
with

directory as (

    select
        unit,
        min(short_name) as short_name,
        min(category) as category,
        min(source_row) as unit_no
    from unit
    where unit is not null
    group by unit

),

counted as (

    select
        unit,
        count(*) filter (where severity = 'red') as count_red,
        count(*) filter (where severity = 'amber') as count_amber,
        count(*) filter (where severity = 'blue') as count_blue,
        max(since_due) filter (where severity <> 'blue' and since_due > 0) as days_overdue
    from shortfall_on($as_of)
    group by unit

),

tasks as (

    select
        unit,
        count(*) as count_tasks,
        count(*) filter (where is_done) as count_done
    from (
        select
            unit,
            task_key,
            bool_and(is_done) as is_done
        from unit_task
        group by unit, task_key
    ) as by_task
    group by unit

)

select
    directory.unit,
    directory.short_name,
    directory.category,
    coalesce(counted.count_red, 0) as count_red,
    coalesce(counted.count_amber, 0) as count_amber,
    coalesce(counted.count_blue, 0) as count_blue,
    coalesce(counted.days_overdue, 0) as days_overdue,
    coalesce(tasks.count_tasks, 0) as count_tasks,
    coalesce(tasks.count_done, 0) as count_done,
    unit_report.last_reported_on,
    unit_report.days_silent,
    rank() over (
        order by
            coalesce(counted.count_red, 0) desc,
            coalesce(counted.count_amber, 0) desc,
            coalesce(counted.days_overdue, 0) desc
    ) as place
from directory
left join counted on directory.unit = counted.unit
left join tasks on directory.unit = tasks.unit
left join unit_report on directory.unit = unit_report.unit
order by place, directory.unit_no
