-- title: 单位的督导问题
-- title_en: What supervision found at a unit
-- params: as_of DATE, unit
--
-- One row per finding, those open first, the longest overdue first among them.
select
    item,
    found_on,
    issue,
    measure,
    due_on,
    closed_on,
    is_closed,
    days_open,
    days_late,
    submission_id,
    source_file,
    source_sheet,
    source_row
from finding_age
where unit = $unit
order by is_closed, days_late desc nulls last, due_on, source_row
