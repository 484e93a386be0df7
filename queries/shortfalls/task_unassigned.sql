-- title: 任务无人承担或无责任人
-- title_en: Task that nobody took up, or with nobody responsible
-- basis: 五(一)
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: task_progress.person, task.title
-- area: 5
-- explain: 动员部署结束后,方案任务没有单位承担,或单位台账里的任务没有明确责任人。
--
-- From the day after the kick-off phase, which is when the ledgers are set up. One row
-- per task of the plan in no unit's ledger, under its lead unit where that stands in
-- the directory (by name, short name or alias), else under 全局; and one row per unit and
-- task of its ledger where none of its measures names a responsible person.
with

began as (

    select kick_off_ends_on
    from season
    where kick_off_ends_on < $as_of

),

taken_up as (

    select
        unit,
        item,
        max(task_id) as task_id,
        bool_or(coalesce(trim(person), '') not in (select word from nothing_word))
            as has_person,
        arg_min(
            {
                'submission_id': submission_id,
                'source_file': source_file,
                'source_sheet': source_sheet,
                'source_row': source_row
            }, source_row
        ) as source
    from unit_task
    group by unit, item

),

unit_names as (

    select
        unit,
        unnest(
            list_concat([unit, short_name], string_split(coalesce(aliases, ''), '、'))
        ) as name
    from unit

),

left_over as (

    select
        task.*,
        concat_ws(' ', task.task_id, task.title) as item,
        split_part(task.lead_unit, '、', 1) as lead_name
    from task
    where
        task.task_id is not null
        and task.task_id not in (select task_id from taken_up where task_id is not null)

),

found as (

    select
        coalesce(leads.unit, '全局') as unit,
        left_over.item,
        '尚无单位承担' as gap,
        'task.title' as source_column,
        {
            'submission_id': left_over.submission_id,
            'source_file': left_over.source_file,
            'source_sheet': left_over.source_sheet,
            'source_row': left_over.source_row
        } as source
    from left_over
    left join unit_names as leads on left_over.lead_name = leads.name
    union all
    select
        unit,
        item,
        '未明确责任人' as gap,
        'task_progress.person' as source_column,
        source
    from taken_up
    where not has_person

)

select
    'task_unassigned' as rule,
    found.unit,
    found.item,
    0 as measured,
    1 as required,
    found.gap,
    'amber' as severity,
    null as since_due,
    found.source.submission_id as submission_id,
    found.source.source_file as source_file,
    found.source.source_sheet as source_sheet,
    found.source.source_row as source_row,
    found.source_column
from found
cross join began
qualify row_number() over (
    partition by found.unit, found.item
    order by found.source.source_row
) = 1
order by found.unit, found.item
