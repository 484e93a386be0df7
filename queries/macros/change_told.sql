-- title: 变化及其来龙去脉
-- title_en: What changed between two days, with the life of each
-- params: before DATE, as_of DATE
--
-- One row per shortfall of either day, as shortfall_change has them, with its life up to
-- $as_of. `first_seen`, `days_open`, `came_back` and `mended_on` are NULL while the days of
-- the season are not judged. What mended it: see shortfall_mended.
with

changed as (

    select *
    from shortfall_change($before, $as_of)

),

directory as (

    select
        unit,
        min(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

),

mending as (

    select *
    from shortfall_mended
    where mended_on > $before

)

select
    changed.change,
    changed.rule,
    changed.unit,
    directory.short_name,
    directory.unit_no,
    changed.item,
    changed.severity,
    changed.severity_before,
    changed.gap,
    changed.gap_before,
    changed.rule_before,
    changed.measured,
    changed.required,
    changed.since_due,
    life.first_seen,
    life.days_open,
    coalesce(life.came_back, 0) as came_back,
    case when changed.change = 'mended' then life.mended_on end as mended_on,
    case when changed.change = 'mended' then mending.mended_by end as mended_by,
    case when changed.change = 'mended' then mending.mended_by_file end as mended_by_file,
    changed.submission_id,
    changed.source_file,
    changed.source_sheet,
    changed.source_row,
    changed.source_cell
from changed
left join shortfall_life as life
    on
        changed.rule = life.rule
        and changed.unit is not distinct from life.unit
        and changed.item = life.item
left join mending
    on
        changed.rule = mending.rule
        and changed.unit is not distinct from mending.unit
        and changed.item = mending.item
left join directory on changed.unit = directory.unit
