-- title: 抽查事项计划
-- title_en: Items of the inspection plan by their time
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
-- shortfalls: as_of
--
-- One row per item of the chosen unit (NULL: of all), the earliest due first, items
-- without a time last. `days_left` is negative past the time. `count_all` counts before
-- paging, `count_passed` those past their time.
with

found as (

    select
        submission_id,
        source_sheet,
        source_row,
        max(severity) as severity,
        max(gap) as gap
    from shortfall_on($as_of)
    where rule = 'inspection_behind'
    group by submission_id, source_sheet, source_row

)

select
    listed.unit,
    listed.item,
    listed.target,
    listed.base,
    listed.ratio_min,
    listed.ratio_max,
    listed.frequency,
    listed.due_on,
    date_diff('day', $as_of, listed.due_on) as days_left,
    listed.joint,
    listed.method,
    found.severity,
    found.gap,
    listed.reported_on,
    listed.submission_id,
    listed.source_file,
    listed.source_sheet,
    listed.source_row,
    count(*) over () as count_all
from inspection_item as listed
left join found
    on
        listed.submission_id = found.submission_id
        and listed.source_sheet = found.source_sheet
        and listed.source_row = found.source_row
where $unit is null or listed.unit = $unit
order by listed.due_on asc nulls last, listed.unit asc, listed.source_row asc
limit $size offset $first
