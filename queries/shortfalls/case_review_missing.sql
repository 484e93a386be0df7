-- title: 本年度未组织案卷评查
-- title_en: No case-file review this year
-- basis: 四(四)3
-- severity: amber, red
-- params: as_of DATE
-- threshold: case_review_missing
-- area: 4.4
-- explain: 行政执法单位每年至少组织1次行政执法案卷评查;10月31日前提醒(黄),11月1日起仍没有的为红。
--
-- One row per enforcing unit with fewer reviews in the calendar year of $as_of than the
-- threshold (one). A day on which cases were reviewed is a review. A case counts in the
-- year of its review, or of its sheet where the day of review is blank; a review dated
-- after $as_of has not taken place. Amber through 31 October, red from 1 November. No
-- cell shows what is missing, so there is no source.
with

reviewed as (

    select
        unit,
        count(distinct coalesce(reviewed_on, reported_on)) as count_reviews,
        count(*) as count_cases
    from case_review
    where
        year(coalesce(reviewed_on, reported_on)) = year($as_of)
        and coalesce(reviewed_on, reported_on) <= $as_of
    group by unit

),

enforcing as (

    select distinct unit
    from unit
    where enforces and unit is not null

)

select
    'case_review_missing' as rule,
    enforcing.unit,
    concat(year($as_of), '年度案卷评查') as item,
    coalesce(reviewed.count_reviews, 0) as measured,
    limits.value as required,
    concat(
        '本年度已评查 ', coalesce(reviewed.count_reviews, 0), ' 次',
        '(' || reviewed.count_cases || ' 件)',
        format(',应至少评查 {:g} 次', cast(limits.value as double))
    ) as gap,
    case when month($as_of) > 10 then 'red' else 'amber' end as severity,
    null as since_due,
    null as submission_id,
    null as source_file,
    null as source_sheet,
    null as source_row
from enforcing
cross join limits
left join reviewed on enforcing.unit = reviewed.unit
where
    limits.rule = 'case_review_missing'
    and coalesce(reviewed.count_reviews, 0) < limits.value
order by enforcing.unit
