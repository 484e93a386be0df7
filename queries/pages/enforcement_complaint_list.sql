-- title: 未办结的投诉举报
-- title_en: Complaints that are still open
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
--
-- One row per complaint of the chosen unit (NULL: of all) not closed by $as_of, the
-- longest overdue first. `days_left` is negative past the deadline. `count_all` counts
-- before paging.
select
    unit,
    subject,
    received_on,
    due_on,
    date_diff('day', $as_of, due_on) as days_left,
    date_diff('day', received_on, $as_of) as days_open,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    count(*) over () as count_all
from complaint
where coalesce(closed_on > $as_of, true) and ($unit is null or unit = $unit)
order by due_on asc nulls last, received_on asc, unit asc, source_row asc
limit $size offset $first
