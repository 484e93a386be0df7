-- title: 各单位案卷总分
-- title_en: Total scores of cases, by unit
-- params: as_of DATE, units VARCHAR[]
--
-- One row per unit among `units`, total and grade, with the number of cases that share
-- them. Totals left blank are left out; they are rounded to half a point, which no plot
-- shows finer.
with

units as (

    select
        unit,
        any_value(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

),

scored as (

    select
        unit,
        case_no,
        grade,
        round(total * 2) / 2 as total
    from case_review
    where total is not null and list_contains($units, unit)

)

select
    scored.unit,
    coalesce(nullif(units.short_name, ''), scored.unit) as label,
    scored.total,
    scored.grade,
    count(*) as count_cases,
    any_value(scored.case_no) as case_no
from scored
left join units on scored.unit = units.unit
group by scored.unit, units.short_name, units.unit_no, scored.total, scored.grade
order by units.unit_no nulls last, scored.unit, scored.total
