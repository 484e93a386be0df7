-- title: 法制审核人员资格待核实
-- title_en: Reviewers without a legal qualification, to be verified
-- basis: 行政处罚法第五十八条
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: staffing.qualified_reviewers
-- area: 4.4
-- explain: 初次从事行政处罚决定法制审核的人员应当取得法律职业资格;取得资格人数少于审核人数的,请单位逐人核实。
--
-- One row per unit with fewer qualified reviewers than reviewers. The article binds
-- only those who first take up reviews of penalties, so this asks for a check and finds
-- no breach. A blank in either count: no judgement. Offices that the directory calls
-- not enforcing are left out.
select
    'reviewer_unqualified' as rule,
    unit,
    '法律职业资格' as item,
    qualified as measured,
    reviewers as required,
    concat(
        '法制审核人员 ', reviewers, ' 人,取得法律职业资格 ', qualified, ' 人,待核实 ',
        reviewers - qualified, ' 人'
    ) as gap,
    'amber' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from reviewer_ratio_by_unit
where enforces is distinct from false and qualified < reviewers
order by reviewers - qualified desc, unit
