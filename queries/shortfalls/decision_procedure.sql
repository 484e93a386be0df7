-- title: 重大行政决策程序不全
-- title_en: Major decision with steps of its procedure missing
-- basis: 四(三)2,重大行政决策程序暂行条例第十四、十九、二十二、二十五、三十、四十二条
-- severity: red, amber
-- params: as_of DATE
-- threshold: none
-- source: major_decision.legality_reviewed, major_decision.collective_discussion, major_decision.participation, major_decision.expert_review, major_decision.risk_assessment
-- area: 4.3
-- explain: 合法性审查和集体讨论决定是每项决策的必经程序,不得以不适用代替;公众参与、专家论证、风险评估依情形需要。
--
-- One row per decision. Red: legality review or collective discussion other than yes
-- (not taken, blank, or called not applicable, which is no excuse), or one of public
-- participation, expert review and risk assessment not taken. Amber: one of these three
-- left blank; not applicable is in order, since they are required only in certain
-- cases. A decision dated after $as_of may still take its steps. measured: steps in
-- order of the five. The cell is that of the first of the worst.
with

steps as (

    select
        *,
        coalesce(title, '(未填决策事项)') as item,
        coalesce(legality_reviewed = 'yes', false) as has_review,
        coalesce(collective_discussion = 'yes', false) as has_discussion,
        concat_ws(
            '、',
            case when legality_reviewed = 'no' then '合法性审查' end,
            case when collective_discussion = 'no' then '集体讨论决定' end,
            case when participation = 'no' then '公众参与' end,
            case when expert_review = 'no' then '专家论证' end,
            case when risk_assessment = 'no' then '风险评估' end
        ) as omitted,
        concat_ws(
            '、',
            case when legality_reviewed is null then '合法性审查' end,
            case when collective_discussion is null then '集体讨论决定' end,
            case when participation is null then '公众参与' end,
            case when expert_review is null then '专家论证' end,
            case when risk_assessment is null then '风险评估' end
        ) as blank,
        concat_ws(
            '、',
            case when legality_reviewed = 'na' then '合法性审查' end,
            case when collective_discussion = 'na' then '集体讨论决定' end
        ) as waived
    from major_decision
    where coalesce(decided_on <= $as_of, true)

),

judged as (

    select
        *,
        cast(has_review as integer) + cast(has_discussion as integer)
        + coalesce(cast(participation <> 'no' as integer), 0)
        + coalesce(cast(expert_review <> 'no' as integer), 0)
        + coalesce(cast(risk_assessment <> 'no' as integer), 0) as count_done,
        case
            when has_review and has_discussion and omitted = '' then 'amber'
            else 'red'
        end as severity
    from steps
    where omitted <> '' or blank <> '' or waived <> ''

)

select
    'decision_procedure' as rule,
    unit,
    item,
    count_done as measured,
    5 as required,
    concat_ws(
        ',',
        '未履行:' || nullif(omitted, ''),
        '未填报:' || nullif(blank, ''),
        '不得填不适用:' || nullif(waived, '')
    ) as gap,
    severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    case
        when not has_review then 'major_decision.legality_reviewed'
        when not has_discussion then 'major_decision.collective_discussion'
        when participation = 'no' then 'major_decision.participation'
        when expert_review = 'no' then 'major_decision.expert_review'
        when risk_assessment = 'no' then 'major_decision.risk_assessment'
        when participation is null then 'major_decision.participation'
        when expert_review is null then 'major_decision.expert_review'
        else 'major_decision.risk_assessment'
    end as source_column
from judged
qualify row_number() over (
    partition by unit, item
    order by severity desc, count_done, source_row
) = 1
order by severity desc, unit, item
