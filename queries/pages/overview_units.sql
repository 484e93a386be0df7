-- title: 短板较多的单位
-- title_en: Units ranked by their shortfalls
-- params: as_of DATE, before DATE, unit VARCHAR, size INTEGER
-- shortfalls: as_of, before
--
-- One row per unit with a red or amber shortfall, worst first: by red, then amber, then
-- the longest overdue. What falls to the bureau as a whole has no place among them.
-- `size` rows, or `unit` alone with the place that it takes among all.
with

counted as (

    select
        unit,
        count(*) filter (where severity = 'red') as count_red,
        count(*) filter (where severity = 'amber') as count_amber,
        count(*) filter (where severity = 'blue') as count_blue,
        coalesce(max(since_due) filter (where severity <> 'blue' and since_due > 0), 0)
            as days_overdue
    from shortfall_on($as_of)
    where unit is not null and unit <> '全局'
    group by unit

),

earlier as (

    select
        unit,
        count(*) filter (where severity = 'red') as count_red_before
    from shortfall_on($before)
    where unit is not null
    group by unit

),

ranked as (

    select
        rank() over (
            order by
                counted.count_red desc,
                counted.count_amber desc,
                counted.days_overdue desc
        ) as place,
        counted.unit,
        directory.short_name,
        counted.count_red,
        counted.count_amber,
        counted.count_blue,
        counted.days_overdue,
        counted.count_red - coalesce(earlier.count_red_before, 0) as change_red
    from counted
    left join earlier on counted.unit = earlier.unit
    left join unit as directory on counted.unit = directory.unit
    where counted.count_red + counted.count_amber > 0

)

select *
from ranked
where $unit is null or unit = $unit
order by place, unit
limit $size
