-- title: 单位的位次
-- title_en: Where a unit stands among all
-- params: as_of DATE, unit VARCHAR
-- shortfalls: as_of
--
-- One row for a unit of the directory, none for another: its place by red, then amber, then
-- the longest overdue, as on the list of all units, and when it last sent anything.
with

directory as (

    select distinct unit
    from unit
    where unit is not null

),

counted as (

    select
        unit,
        count(*) filter (where severity = 'red') as count_red,
        count(*) filter (where severity = 'amber') as count_amber,
        max(since_due) filter (where severity <> 'blue' and since_due > 0) as days_overdue
    from shortfall_on($as_of)
    group by unit

),

placed as (

    select
        directory.unit,
        rank() over (
            order by
                coalesce(counted.count_red, 0) desc,
                coalesce(counted.count_amber, 0) desc,
                coalesce(counted.days_overdue, 0) desc
        ) as place,
        count(*) over () as count_units
    from directory
    left join counted on directory.unit = counted.unit

)

select
    placed.place,
    placed.count_units,
    unit_report.last_reported_on,
    unit_report.days_silent
from placed
left join unit_report on placed.unit = unit_report.unit
where placed.unit = $unit
