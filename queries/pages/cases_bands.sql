-- title: 案卷评查等次分数线
-- title_en: The bands of the grades
-- params: as_of DATE
--
-- One row per band that is in force, the lowest first.
select
    rule,
    name,
    cast(value as double) as value
from limits
where starts_with(rule, 'grade_') and value is not null
order by value
