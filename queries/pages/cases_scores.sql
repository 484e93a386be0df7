-- title: 案卷总分的分布
-- title_en: Total scores of cases, by unit
-- params: as_of DATE
--
-- One row per unit, total and grade, with the number of cases that share them. Totals
-- left blank are left out.
with

units as (

    select
        unit,
        any_value(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

)

select
    case_review.unit,
    coalesce(nullif(units.short_name, ''), case_review.unit) as label,
    case_review.total,
    case_review.grade,
    count(*) as count_cases,
    any_value(case_review.case_no) as case_no
from case_review
left join units on case_review.unit = units.unit
where case_review.total is not null
group by
    case_review.unit, units.short_name, units.unit_no, case_review.total,
    case_review.grade
order by units.unit_no nulls last, case_review.unit, case_review.total
