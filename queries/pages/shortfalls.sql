-- title: 短板(命令行)
-- title_en: Shortfalls as the command prints them
-- params: as_of DATE, unit VARCHAR, rule VARCHAR
-- shortfalls: as_of
-- life: as_of
--
-- One row per shortfall, red before amber before blue, the longest overdue first; those
-- that are exempt come last. `unit` and `rule` NULL let all pass. The columns of its life
-- are NULL while the days of the season are not judged.
select
    rule,
    unit,
    item,
    measured,
    required,
    gap,
    severity,
    since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell,
    first_seen,
    days_open,
    direction,
    came_back,
    exempt,
    exempt_reason,
    exempt_basis,
    exempt_until
from shortfall
where
    ($unit is null or unit = $unit)
    and ($rule is null or rule = $rule)
order by
    exempt,
    case severity when 'red' then 1 when 'amber' then 2 else 3 end,
    since_due desc nulls last,
    unit,
    rule,
    item,
    source_file,
    source_row
