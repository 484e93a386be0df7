-- title: 一份报送前后的短板
-- title_en: Shortfalls before and after a submission
-- params: as_of DATE, before DATE, units VARCHAR[], every_unit BOOLEAN, rules VARCHAR[]
-- shortfalls: as_of, before
--
-- One row per shortfall of those units and rules that differs between the two days: new,
-- mended, worse or better.
select
    change,
    rule,
    unit,
    item,
    severity,
    gap_before,
    case when change <> 'mended' then gap end as gap_after,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from shortfall_change($before, $as_of)
where
    change in ('new', 'mended', 'worse', 'better')
    and list_contains($rules, rule)
    and ($every_unit or list_contains($units, unit))
order by
    list_position(['mended', 'better', 'new', 'worse'], change),
    unit,
    case severity when 'red' then 1 when 'amber' then 2 else 3 end,
    rule,
    item
