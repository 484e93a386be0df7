-- title: 规范性文件合法性审核率
-- title_en: Share of documents reviewed for legality
-- params: as_of DATE
--
-- One row per unit with documents issued by $as_of, the lowest share first. A document
-- without a date of issue counts as issued, as the rule has it; a blank is no review.
with

units as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

rates as (

    select
        unit,
        count(*) as count_issued,
        count(*) filter (where legality_reviewed) as count_reviewed,
        count(*) filter (where not legality_reviewed) as count_unreviewed,
        count(*) filter (where legality_reviewed is null) as count_blank
    from normative_document
    where coalesce(issued_on <= $as_of, true)
    group by unit

)

select
    rates.unit,
    coalesce(nullif(units.short_name, ''), rates.unit) as label,
    rates.count_issued,
    rates.count_reviewed,
    rates.count_unreviewed,
    rates.count_blank,
    cast(rates.count_reviewed as double) / rates.count_issued as share
from rates
left join units on rates.unit = units.unit
order by share, rates.count_issued desc, rates.unit
