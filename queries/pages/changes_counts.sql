-- title: 变化数量
-- title_en: How many changed, in all, by unit and by rule
-- params: as_of DATE, before DATE, unit VARCHAR
-- shortfalls: as_of, before
--
-- One row for all together (`grain` all), one per unit and one per rule, those first in
-- which most came, got worse or went. Reminders (blue) count in `due_soon` alone, and
-- only those of $as_of. `count_now` is what stands on $as_of, exempt ones left out.
with

directory as (

    select
        unit,
        min(short_name) as short_name
    from unit
    group by unit

),

changed as (

    select
        found.*,
        directory.short_name,
        found.severity = 'red' as is_red
    from shortfall_change($before, $as_of) as found
    left join directory on found.unit = directory.unit
    where $unit is null or found.unit = $unit

),

counted as (

    select
        case
            when grouping(unit) = 0 then 'unit'
            when grouping(rule) = 0 then 'rule'
            else 'all'
        end as grain,
        unit,
        rule,
        any_value(short_name) as short_name,
        count(*) filter (where change = 'new') as count_new,
        count(*) filter (where change = 'new' and is_red) as count_new_red,
        count(*) filter (where change = 'mended') as count_mended,
        count(*) filter (where change = 'mended' and is_red) as count_mended_red,
        count(*) filter (where change = 'worse') as count_worse,
        count(*) filter (where change = 'better') as count_better,
        count(*) filter (where change = 'unchanged') as count_unchanged,
        count(*) filter (where change = 'exempt') as count_exempt,
        count(*) filter (where change not in ('mended', 'exempt')) as count_now,
        count(*) filter (where change not in ('mended', 'exempt') and is_red)
            as count_now_red
    from changed
    where severity <> 'blue'
    group by grouping sets ((), (unit), (rule))

)

select
    counted.grain,
    counted.unit,
    counted.rule,
    counted.short_name,
    counted.count_new,
    counted.count_new_red,
    counted.count_mended,
    counted.count_mended_red,
    counted.count_worse,
    counted.count_better,
    counted.count_unchanged,
    counted.count_exempt,
    counted.count_now,
    counted.count_now_red,
    (
        select count(*) from changed
        where severity = 'blue' and change not in ('mended', 'exempt')
    ) as due_soon
from counted
order by
    grain,
    count_new + count_worse + count_mended + count_better desc,
    count_now desc,
    unit,
    rule
