-- title: 会议:与上次会议相比
-- title_en: Meeting: what changed since the last one
-- params: as_of DATE, before DATE, size INTEGER
-- shortfalls: as_of, before
--
-- One row per shortfall that changed, the most important first: new red, what got worse,
-- mended red, new amber, mended amber, better; at most `size`. Reminders are left out.
select
    change,
    rule,
    unit,
    item,
    severity,
    gap
from shortfall_change($before, $as_of)
where change in ('new', 'worse', 'mended', 'better') and severity <> 'blue'
order by
    case
        when change = 'new' and severity = 'red' then 1
        when change = 'worse' then 2
        when change = 'mended' and severity = 'red' then 3
        when change = 'new' then 4
        when change = 'mended' then 5
        else 6
    end,
    since_due desc nulls last,
    unit,
    rule,
    item
limit $size
