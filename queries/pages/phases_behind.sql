-- title: 创建步骤中落后的单位
-- title_en: Who is behind in which phase, and what each lacks
-- params: as_of DATE, unit
--
-- One row per kind of work, unit and thing that it lacks; `items` names up to five of
-- them and `days_late` is that of the oldest. `part` joins it to the phases. `unit` NULL
-- shows all.
with

directory as (

    select
        unit,
        min(short_name) as short_name,
        min(source_row) as unit_no,
        bool_or(trim(liaison) not in (select word from nothing_word)) as has_liaison
    from unit
    where unit is not null
    group by unit

),

without_ledger as (

    select
        'kick_off' as part,
        directory.unit,
        'ledger' as lack,
        1 as count_lacking,
        cast([] as varchar[]) as items,
        cast(null as integer) as days_late
    from directory
    anti join task_progress on directory.unit = task_progress.unit

),

without_liaison as (

    select
        'kick_off' as part,
        unit,
        'liaison' as lack,
        1 as count_lacking,
        cast([] as varchar[]) as items,
        cast(null as integer) as days_late
    from directory
    where not coalesce(has_liaison, false)

),

open_findings as (

    select
        'supervision' as part,
        unit,
        'finding' as lack,
        count(*) as count_lacking,
        list(concat_ws(' ', finding_no, issue) order by due_on, source_row) as items,
        max(days_late) as days_late
    from finding_age
    where not is_closed
    group by unit

),

not_visited as (

    select
        'supervision' as part,
        directory.unit,
        'visit' as lack,
        1 as count_lacking,
        cast([] as varchar[]) as items,
        cast(null as integer) as days_late
    from directory
    anti join finding_age on directory.unit = finding_age.unit

),

without_evidence as (

    select
        'evidence' as part,
        unit,
        'evidence' as lack,
        count(*) as count_lacking,
        list(item order by item) as items,
        cast(null as integer) as days_late
    from unit_task_evidence
    where not is_evidenced
    group by unit

),

noted as (

    select
        unit,
        task_key,
        min(item) as item,
        bool_or(trim(note) not in (select word from nothing_word)) as has_note
    from unit_task
    group by unit, task_key

),

without_note as (

    select
        'self_assessment' as part,
        unit,
        'note' as lack,
        count(*) as count_lacking,
        list(item order by item) as items,
        cast(null as integer) as days_late
    from noted
    where not coalesce(has_note, false)
    group by unit

),

together as (

    from without_ledger
    union all
    from without_liaison
    union all
    from open_findings
    union all
    from not_visited
    union all
    from without_evidence
    union all
    from without_note

)

select
    together.part,
    together.unit,
    directory.short_name,
    together.lack,
    together.count_lacking,
    list_slice(together.items, 1, 5) as items,
    together.days_late
from together
left join directory on together.unit = directory.unit
where $unit is null or together.unit = $unit
order by
    together.part,
    together.lack = 'visit',
    together.days_late desc nulls last,
    together.count_lacking desc,
    directory.unit_no,
    together.unit
