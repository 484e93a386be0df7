-- title: 重点任务
-- title_en: Areas
-- params: as_of DATE
--
-- One row per area of the plan's tasks, in its order.
select
    area,
    min(area_no) as area_no
from area_name
group by area
order by area_no, area
