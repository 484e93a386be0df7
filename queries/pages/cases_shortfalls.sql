-- title: 案卷评查短板
-- title_en: Shortfalls of case-file review
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per shortfall of the rules about case files, red first.
select
    rule,
    unit,
    item,
    gap,
    severity,
    since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from shortfall_on($as_of)
where rule in ('case_failed', 'case_review_missing', 'wrong_case_unaccounted')
order by case severity when 'red' then 1 when 'amber' then 2 else 3 end, rule, unit, item
