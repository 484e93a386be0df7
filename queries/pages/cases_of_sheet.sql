-- title: 一张评查表的分项得分
-- title_en: The parts' scores of every case of one sheet
-- params: as_of DATE, submission BIGINT, sheet VARCHAR
--
-- One row per case that stands and came in that sheet of that submission.
select
    unit,
    case_no,
    legality,
    reasonableness,
    documents,
    total
from case_review
where submission_id = $submission and source_sheet = $sheet
order by source_row
