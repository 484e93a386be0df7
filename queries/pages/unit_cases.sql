-- title: 单位的案卷评查
-- title_en: A unit's reviewed case files
-- params: as_of DATE, unit
--
-- One row per case file, the last reviewed first. `veto` is NULL where it holds a word
-- that means none.
select
    case_no,
    case_type,
    cause,
    reviewed_on,
    total,
    grade,
    case
        when trim(veto) not in (select word from nothing_word) then veto
    end as veto,
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
