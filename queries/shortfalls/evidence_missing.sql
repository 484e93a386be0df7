-- title: 任务缺印证资料
-- title_en: Task without evidence
-- basis: 五(三)
-- severity: amber, red
-- params: as_of DATE
-- threshold: none
-- source: task_progress.title
-- area: 5
-- explain: 收集印证资料开始后,单位承担的任务既没有材料,也没有注明实地核查时提供,也没有情况说明;收集结束(8月10日)后为红。
--
-- One row per unit and task of its ledger with no material that counts (see the view
-- task_evidence), from the first day of the phase that collects evidence. Amber through
-- its last day, red after it; amber as long as the plan gives no end.
select
    'evidence_missing' as rule,
    unit_task_evidence.unit,
    unit_task_evidence.item,
    0 as measured,
    1 as required,
    case
        when unit_task_evidence.count_materials = 0
            then '无材料、无实地核查标注、无情况说明'
        else
            concat(
                '列出 ', unit_task_evidence.count_materials, ' 份,',
                case unit_task_evidence.count_missing
                    when unit_task_evidence.count_materials then '均未提供'
                    when 0 then '均未注明提供方式'
                    else
                        concat(
                            '未提供 ', unit_task_evidence.count_missing,
                            ' 份,其余未注明提供方式'
                        )
                end
            )
    end as gap,
    case when season.evidence_ends_on < $as_of then 'red' else 'amber' end as severity,
    case
        when season.evidence_ends_on < $as_of
            then date_diff('day', season.evidence_ends_on, $as_of)
    end as since_due,
    unit_task_evidence.submission_id,
    unit_task_evidence.source_file,
    unit_task_evidence.source_sheet,
    unit_task_evidence.source_row
from unit_task_evidence
cross join season
where season.evidence_starts_on <= $as_of and not unit_task_evidence.is_evidenced
qualify row_number() over (
    partition by unit_task_evidence.unit, unit_task_evidence.item
    order by unit_task_evidence.source_row
) = 1
order by unit_task_evidence.unit, unit_task_evidence.item
