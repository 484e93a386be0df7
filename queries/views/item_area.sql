-- title: 事项所属的重点任务
-- title_en: Items that belong to an area by their own name
-- params: as_of DATE
--
-- One row per item of a shortfall that is a task of the plan or a list to be published:
-- such an item has an area of its own, whatever area its rule has.
with

items as (

    select
        unnest([concat_ws(' ', task_id, title), concat_ws(' ', '任务', task_id, title)])
            as item,
        area
    from task
    where task_id is not null and area is not null
    union all
    select
        required_list.label as item,
        area_name.area
    from required_list
    inner join area_name
        on area_name.clause <> '' and starts_with(required_list.basis, area_name.clause)

)

select
    item,
    min(area) as area
from items
group by item
