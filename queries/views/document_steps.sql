-- title: 规范性文件程序
-- title_en: The procedure of normative documents, step by step
-- params: as_of DATE
--
-- One row per document and step; `state` is yes, no or blank.
with

steps as (

    select
        normative_document.*,
        unnest([
            {'no': 1, 'id': 'assessed', 'label': '评估论证', 'done': assessed},
            {'no': 2, 'id': 'consulted', 'label': '公开征求意见', 'done': consulted},
            {'no': 3, 'id': 'legality_reviewed', 'label': '合法性审核',
             'done': legality_reviewed},
            {'no': 4, 'id': 'deliberated', 'label': '集体审议', 'done': deliberated},
            {'no': 5, 'id': 'published', 'label': '向社会公布', 'done': published},
            {'no': 6, 'id': 'filed', 'label': '备案', 'done': filed},
            {'no': 7, 'id': 'cleaned', 'label': '清理',
             'done': case when validity is not null then true else cleaned end}
        ]) as step
    from normative_document

)

select
    unit,
    title,
    doc_no,
    issued_on,
    validity,
    step.no as step_no,
    step.id as step,
    step.label as label,
    case step.done when true then 'yes' when false then 'no' else 'blank' end as state,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from steps
