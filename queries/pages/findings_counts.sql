-- title: 督导问题数量
-- title_en: Findings of supervision, counted
-- params: as_of DATE, unit VARCHAR
--
-- One row per unit, standing and age with the number of findings of the chosen unit (NULL:
-- of all). `standing` is closed, in_time or overdue; `age` groups open ones by the days
-- since they were found, NULL for closed ones.
select
    unit,
    case
        when is_closed then 'closed'
        when days_late > 0 then 'overdue'
        else 'in_time'
    end as standing,
    case
        when is_closed then null
        when days_open is null then 'age_unknown'
        when days_open <= 7 then 'age_7'
        when days_open <= 14 then 'age_14'
        when days_open <= 30 then 'age_30'
        when days_open <= 60 then 'age_60'
        else 'age_more'
    end as age,
    count(*) as count_findings
from finding_age
where $unit is null or unit = $unit
group by all
order by unit, standing, age
