-- title: 会议:督导整改
-- title_en: Meeting: findings
-- params: as_of DATE
--
-- One row per open finding, the longest overdue first.
select
    unit,
    issue,
    due_on,
    days_late
from finding_age
where not is_closed
order by days_late desc nulls last, due_on nulls last, unit, issue
