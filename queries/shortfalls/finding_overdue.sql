-- title: 督导问题逾期未整改
-- title_en: Finding of supervision overdue
-- basis: 五(二)
-- severity: red
-- params: as_of DATE
-- threshold: none
-- source: finding.due_on
-- area: 5
-- explain: 过了整改时限仍未销号的督导问题;时限当日不算逾期。
--
-- One row per finding past its deadline and not closed on $as_of (see the view
-- finding_age). The last day itself is in time. No deadline, no judgement.
select
    'finding_overdue' as rule,
    unit,
    item,
    days_late as measured,
    0 as required,
    concat_ws(':', concat('逾期 ', days_late, ' 天未销号'), left(issue, 60)) as gap,
    'red' as severity,
    days_late as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from finding_age
where days_late > 0
qualify row_number() over (
    partition by unit, item
    order by days_late desc, source_row
) = 1
order by days_late desc, unit, item
