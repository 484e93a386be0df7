-- title: 督导问题的整改与账龄
-- title_en: Findings of supervision, open or closed, and how old
-- params: as_of DATE
--
-- One row per finding. It is closed where its status says so and its closing day, if
-- given, has come; where no status was filled in a closing day that has come suffices.
-- The deadline itself is in time. `item` is its number, else the day and the issue:
-- what identifies it.
with

judged as (

    select
        *,
        coalesce(status = 'closed', closed_on is not null)
        and coalesce(closed_on <= $as_of, true) as is_closed
    from finding

)

select
    unit,
    coalesce(
        nullif(finding_no, ''),
        nullif(concat_ws(' ', found_on, issue), ''),
        '(未填存在问题)'
    ) as item,
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
    case when not is_closed then date_diff('day', found_on, $as_of) end as days_open,
    case when not is_closed and due_on < $as_of then date_diff('day', due_on, $as_of) end
        as days_late,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from judged
