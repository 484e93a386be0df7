-- title: 各规则现有短板
-- title_en: Shortfalls of each rule by severity
-- params: as_of DATE, unit
-- shortfalls: as_of
--
-- One row per rule and severity that has any; `unit` NULL counts all units.
select
    rule,
    severity,
    count(*) as count_found,
    count(distinct unit) as count_units
from shortfall_on($as_of)
where $unit is null or unit = $unit
group by rule, severity
order by rule, severity
