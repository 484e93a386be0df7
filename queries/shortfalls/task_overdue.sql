-- title: 任务逾期未完成
-- title_en: Task overdue
-- basis: 五, 六
-- severity: red
-- params: as_of DATE
-- threshold: none
-- source: task_progress.due_on
-- area: 5
-- explain: 过了完成时限仍未完成的任务;本单位没有填时限的,按任务分解总表的时限;长期坚持的任务没有时限。
--
-- One row per unit and task with a measure past its deadline and not done: the latest
-- of them where there are several. The deadline is the unit's own, else the plan's, and
-- is itself in time. Done: the status says so, or the progress is 100 %. A task that is
-- 长期坚持 is never overdue; without a deadline there is no judgement.
with

overdue as (

    select
        *,
        date_diff('day', due_on, $as_of) as days_late
    from unit_task
    where
        due_on < $as_of
        and not is_done
        and status is distinct from 'ongoing'

),

worst as (

    select
        *,
        count(*) over (partition by unit, item) as count_late
    from overdue
    qualify row_number() over (
        partition by unit, item
        order by days_late desc, source_row
    ) = 1

)

select
    'task_overdue' as rule,
    unit,
    item,
    days_late as measured,
    0 as required,
    concat_ws(
        ',',
        concat('逾期 ', days_late, ' 天'),
        coalesce(format('完成进度 {:g}%', round(progress * 100, 1)), '未填进度'),
        case when status = 'blocked' then '受阻' end,
        case when count_late > 1 then concat('共 ', count_late, ' 项举措逾期') end
    ) as gap,
    'red' as severity,
    days_late as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from worst
order by days_late desc, unit, item
