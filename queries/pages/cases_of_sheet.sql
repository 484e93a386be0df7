-- title: 一张评查表的分项得分
-- title_en: The parts' scores of every case of one sheet
-- params: as_of DATE, submission BIGINT, sheet VARCHAR, unit VARCHAR
--
-- One row per case of the chosen unit (NULL: of all) that stands and came in that sheet
-- of that submission.
select
    unit,
    case_no,
    legality,
    reasonableness,
    documents,
    total
from case_review
where
    submission_id = $submission
    and source_sheet = $sheet
    and ($unit is null or unit = $unit)
order by source_row
