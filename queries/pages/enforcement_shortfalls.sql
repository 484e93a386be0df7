-- title: 行政执法短板
-- title_en: Shortfalls of enforcement
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per shortfall of the rules about enforcement, red first.
select
    rule,
    unit,
    item,
    gap,
    severity,
    since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from shortfall_on($as_of)
where rule in ('enforcement_systems', 'inspection_behind', 'complaint_overdue')
order by
    case severity when 'red' then 1 when 'amber' then 2 else 3 end,
    rule,
    since_due desc nulls last,
    unit,
    item
