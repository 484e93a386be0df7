-- title: 文件与决策短板
-- title_en: Shortfalls of documents, decisions and lists
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per shortfall of the rules about documents, decisions and lists, red first.
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
where rule in (
    'document_unreviewed', 'document_procedure', 'document_uncleaned',
    'decision_procedure', 'decision_archive', 'list_unpublished'
)
order by case severity when 'red' then 1 when 'amber' then 2 else 3 end, rule, unit, item
