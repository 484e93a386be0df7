-- title: 各单位承担的任务
-- title_en: What units took up, with the plan's task it means
-- params: as_of DATE
--
-- One row per row of 任务分解台账: a unit may set several measures against one task. The
-- plan's task is found by its number, else by its title. `task_key` is the plan's
-- number, or what the unit wrote where the plan has no such task; `item` names the task
-- and stays. The deadline is the unit's own, else the plan's. A status decides what is
-- done; a progress of 100 % does too. What was written is respelt only where it isn't
-- the plan's own number: a pattern over every row would cost more than all the rest.
with

names as materialized (

    select *
    from task_name

),

respelt as (

    select
        written.*,
        names.task_id as plan_id,
        names.area as plan_area,
        names.title as plan_title,
        names.due_on as plan_due_on,
        case
            when names.task_id is null
                then regexp_replace(
                    translate(lower(written.task_id), '０１２３４５６７８９．。', '0123456789..'),
                    '\s+|[.、\s]+$', '', 'g'
                )
        end as spelt_id,
        case
            when names.task_id is null
                then regexp_replace(
                    lower(written.title), '^[\d.、()()\s]+|\s+|[.、。;；:：\s]+$', '', 'g'
                )
        end as spelt_title
    from task_progress as written
    left join names on written.task_id = names.spelling

),

matched as (

    select
        respelt.*,
        coalesce(respelt.plan_id, by_id.task_id, by_title.task_id) as found_id,
        coalesce(respelt.plan_area, by_id.area, by_title.area) as found_area,
        coalesce(respelt.plan_title, by_id.title, by_title.title, respelt.title)
            as found_title,
        coalesce(respelt.due_on, respelt.plan_due_on, by_id.due_on, by_title.due_on)
            as found_due_on
    from respelt
    left join names as by_id on respelt.spelt_id = by_id.spelling
    left join names as by_title
        on respelt.spelt_title = by_title.spelling and by_id.task_id is null

)

select
    unit,
    coalesce(found_id, nullif(spelt_id, ''), spelt_title, '') as task_key,
    found_id as task_id,
    found_area as area,
    found_title as title,
    coalesce(
        nullif(concat_ws(' ', coalesce(found_id, task_id), found_title), ''),
        measure,
        '(未填任务名称)'
    ) as item,
    measure,
    section,
    person,
    starts_on,
    found_due_on as due_on,
    progress,
    status,
    note,
    problem,
    coalesce(status = 'done', false) or coalesce(progress >= 1, false) as is_done,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from matched
