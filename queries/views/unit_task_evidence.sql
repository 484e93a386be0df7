-- title: 各单位任务的印证资料
-- title_en: Evidence for each task of each unit
-- params: as_of DATE
--
-- One row per unit and task that it took up, whether or not anything was listed for it;
-- `count_missing` of its materials are said to be missing. `provision` is the best of
-- its materials (see task_materials). `is_noted`: the unit reported
-- results in 进展情况. The source is the unit's ledger row.
with

taken_up as (

    select
        unit,
        task_key,
        any_value(task_id) as task_id,
        any_value(area) as area,
        min(item) as item,
        bool_or(trim(note) not in (select word from nothing_word)) as is_noted,
        arg_min(
            {
                'submission_id': submission_id,
                'source_file': source_file,
                'source_sheet': source_sheet,
                'source_row': source_row
            }, source_row
        ) as source
    from unit_task
    group by unit, task_key

)

select
    taken_up.unit,
    taken_up.task_key,
    taken_up.task_id,
    taken_up.area,
    taken_up.item,
    coalesce(taken_up.is_noted, false) as is_noted,
    coalesce(materials.count_materials, 0) as count_materials,
    coalesce(materials.count_missing, 0) as count_missing,
    coalesce(materials.is_evidenced, false) as is_evidenced,
    materials.provision,
    taken_up.source.submission_id as submission_id,
    taken_up.source.source_file as source_file,
    taken_up.source.source_sheet as source_sheet,
    taken_up.source.source_row as source_row
from taken_up
left join task_materials as materials
    on
        taken_up.unit is not distinct from materials.unit
        and taken_up.task_key = materials.task_key
