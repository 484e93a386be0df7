-- title: 单位的案卷评查
-- title_en: A unit's reviewed case files
-- params: as_of DATE, unit
--
-- One row per case file, the last reviewed first.
select
    case_no,
    case_type,
    cause,
    reviewed_on,
    total,
    grade,
    veto,
    problem,
    wrong_case,
    accountability,
    submission_id,
    source_file,
    source_sheet,
    source_row
from case_review
where unit = $unit
order by reviewed_on desc nulls last, source_row
