-- title: 双随机抽查完成情况
-- title_en: Random inspections planned and completed, by unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per unit that sent 双随机抽查情况, the least completed first. `share_of_year` is
-- the share of the year's days gone by, $as_of included. A blank among several rows of a
-- unit leaves the sum open. `severity` is what the rule found about all inspections,
-- `joint_severity` about the joint ones.
with

units as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

found as (

    select
        unit,
        max(severity) filter (where item = '双随机抽查') as severity,
        max(gap) filter (where item = '双随机抽查') as gap,
        max(severity) filter (where item = '跨部门联合抽查') as joint_severity
    from shortfall_on($as_of)
    where rule = 'inspection_behind'
    group by unit

),

counts as (

    select
        unit,
        case when bool_and(planned is not null) then sum(planned) end as planned,
        case when bool_and(completed is not null) then sum(completed) end as completed,
        case when bool_and(joint_planned is not null) then sum(joint_planned) end
            as joint_planned,
        case when bool_and(joint_completed is not null) then sum(joint_completed) end
            as joint_completed,
        case when bool_and(results_published is not null) then sum(results_published) end
            as results_published,
        max(reported_on) as reported_on,
        arg_min(
            {
                'submission_id': submission_id,
                'source_file': source_file,
                'source_sheet': source_sheet,
                'source_row': source_row
            }, source_row
        ) as source
    from random_inspection
    group by unit

)

select
    counts.unit,
    coalesce(nullif(units.short_name, ''), counts.unit) as label,
    cast(counts.planned as bigint) as planned,
    cast(counts.completed as bigint) as completed,
    cast(counts.completed as double) / nullif(cast(counts.planned as double), 0) as share,
    cast(counts.joint_planned as bigint) as joint_planned,
    cast(counts.joint_completed as bigint) as joint_completed,
    cast(counts.joint_completed as double)
    / nullif(cast(counts.joint_planned as double), 0) as joint_share,
    cast(counts.results_published as bigint) as results_published,
    cast(dayofyear($as_of) as double) / dayofyear(make_date(year($as_of), 12, 31))
        as share_of_year,
    found.severity,
    found.gap,
    found.joint_severity,
    counts.reported_on,
    counts.source.submission_id as submission_id,
    counts.source.source_file as source_file,
    counts.source.source_sheet as source_sheet,
    counts.source.source_row as source_row
from counts
left join units on counts.unit = units.unit
left join found on counts.unit = found.unit
order by share asc nulls last, counts.unit asc
