-- title: 督导问题
-- title_en: Findings of supervision
-- params: as_of DATE, unit VARCHAR, closed BOOLEAN, first INTEGER, size INTEGER
--
-- One row per finding of the chosen unit (NULL: of all), those that are closed or those
-- that are open, the longest overdue first, then the longest open; `count_all` says how
-- many there are before paging.
with

wanted as (

    select *
    from finding_age
    where is_closed = $closed and ($unit is null or unit = $unit)

),

counted as (

    select count(*) as count_all
    from wanted

),

one_page as (

    select *
    from wanted
    order by
        days_late desc nulls last,
        days_open desc nulls last,
        unit,
        found_on,
        submission_id,
        source_sheet,
        source_row
    limit $size offset $first

)

select
    one_page.unit,
    one_page.finding_no,
    one_page.found_on,
    one_page.issue,
    one_page.measure,
    one_page.person,
    one_page.due_on,
    one_page.status,
    one_page.closed_on,
    one_page.checked_by,
    one_page.is_closed,
    one_page.days_open,
    one_page.days_late,
    one_page.submission_id,
    one_page.source_file,
    one_page.source_sheet,
    one_page.source_row,
    counted.count_all
from one_page
cross join counted
order by
    one_page.days_late desc nulls last,
    one_page.days_open desc nulls last,
    one_page.unit,
    one_page.found_on,
    one_page.submission_id,
    one_page.source_sheet,
    one_page.source_row
