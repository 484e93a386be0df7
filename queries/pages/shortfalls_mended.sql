-- title: 已整改
-- title_en: Shortfalls mended lately
-- params: as_of DATE, days INTEGER, unit VARCHAR, rule VARCHAR
-- life: as_of
--
-- One row per shortfall mended in the last `days` days, the latest first, with its last
-- figures, how long it stood, and the submission that mended it. `unit` and `rule` NULL
-- let all pass. No rows while the days of the season are not judged.
with

directory as (

    select
        unit,
        min(short_name) as short_name
    from unit
    group by unit

)

select
    mended.rule,
    mended.unit,
    directory.short_name,
    mended.item,
    mended.severity,
    mended.gap,
    mended.first_seen,
    mended.since,
    mended.mended_on,
    mended.days_open,
    mended.came_back,
    mended.mended_by,
    mended.mended_by_file,
    mended.submission_id,
    mended.source_file,
    mended.source_sheet,
    mended.source_row,
    mended.source_cell
from shortfall_mended as mended
left join directory on mended.unit = directory.unit
where
    mended.mended_on > $as_of - cast($days as integer)
    and ($unit is null or mended.unit = $unit)
    and ($rule is null or mended.rule = $rule)
order by
    mended.mended_on desc,
    case mended.severity when 'red' then 1 else 2 end,
    mended.unit,
    mended.rule,
    mended.item
