-- title: 重大行政决策程序
-- title_en: The procedure of major decisions, step by step
-- params: as_of DATE
--
-- One row per decision and step; `state` is yes, no, na or blank.
with

steps as (

    select
        major_decision.*,
        unnest([
            {'no': 1, 'id': 'in_catalogue', 'label': '列入年度目录', 'state': in_catalogue},
            {'no': 2, 'id': 'participation', 'label': '公众参与', 'state': participation},
            {'no': 3, 'id': 'expert_review', 'label': '专家论证', 'state': expert_review},
            {'no': 4, 'id': 'risk_assessment', 'label': '风险评估',
             'state': risk_assessment},
            {'no': 5, 'id': 'legality_reviewed', 'label': '合法性审查',
             'state': legality_reviewed},
            {'no': 6, 'id': 'collective_discussion', 'label': '集体讨论决定',
             'state': collective_discussion},
            {'no': 7, 'id': 'recorded', 'label': '全过程记录归档', 'state': recorded},
            {'no': 8, 'id': 'post_evaluated', 'label': '决策后评估',
             'state': post_evaluated}
        ]) as step
    from major_decision

)

select
    unit,
    title,
    decided_on,
    step.no as step_no,
    step.id as step,
    step.label as label,
    coalesce(step.state, 'blank') as state,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from steps
