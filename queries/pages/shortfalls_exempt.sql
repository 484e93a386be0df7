-- title: 豁免的短板
-- title_en: Shortfalls that are exempt
-- params: as_of DATE, unit VARCHAR, rule VARCHAR
-- shortfalls: as_of
--
-- One row per shortfall that an exemption covers on $as_of, the first to end first.
-- `unit` and `rule` NULL let all pass.
with

directory as (

    select
        unit,
        min(short_name) as short_name
    from unit
    group by unit

)

select
    exempted.rule,
    exempted.unit,
    exempted.item,
    exempted.gap,
    exempted.severity,
    exempted.since_due,
    exempted.submission_id,
    exempted.source_file,
    exempted.source_sheet,
    exempted.source_row,
    exempted.source_cell,
    exempted.exempt_id,
    exempted.exempt_reason,
    exempted.exempt_basis,
    exempted.exempt_until,
    directory.short_name
from exempted_on($as_of) as exempted
left join directory on exempted.unit = directory.unit
where
    ($unit is null or exempted.unit = $unit)
    and ($rule is null or exempted.rule = $rule)
order by exempted.exempt_until, exempted.unit, exempted.rule, exempted.item
