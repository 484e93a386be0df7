-- title: 错案与责任追究
-- title_en: Wrong cases and who was held to account
-- params: as_of DATE, unit VARCHAR
--
-- One row per case marked as wrong, those without accountability first. `is_accounted`
-- is false where the cell is blank or says none.
select
    unit,
    case_no,
    case_type,
    cause,
    reviewed_on,
    total,
    problem,
    accountability,
    coalesce(trim(accountability), '') not in (select word from nothing_word)
        as is_accounted,
    submission_id,
    source_file,
    source_sheet,
    source_row
from case_review
where wrong_case and ($unit is null or unit = $unit)
order by is_accounted, unit, case_no
