-- title: 各单位法制审核人员与 5% 的比较
-- title_en: Reviewers of each unit against the share required
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per enforcing unit and per other unit that sent its staffing, the lowest
-- share first, units without a share last. `severity` and `unqualified` are what the
-- rules found.
with

names as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

found as (

    select
        unit,
        max(severity) filter (where rule = 'reviewer_ratio') as severity,
        max(gap) filter (where rule = 'reviewer_unqualified') as unqualified
    from shortfall_on($as_of)
    where rule in ('reviewer_ratio', 'reviewer_unqualified')
    group by unit

)

select
    by_unit.unit,
    coalesce(nullif(names.short_name, ''), by_unit.unit) as label,
    by_unit.enforces,
    by_unit.staff,
    by_unit.reviewers,
    by_unit.required,
    case when by_unit.required is not null then by_unit.missing end as missing,
    by_unit.ratio,
    by_unit.qualified,
    by_unit.advisers,
    by_unit.certified,
    by_unit.base_note,
    found.severity,
    found.unqualified,
    by_unit.reported_on,
    by_unit.submission_id,
    by_unit.source_file,
    by_unit.source_sheet,
    by_unit.source_row
from reviewer_ratio_by_unit as by_unit
left join names on by_unit.unit = names.unit
left join found on by_unit.unit = found.unit
order by by_unit.ratio asc nulls last, missing desc nulls last, by_unit.unit asc
