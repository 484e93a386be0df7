-- title: 规范性文件未清理
-- title_en: Normative document neither cleaned up nor confirmed in force
-- basis: 四(二)3
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: normative_document.cleaned
-- area: 4.2
-- explain: 规范性文件实行动态清理,既未清理又未明确效力(有效、修订、废止、失效)的文件逐件列出。
--
-- One row per document that is not marked as cleaned and has no validity either: a
-- validity comes of a clean-up. A document issued after $as_of is not judged.
with

unclean as (

    select
        *,
        coalesce(title, doc_no, '(未填文件名称)') as item
    from normative_document
    where
        cleaned is distinct from true
        and validity is null
        and coalesce(issued_on <= $as_of, true)

)

select
    'document_uncleaned' as rule,
    unit,
    item,
    0 as measured,
    1 as required,
    case when cleaned is null then '未填报清理情况和效力' else '未清理,效力未明确' end as gap,
    'amber' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from unclean
qualify row_number() over (
    partition by unit, item
    order by reported_on desc, source_row
) = 1
order by unit, item
