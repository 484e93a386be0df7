-- title: 案卷总分的分布
-- title_en: How many cases have which total
-- params: as_of DATE, unit VARCHAR
--
-- One row per total, rounded down to a whole point, with the number of cases of the
-- chosen unit (NULL: of all). Totals left blank are left out.
select
    floor(total) as total,
    count(*) as count_cases
from case_review
where total is not null and ($unit is null or unit = $unit)
group by floor(total)
order by floor(total)
