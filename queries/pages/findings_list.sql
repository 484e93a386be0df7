-- title: 督导问题
-- title_en: Findings of supervision
-- params: as_of DATE
--
-- One row per finding: open ones first, the longest overdue first.
select
    unit,
    finding_no,
    found_on,
    issue,
    measure,
    person,
    due_on,
    status,
    closed_on,
    checked_by,
    is_closed,
    days_open,
    days_late,
    submission_id,
    source_file,
    source_sheet,
    source_row
from finding_age
order by is_closed, days_late desc nulls last, days_open desc nulls last, unit, found_on
