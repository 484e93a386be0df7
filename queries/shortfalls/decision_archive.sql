-- title: 重大行政决策目录、归档或后评估缺失
-- title_en: Major decision not in the catalogue, not archived or not evaluated afterwards
-- basis: 四(三)1, 3,重大行政决策程序暂行条例第三十三、三十六条
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: major_decision.in_catalogue, major_decision.recorded, major_decision.post_evaluated
-- area: 4.3
-- explain: 重大行政决策应列入年度目录、全过程记录并归档,并按要求开展决策后评估;后评估可注明不适用。
--
-- One row per decision that is not in the yearly catalogue, not recorded and archived,
-- or not evaluated afterwards. A blank counts as lacking; not applicable excuses only
-- the evaluation. A decision dated after $as_of is not judged. measured: points in
-- order of the three. The cell is that of the first of the worst.
with

steps as (

    select
        *,
        coalesce(title, '(未填决策事项)') as item,
        coalesce(in_catalogue = 'yes', false) as is_listed,
        coalesce(recorded = 'yes', false) as is_recorded,
        coalesce(post_evaluated in ('yes', 'na'), false) as is_evaluated
    from major_decision
    where coalesce(decided_on <= $as_of, true)

),

judged as (

    select
        *,
        cast(is_listed as integer) + cast(is_recorded as integer)
        + cast(is_evaluated as integer) as count_done,
        concat_ws(
            '、',
            case when not is_listed and in_catalogue is not null then '列入年度目录' end,
            case when not is_recorded and recorded is not null then '全过程记录归档' end,
            case when not is_evaluated and post_evaluated is not null then '决策后评估' end
        ) as omitted,
        concat_ws(
            '、',
            case when in_catalogue is null then '列入年度目录' end,
            case when recorded is null then '全过程记录归档' end,
            case when post_evaluated is null then '决策后评估' end
        ) as blank
    from steps
    where not (is_listed and is_recorded and is_evaluated)

)

select
    'decision_archive' as rule,
    unit,
    item,
    count_done as measured,
    3 as required,
    concat_ws(',', '未落实:' || nullif(omitted, ''), '未填报:' || nullif(blank, '')) as gap,
    'amber' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    case
        when not is_listed then 'major_decision.in_catalogue'
        when not is_recorded then 'major_decision.recorded'
        else 'major_decision.post_evaluated'
    end as source_column
from judged
qualify row_number() over (
    partition by unit, item
    order by count_done, source_row
) = 1
order by unit, item
