-- title: 某一类印证资料的覆盖情况
-- title_en: Listed materials of one form by task and unit
-- params: as_of DATE, form VARCHAR
--
-- One row per unit and task that materials of the form are listed for. `provision` is the
-- best of them, as in task_materials.
with

counted as (

    select
        unit,
        coalesce(task_id, task_key) as task,
        count(*) as count_materials,
        min(
            case
                when provision = 'uploaded' or provision is null and counts then 1
                when provision = 'on_site' then 2
                when provision = 'statement' then 3
                else 4
            end
        ) as best
    from task_evidence
    where form = $form
    group by unit, coalesce(task_id, task_key)

)

select
    unit,
    task,
    count_materials,
    case best
        when 1 then 'uploaded'
        when 2 then 'on_site'
        when 3 then 'statement'
        else 'missing'
    end as provision
from counted
order by unit, task
