-- title: 创建步骤的工作内容
-- title_en: What work each phase stands for
-- params: as_of DATE
--
-- One row per phase of the plan. `part` says which work it is, by the words of its
-- name, so that next year's plan may number its phases otherwise; NULL where no word
-- tells.
select
    phase_id,
    coalesce(name, '阶段 ' || phase_id, '未命名阶段') as name,
    case
        when regexp_matches(name, '印证|佐证') then 'evidence'
        when regexp_matches(name, '自评') then 'self_assessment'
        when regexp_matches(name, '督导') then 'supervision'
        when regexp_matches(name, '动员|部署') then 'kick_off'
        when regexp_matches(name, '氛围|宣传') then 'publicity'
    end as part,
    starts_on,
    ends_on,
    deliverables,
    basis,
    submission_id,
    source_file,
    source_sheet,
    source_row
from phase
