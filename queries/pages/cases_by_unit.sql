-- title: 各单位案卷评查情况
-- title_en: Case-file reviews by unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per unit with reviewed cases, and per enforcing unit without. `count_vetoes`
-- leaves out words that mean none. `review_missing` is the severity where the unit has
-- not reviewed any case this year.
with

units as (

    select
        unit,
        any_value(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

),

missing as (

    select
        unit,
        max(severity) as severity
    from shortfall_on($as_of)
    where rule = 'case_review_missing'
    group by unit

),

reviewed as (

    select
        unit,
        count(*) as count_cases,
        count(total) as count_scored,
        avg(total) as mean_total,
        min(total) as least_total,
        max(total) as most_total,
        count(*) filter (where grade = 'excellent') as count_excellent,
        count(*) filter (where grade = 'good') as count_good,
        count(*) filter (where grade = 'pass') as count_pass,
        count(*) filter (where grade = 'fail') as count_fail,
        count(*) filter (where grade is null) as count_ungraded,
        count(*) filter (where trim(veto) not in (select word from nothing_word))
            as count_vetoes,
        count(*) filter (where wrong_case) as count_wrong,
        max(reviewed_on) as last_reviewed_on
    from case_review
    group by unit

)

select
    coalesce(reviewed.unit, missing.unit) as unit,
    coalesce(nullif(units.short_name, ''), reviewed.unit, missing.unit) as label,
    coalesce(reviewed.count_cases, 0) as count_cases,
    coalesce(reviewed.count_scored, 0) as count_scored,
    reviewed.mean_total,
    reviewed.least_total,
    reviewed.most_total,
    coalesce(reviewed.count_excellent, 0) as count_excellent,
    coalesce(reviewed.count_good, 0) as count_good,
    coalesce(reviewed.count_pass, 0) as count_pass,
    coalesce(reviewed.count_fail, 0) as count_fail,
    coalesce(reviewed.count_ungraded, 0) as count_ungraded,
    coalesce(reviewed.count_vetoes, 0) as count_vetoes,
    coalesce(reviewed.count_wrong, 0) as count_wrong,
    reviewed.last_reviewed_on,
    missing.severity as review_missing
from reviewed
full join missing on reviewed.unit = missing.unit
left join units on coalesce(reviewed.unit, missing.unit) = units.unit
order by units.unit_no nulls last, unit
