-- title: 案卷不合格或等次与得分不符
-- title_en: Case file failed, or its grade contradicted by its score
-- basis: 四(四)3
-- severity: red, amber
-- params: as_of DATE
-- threshold: case_failed, grade_excellent, grade_good, grade_pass
-- source: case_review.total, case_review.grade, case_review.veto
-- area: 4.4
-- explain: 案卷评定不合格、总分低于60分或有一票否决项的为红;等次与总分所在分数段不符,或总分与分项得分不符的为黄。
--
-- One row per reviewed case. Red: graded fail, a total under the pass mark, or a veto
-- (words that mean none are no veto). Amber: a grade whose band does not hold the
-- total, or a total that its three parts contradict. A grade holds from its own band up
-- to the next band above it; a blank band is skipped, and a grade without a band is not
-- judged. The parts are compared only where all three stand there: their sum must be
-- the total within half a point (rounding), or, where they add up to over 100 because
-- each has its own hundred, the total must lie between the least and the greatest of
-- them. A veto contradicts nothing.
with

bands as (

    select
        max(value) filter (where rule = 'case_failed') as failed,
        max(value) filter (where rule = 'grade_excellent') as excellent,
        max(value) filter (where rule = 'grade_good') as good,
        max(value) filter (where rule = 'grade_pass') as pass
    from limits

),

scored as (

    select
        *,
        coalesce(case_no, '(未填案卷号)') as item,
        try_cast(round(total, 2) as decimal(18, 2)) as score,
        coalesce(trim(veto), '') not in (select word from nothing_word) as has_veto,
        legality + reasonableness + documents as sum_parts,
        least(legality, reasonableness, documents) as least_part,
        greatest(legality, reasonableness, documents) as greatest_part
    from case_review
    where coalesce(reviewed_on <= $as_of, true)

),

ranged as (

    select
        scored.*,
        bands.failed,
        case scored.grade
            when 'excellent' then bands.excellent
            when 'good' then bands.good
            when 'pass' then bands.pass
            when 'fail' then 0
        end as lower_bound,
        case scored.grade
            when 'good' then bands.excellent
            when 'pass' then coalesce(bands.good, bands.excellent)
            when 'fail' then coalesce(bands.pass, bands.failed)
        end as upper_bound
    from scored
    cross join bands

),

judged as (

    select
        *,
        coalesce(grade = 'fail', false) as is_graded_fail,
        coalesce(score < failed, false) as is_under,
        not has_veto and lower_bound is not null
        and coalesce(score < lower_bound or score >= upper_bound, false) as is_misgraded,
        not has_veto
        and coalesce(
            abs(round(sum_parts - total, 6)) > 0.5
            and not (
                sum_parts > 100
                and total between least_part - 0.5 and greatest_part + 0.5
            ), false
        ) as is_missummed
    from ranged

)

select
    'case_failed' as rule,
    unit,
    item,
    score as measured,
    case
        when is_under or is_graded_fail or has_veto then failed
        when is_misgraded and score < lower_bound then lower_bound
        when is_misgraded then upper_bound
    end as required,
    concat_ws(
        ',',
        case when has_veto then '一票否决:' || left(trim(veto), 60) end,
        case when is_graded_fail then '评定不合格' end,
        case
            when is_under
                then format('总分 {:g} 低于 {:g} 分', total, cast(failed as double))
        end,
        case
            when is_misgraded
                then format(
                    '等次{}与总分 {:g} 不符',
                    case grade
                        when 'excellent' then '优秀'
                        when 'good' then '良好'
                        when 'pass' then '合格'
                        else '不合格'
                    end,
                    total
                )
        end,
        case
            when is_missummed
                then format('分项合计 {:g} 与总分 {:g} 不符', sum_parts, total)
        end
    ) as gap,
    case when is_under or is_graded_fail or has_veto then 'red' else 'amber' end
        as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    case
        when has_veto then 'case_review.veto'
        when is_under then 'case_review.total'
        when is_graded_fail or is_misgraded then 'case_review.grade'
        else 'case_review.total'
    end as source_column
from judged
where is_under or is_graded_fail or has_veto or is_misgraded or is_missummed
qualify row_number() over (
    partition by unit, item
    order by is_under or is_graded_fail or has_veto desc, source_row
) = 1
order by severity desc, unit, item
