-- title: 法制审核人员不足
-- title_en: Too few reviewers of legality
-- basis: 四(四)1
-- severity: red
-- params: as_of DATE
-- threshold: reviewer_ratio
-- source: staffing.legal_reviewers
-- area: 4.4
-- explain: 负责法制审核的人员不少于本单位执法人员总数的5%,按人数向上取整,逐个单位判断,不以全局合计代替。
--
-- One row per enforcing unit with fewer reviewers than the share of its staff rounded
-- up to whole people. No staff, nothing required. A blank count is no count: no
-- judgement here, the cell is named where the sheet came in, and a sheet never sent
-- belongs to report_stale.
select
    'reviewer_ratio' as rule,
    unit,
    '法制审核人员' as item,
    reviewers as measured,
    required,
    concat('需 ', required, ' 人,现 ', reviewers, ' 人,缺 ', missing, ' 人') as gap,
    'red' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from reviewer_ratio_by_unit
where enforces and reviewers < required
order by missing desc, unit
