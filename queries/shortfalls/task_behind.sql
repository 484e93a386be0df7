-- title: 任务进度落后于时间
-- title_en: Task behind the time elapsed
-- basis: 六(二)
-- severity: amber
-- params: as_of DATE
-- threshold: task_behind
-- source: task_progress.progress
-- time: required
-- area: 6
-- explain: 未到期任务的完成进度比已过时间的比例落后超过20个百分点;恰好落后20个百分点不算。
--
-- One row per unit and task with a measure more than 20 points behind: the one furthest
-- behind where there are several. Time elapsed runs from the measure's own start, else
-- the start of the campaign, to its own deadline, else the plan's. Without status and
-- progress there is no judgement, nor for what is done or 长期坚持; 未启动 without a figure is
-- 0. Past the deadline task_overdue speaks. Compared in whole days and decimals, so
-- that 20 points are 20 points.
with

timed as (

    select
        unit_task.*,
        coalesce(unit_task.starts_on, season.starts_on) as began_on,
        case
            when unit_task.progress is null and unit_task.status = 'not_started' then 0
            else unit_task.progress
        end as share_done
    from unit_task
    cross join season
    where
        unit_task.due_on >= $as_of
        and not unit_task.is_done
        and unit_task.status is distinct from 'ongoing'

),

measured as (

    select
        *,
        date_diff('day', began_on, $as_of) as days_gone,
        date_diff('day', began_on, due_on) as days_all,
        try_cast(round(share_done, 6) as decimal(18, 6)) as done
    from timed

),

behind as (

    select
        measured.*,
        days_gone / days_all as expected
    from measured
    cross join limits
    where
        limits.rule = 'task_behind'
        and days_gone > 0
        and days_all > 0
        and (done + limits.value) * days_all < days_gone

)

select
    'task_behind' as rule,
    unit,
    item,
    done as measured,
    round(expected, 4) as required,
    format(
        '时间已过 {:g}%,完成 {:g}%,落后 {:g} 个百分点',
        round(expected * 100, 1),
        round(cast(done as double) * 100, 1),
        round((expected - done) * 100, 1)
    ) as gap,
    'amber' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from behind
qualify row_number() over (
    partition by unit, item
    order by expected - done desc, source_row
) = 1
order by unit, item
