-- title: 各类印证资料份数
-- title_en: Listed materials by form
-- params: as_of DATE, unit VARCHAR, area VARCHAR
--
-- One row per form of material (NULL: not given) with how many are listed, for the chosen
-- unit and area (NULL: all), the commonest first.
with

plan as (

    select
        task_id,
        any_value(area) as area
    from task
    group by task_id

)

select
    listed.form,
    count(*) as count_materials
from task_evidence as listed
left join plan on listed.task_id = plan.task_id
where
    ($unit is null or listed.unit = $unit)
    and ($area is null or plan.area = $area)
group by listed.form
order by count_materials desc, listed.form
