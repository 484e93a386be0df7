-- title: 规范性文件程序不全
-- title_en: Normative document with steps of its procedure missing
-- basis: 四(二)1, 3
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: normative_document.assessed, normative_document.consulted, normative_document.deliberated, normative_document.published, normative_document.filed
-- area: 4.2
-- explain: 规范性文件应经评估论证、公开征求意见、集体审议、向社会公布并备案,缺哪一步就列出哪一步。
--
-- One row per document that lacks assessment, consultation, deliberation, publication
-- or filing; the gap tells steps not taken from cells left blank, and both count as
-- lacking. Legality review has a rule of its own. A document issued after $as_of may
-- still take its steps and is not judged. measured: steps taken of the five. The cell
-- is that of the first one lacking.
with

checked as (

    select
        *,
        coalesce(title, doc_no, '(未填文件名称)') as item,
        concat_ws(
            '、',
            case when not assessed then '评估论证' end,
            case when not consulted then '公开征求意见' end,
            case when not deliberated then '集体审议' end,
            case when not published then '向社会公布' end,
            case when not filed then '备案' end
        ) as omitted,
        concat_ws(
            '、',
            case when assessed is null then '评估论证' end,
            case when consulted is null then '公开征求意见' end,
            case when deliberated is null then '集体审议' end,
            case when published is null then '向社会公布' end,
            case when filed is null then '备案' end
        ) as blank,
        coalesce(cast(assessed as integer), 0)
        + coalesce(cast(consulted as integer), 0)
        + coalesce(cast(deliberated as integer), 0)
        + coalesce(cast(published as integer), 0)
        + coalesce(cast(filed as integer), 0) as count_done
    from normative_document
    where
        coalesce(issued_on <= $as_of, true)
        and not coalesce(
            assessed and consulted and deliberated and published and filed, false
        )

)

select
    'document_procedure' as rule,
    unit,
    item,
    count_done as measured,
    5 as required,
    concat_ws(',', '未履行:' || nullif(omitted, ''), '未填报:' || nullif(blank, '')) as gap,
    'amber' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    case
        when not coalesce(assessed, false) then 'normative_document.assessed'
        when not coalesce(consulted, false) then 'normative_document.consulted'
        when not coalesce(deliberated, false) then 'normative_document.deliberated'
        when not coalesce(published, false) then 'normative_document.published'
        else 'normative_document.filed'
    end as source_column
from checked
qualify row_number() over (
    partition by unit, item
    order by count_done, source_row
) = 1
order by unit, item
