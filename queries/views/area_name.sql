-- title: 重点任务的编号与条款
-- title_en: The areas of the plan by number and by clause
-- params: as_of DATE
--
-- One row per area of the plan's tasks: number 4.4, clause 四(四), and its name.
select
    regexp_extract(task_id, '^\d+\.\d+') as area_no,
    regexp_extract(
        translate(basis, '()', '()'), '[一二三四五六七八九十]+\([一二三四五六七八九十]+\)'
    ) as clause,
    min(area) as area
from task
where area is not null
group by area_no, clause
