-- title: 各单位三项制度落实情况
-- title_en: The three enforcement systems by unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per row of 行政执法三项制度情况, and one without figures per enforcing unit that
-- sent none; units in the order of the directory. `severity` is what the rule found,
-- `review_severity` what it found about the review of major decisions.
with

units as (

    select
        unit,
        any_value(short_name) as short_name,
        coalesce(bool_or(enforces), false) as enforces,
        min(source_row) as unit_no
    from unit
    group by unit

),

found as (

    select
        unit,
        max(severity) as severity,
        max(severity) filter (where item = '重大执法决定法制审核制度') as review_severity,
        string_agg(concat(item, ':', gap), ';' order by item) as gap
    from shortfall_on($as_of)
    where rule = 'enforcement_systems'
    group by unit

)

select
    coalesce(enforcement.unit, units.unit) as unit,
    coalesce(nullif(units.short_name, ''), enforcement.unit, units.unit) as label,
    enforcement.publicity,
    enforcement.recording,
    enforcement.major_decisions,
    enforcement.major_reviewed,
    enforcement.major_reviewed / nullif(enforcement.major_decisions, 0) as share_reviewed,
    enforcement.referred_cases,
    found.severity,
    found.review_severity,
    found.gap,
    enforcement.reported_on,
    enforcement.submission_id,
    enforcement.source_file,
    enforcement.source_sheet,
    enforcement.source_row
from units
full join enforcement on units.unit = enforcement.unit
left join found on coalesce(enforcement.unit, units.unit) = found.unit
where enforcement.submission_id is not null or units.enforces
order by units.unit_no nulls last, unit, enforcement.source_row
