-- title: 变化
-- title_en: What changed between two days
-- params: as_of DATE, before DATE, unit VARCHAR, rule VARCHAR
-- shortfalls: as_of, before
-- life: as_of
--
-- One row per shortfall of either day: new, worse, mended, better, exempt, unchanged;
-- within these red before amber before blue, then by unit and rule. `unit` and `rule`
-- NULL let all pass.
select
    change,
    rule,
    unit,
    short_name,
    item,
    severity,
    severity_before,
    gap,
    gap_before,
    rule_before,
    measured,
    required,
    since_due,
    first_seen,
    days_open,
    came_back,
    mended_on,
    mended_by,
    mended_by_file,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from change_told($before, $as_of)
where
    ($unit is null or unit = $unit)
    and ($rule is null or rule = $rule)
order by
    list_position(['new', 'worse', 'mended', 'better', 'exempt', 'unchanged'], change),
    case severity when 'red' then 1 when 'amber' then 2 else 3 end,
    unit_no nulls last,
    unit,
    rule,
    item
