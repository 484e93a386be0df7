-- title: 创建步骤进度
-- title_en: Phases, expected against actual
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per phase of the plan, in its order. `state` is waiting, running, ended or
-- undated; `severity` is what the rule on phases says of it, NULL where it is in order.
with

behind as (

    select
        item,
        max(severity) as severity,
        min(gap) as gap
    from shortfall_on($as_of)
    where rule = 'phase_behind'
    group by item

)

select
    phase_progress.phase_id,
    phase_progress.name,
    phase_progress.part,
    phase_progress.starts_on,
    phase_progress.ends_on,
    phase_progress.expected,
    phase_progress.progress,
    phase_progress.count_done,
    phase_progress.count_all,
    phase_progress.done_text,
    phase_progress.deliverables,
    phase_progress.basis,
    phase_progress.submission_id,
    phase_progress.source_file,
    phase_progress.source_sheet,
    phase_progress.source_row,
    case
        when phase_progress.starts_on is null and phase_progress.ends_on is null
            then 'undated'
        when $as_of < phase_progress.starts_on then 'waiting'
        when $as_of > phase_progress.ends_on then 'ended'
        else 'running'
    end as state,
    case
        when phase_progress.ends_on >= $as_of
            then date_diff('day', $as_of, phase_progress.ends_on)
    end as days_left,
    behind.severity,
    behind.gap
from phase_progress
left join behind on phase_progress.name = behind.item
order by phase_progress.source_row, phase_progress.phase_id
