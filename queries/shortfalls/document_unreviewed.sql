-- title: 规范性文件未经合法性审核
-- title_en: Normative document issued without legality review
-- basis: 四(二)2
-- severity: red
-- params: as_of DATE
-- threshold: document_unreviewed
-- source: normative_document.legality_reviewed
-- area: 4.2
-- explain: 行政规范性文件合法性审核率须达100%,印发而未见合法性审核的文件逐件列出。
--
-- One row per issued document of a unit whose share of reviewed documents is below the
-- threshold (100 %), for each that was not reviewed. A blank cell shows no review: it
-- counts, and the gap says that it was blank. A document without a date of issue counts
-- as issued, one issued after $as_of is not issued yet. Repeal mends nothing: it was
-- issued unreviewed.
with

issued as (

    select
        *,
        coalesce(title, doc_no, '(未填文件名称)') as item
    from normative_document
    where coalesce(issued_on <= $as_of, true)

),

rates as (

    select
        unit,
        count(*) as count_issued,
        count(*) filter (where legality_reviewed) as count_reviewed
    from issued
    group by unit

),

short as (

    select rates.*
    from rates
    cross join limits
    where
        limits.rule = 'document_unreviewed'
        and rates.count_reviewed < limits.value * rates.count_issued

)

select
    'document_unreviewed' as rule,
    issued.unit,
    issued.item,
    0 as measured,
    1 as required,
    concat(
        case
            when issued.legality_reviewed is null then '未填报合法性审核'
            else '未经合法性审核'
        end,
        ',本单位已审核 ', short.count_reviewed, '/', short.count_issued, ' 件'
    ) as gap,
    'red' as severity,
    null as since_due,
    issued.submission_id,
    issued.source_file,
    issued.source_sheet,
    issued.source_row
from issued
inner join short on issued.unit is not distinct from short.unit
where issued.legality_reviewed is distinct from true
qualify row_number() over (
    partition by issued.unit, issued.item
    order by issued.reported_on desc, issued.source_row
) = 1
order by issued.unit, issued.item
