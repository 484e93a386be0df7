-- title: 即将到期
-- title_en: Due soon
-- basis: 六(二)
-- severity: blue
-- params: as_of DATE
-- threshold: due_soon_days
-- source: task_progress.due_on, complaint.due_on, finding.due_on, phase.ends_on
-- area: 6
-- explain: 三天之内(含当日)到期而未完成的任务、投诉举报、督导问题和创建步骤,提醒用,不计为短板。
--
-- One row per task of a unit, complaint, finding or phase (under 全局) that is due on
-- $as_of or within the days of the threshold after it, and not done. Done means what it
-- means in task_overdue, complaint_overdue, finding_overdue and phase_behind. measured:
-- days left.
with

due as (

    select
        unit,
        '任务 ' || item as item,
        due_on,
        submission_id,
        source_file,
        source_sheet,
        source_row,
        'task_progress.due_on' as source_column
    from unit_task
    where not is_done and status is distinct from 'ongoing'
    union all
    select
        unit,
        '投诉举报 ' || concat_ws(' ', received_on, subject) as item,
        due_on,
        submission_id,
        source_file,
        source_sheet,
        source_row,
        'complaint.due_on' as source_column
    from complaint
    where closed_on is null or closed_on > $as_of
    union all
    select
        unit,
        '督导问题 ' || item as item,
        due_on,
        submission_id,
        source_file,
        source_sheet,
        source_row,
        'finding.due_on' as source_column
    from finding_age
    where not is_closed
    union all
    select
        '全局' as unit,
        '创建步骤 ' || name as item,
        ends_on as due_on,
        submission_id,
        source_file,
        source_sheet,
        source_row,
        'phase.ends_on' as source_column
    from phase_progress
    where progress is null or progress < 1

),

soon as (

    select
        due.*,
        date_diff('day', $as_of, due.due_on) as days_left
    from due
    cross join limits
    where
        limits.rule = 'due_soon_days'
        and due.due_on >= $as_of
        and date_diff('day', $as_of, due.due_on) <= limits.value

)

select
    'due_soon' as rule,
    unit,
    item,
    days_left as measured,
    null as required,
    case
        when days_left = 0 then '今天到期'
        else concat('还有 ', days_left, ' 天到期')
    end as gap,
    'blue' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_column
from soon
qualify row_number() over (
    partition by unit, item
    order by days_left, source_row
) = 1
order by days_left, unit, item
