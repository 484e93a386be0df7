-- title: 创建步骤的进度
-- title_en: Progress of each phase against the time gone by
-- params: as_of DATE
--
-- One row per phase. `progress` is computed, never typed in. Kick-off: the share of the
-- directory's units with a ledger of tasks and a liaison. Supervision: the mean of the
-- share of findings closed and the share of units visited, that is, with a finding (no
-- finding at all: no progress). Evidence: the share of unit-tasks evidenced.
-- Self-assessment: the share of unit-tasks whose 进展情况 is filled in. Publicity: items,
-- counted against nothing, so its progress is NULL. Nothing to count is a progress of 0:
-- work that nobody shows is not done. `expected` is the share of the phase's days gone
-- by, 1 after its end, NULL without dates.
with

by_unit as (

    select
        unit,
        count(*) as tasks,
        count(*) filter (where is_evidenced) as tasks_evidenced,
        count(*) filter (where is_noted) as tasks_noted
    from unit_task_evidence
    group by unit

),

visits as (

    select
        unit,
        count(*) as findings,
        count(*) filter (where is_closed) as findings_closed
    from finding_age
    group by unit

),

directory as (

    select
        unit,
        bool_or(trim(liaison) not in (select word from nothing_word)) as has_liaison
    from unit
    where unit is not null
    group by unit

),

counts as (

    select
        count(directory.unit) as units,
        count(*) filter (where directory.has_liaison and by_unit.tasks > 0)
            as units_ready,
        count(*) filter (where directory.unit is not null and visits.findings > 0)
            as units_visited,
        coalesce(sum(visits.findings), 0) as findings,
        coalesce(sum(visits.findings_closed), 0) as findings_closed,
        coalesce(sum(by_unit.tasks), 0) as tasks,
        coalesce(sum(by_unit.tasks_evidenced), 0) as tasks_evidenced,
        coalesce(sum(by_unit.tasks_noted), 0) as tasks_noted,
        (select count(*) from publicity) as items
    from directory
    full join by_unit on directory.unit = by_unit.unit
    full join visits on coalesce(directory.unit, by_unit.unit) = visits.unit

),

counted as (

    select
        phase_part.*,
        counts.units,
        counts.units_visited,
        case phase_part.part
            when 'kick_off' then counts.units_ready
            when 'supervision' then counts.findings_closed
            when 'evidence' then counts.tasks_evidenced
            when 'self_assessment' then counts.tasks_noted
            when 'publicity' then counts.items
        end as count_done,
        case phase_part.part
            when 'kick_off' then counts.units
            when 'supervision' then counts.findings
            when 'evidence' then counts.tasks
            when 'self_assessment' then counts.tasks
        end as count_all
    from phase_part
    cross join counts

),

shares as (

    select
        *,
        coalesce(count_done / nullif(count_all, 0), 0) as share_done,
        coalesce(units_visited / nullif(units, 0), 0) as share_visited
    from counted

)

select
    phase_id,
    name,
    part,
    starts_on,
    ends_on,
    case
        when $as_of > ends_on then 1
        when $as_of < starts_on then 0
        when starts_on = ends_on then 1
        else date_diff('day', starts_on, $as_of) / date_diff('day', starts_on, ends_on)
    end as expected,
    case
        when part = 'supervision' then (share_done + share_visited) / 2
        when part <> 'publicity' then share_done
    end as progress,
    count_done,
    count_all,
    case part
        when 'kick_off'
            then concat(count_done, '/', count_all, ' 个单位已建台账并明确联络员')
        when 'supervision'
            then concat(
                '问题销号 ', count_done, '/', count_all,
                ',已督导单位 ', units_visited, '/', units
            )
        when 'evidence' then concat(count_done, '/', count_all, ' 项单位任务已有印证')
        when 'self_assessment'
            then concat(count_done, '/', count_all, ' 项单位任务已报进展情况')
        when 'publicity' then concat('已宣传报道 ', count_done, ' 篇')
    end as done_text,
    deliverables,
    basis,
    submission_id,
    source_file,
    source_sheet,
    source_row
from shares
