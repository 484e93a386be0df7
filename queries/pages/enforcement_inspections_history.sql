-- title: 双随机抽查完成率的变化
-- title_en: Random inspections completed over time
-- params: as_of DATE, units VARCHAR[]
--
-- One row per unit among `units` and reporting date up to $as_of, from the sheet of that
-- date that counts: the one that arrived last. A blank figure leaves the share open.
with

sheets as (

    select
        unit,
        reported_on,
        submission_id
    from dated_sheet
    where kind = 'random_inspection' and list_contains($units, unit)

),

names as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

counted as (

    select
        sheets.unit,
        sheets.reported_on,
        case when bool_and(told.planned is not null) then sum(told.planned) end
            as planned,
        case when bool_and(told.completed is not null) then sum(told.completed) end
            as completed
    from sheets
    inner join store.raw.random_inspection_rows as told
        on sheets.submission_id = told.submission_id and sheets.unit = told.unit
    group by sheets.unit, sheets.reported_on

)

select
    counted.unit,
    coalesce(nullif(names.short_name, ''), counted.unit) as label,
    counted.reported_on,
    cast(counted.planned as bigint) as planned,
    cast(counted.completed as bigint) as completed,
    cast(counted.completed as double) / nullif(cast(counted.planned as double), 0)
        as share
from counted
left join names on counted.unit = names.unit
order by list_position($units, counted.unit), counted.reported_on
