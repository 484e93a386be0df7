-- title: 各单位任务的资料份数
-- title_en: The materials that a unit listed for a task, counted
-- params: as_of DATE
--
-- One row per unit and task that materials are listed for. `provision` is the best of
-- them: uploaded, then on_site, statement, missing; a blank one whose place is given
-- counts as uploaded.
with

counted as (

    select
        unit,
        task_key,
        count(*) as count_materials,
        count(*) filter (where provision = 'missing') as count_missing,
        bool_or(counts) as is_evidenced,
        min(
            case
                when provision = 'uploaded' or provision is null and counts then 1
                when provision = 'on_site' then 2
                when provision = 'statement' then 3
                when provision = 'missing' then 4
            end
        ) as best
    from task_evidence
    group by unit, task_key

)

select
    unit,
    task_key,
    count_materials,
    count_missing,
    is_evidenced,
    case best
        when 1 then 'uploaded'
        when 2 then 'on_site'
        when 3 then 'statement'
        when 4 then 'missing'
    end as provision
from counted
