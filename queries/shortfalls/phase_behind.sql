-- title: 创建步骤滞后
-- title_en: Phase behind
-- basis: 五
-- severity: red, amber
-- params: as_of DATE
-- threshold: task_behind
-- source: phase.ends_on
-- time: required
-- area: 5
-- explain: 创建步骤过了结束日期仍有工作未完成的为红;进行中比时间进度落后超过20个百分点的为黄。
--
-- One row per phase, under 全局. Red from the day after its end while its progress (see
-- the view phase_progress) is below 100 %; amber from its start to its end while it is
-- more than 20 points behind the share of its days gone by. A phase without progress
-- (publicity) or without dates is not judged.
with

rounded as (

    select
        *,
        cast(round(progress, 6) as decimal(18, 6)) as done,
        cast(round(expected, 6) as decimal(18, 6)) as due,
        coalesce(ends_on < $as_of, false) as is_past
    from phase_progress

),

behind as (

    select rounded.*
    from rounded
    cross join limits
    where
        limits.rule = 'task_behind'
        and (
            rounded.is_past and rounded.done < 1
            or not rounded.is_past and rounded.done + limits.value < rounded.due
        )

)

select
    'phase_behind' as rule,
    '全局' as unit,
    name as item,
    done as measured,
    due as required,
    concat(
        case
            when is_past then concat('已过期 ', date_diff('day', ends_on, $as_of), ' 天')
            else format('应达 {:g}%', cast(round(due * 100, 1) as double))
        end,
        format(',进度 {:g}%(', cast(round(done * 100, 1) as double)), done_text, ')'
    ) as gap,
    case when is_past then 'red' else 'amber' end as severity,
    case when is_past then date_diff('day', ends_on, $as_of) end as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from behind
qualify row_number() over (partition by name order by is_past desc, source_row) = 1
order by severity desc, item
