-- title: 会议:各单位短板
-- title_en: Meeting: shortfalls by unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per unit with a red or amber shortfall, ranked by red, then amber, then days overdue.
select
    unit,
    count(*) filter (where severity = 'red') as red,
    count(*) filter (where severity = 'amber') as amber,
    coalesce(max(since_due), 0) as days
from shortfall_on($as_of)
where severity <> 'blue'
group by unit
order by red desc, amber desc, days desc, unit
