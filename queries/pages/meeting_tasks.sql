-- title: 会议:逾期任务
-- title_en: Meeting: overdue tasks
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per overdue task, the longest overdue first.
select
    unit,
    item,
    since_due
from shortfall_on($as_of)
where rule = 'task_overdue'
order by since_due desc, unit, item
