-- title: 投诉举报逾期未办结
-- title_en: Complaint overdue
-- basis: 四(一)2
-- severity: red
-- params: as_of DATE
-- threshold: none
-- source: complaint.due_on
-- area: 4.1
-- explain: 过了办理期限仍未办结的投诉举报;期限当日办结不算逾期。
--
-- One row per complaint past its deadline and still open on $as_of.
-- The last day itself is in time. No deadline, no judgement.
with

overdue as (

    select
        *,
        coalesce(nullif(concat_ws(' ', received_on, subject), ''), '(未填事项)') as item,
        date_diff('day', due_on, $as_of) as days_late
    from complaint
    where
        due_on < $as_of
        and (closed_on is null or closed_on > $as_of)

)

select
    'complaint_overdue' as rule,
    unit,
    item,
    days_late as measured,
    0 as required,
    concat('逾期 ', days_late, ' 天') as gap,
    'red' as severity,
    days_late as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from overdue
qualify row_number() over (
    partition by unit, item
    order by days_late desc, source_row
) = 1
order by days_late desc, unit, item
