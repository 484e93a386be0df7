-- title: 变化(页面)
-- title_en: What changed between two days, as the page reads it out
-- params: as_of DATE, before DATE, unit VARCHAR, size INTEGER
-- shortfalls: as_of, before
-- life: as_of
--
-- One row per shortfall that is new, worse, mended, better or exempt, at most `size` of
-- each sort, the gravest first; reminders (blue) and what stayed as it was are left out.
-- `unit` NULL lets all pass. Then in the order of the directory, by unit and rule.
with

kept as (

    select *
    from change_told($before, $as_of)
    where
        change <> 'unchanged'
        and severity <> 'blue'
        and ($unit is null or unit = $unit)
    qualify row_number() over (
        partition by change
        order by
            case severity when 'red' then 1 else 2 end,
            since_due desc nulls last,
            unit,
            rule,
            item
    ) <= $size

)

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
from kept
order by
    list_position(['new', 'worse', 'mended', 'better', 'exempt'], change),
    unit_no nulls last,
    unit,
    case severity when 'red' then 1 else 2 end,
    rule,
    item
