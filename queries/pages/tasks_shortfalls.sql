-- title: 逾期、落后和未落实的任务
-- title_en: Tasks overdue, behind, or without anybody
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per shortfall of the rules about tasks, the longest overdue first.
select
    found.rule,
    found.unit,
    found.item,
    item_area.area,
    found.gap,
    found.severity,
    found.since_due,
    found.submission_id,
    found.source_file,
    found.source_sheet,
    found.source_row,
    found.source_cell
from shortfall_on($as_of) as found
left join item_area on found.item = item_area.item
where found.rule in ('task_overdue', 'task_behind', 'task_unassigned')
order by
    found.rule desc, found.since_due desc nulls last, found.unit asc, found.item asc
