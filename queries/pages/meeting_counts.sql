-- title: 会议:短板数量
-- title_en: Meeting: shortfalls by severity, against a week before
-- params: as_of DATE, before DATE
-- shortfalls: as_of, before
--
-- One row: how many shortfalls of each severity on the day, and on the day before it chosen.
with

then_and_now as (

    select
        true as is_now,
        severity
    from shortfall_on($as_of)
    union all
    select
        false as is_now,
        severity
    from shortfall_on($before)

)

select
    count(*) filter (where is_now and severity = 'red') as red,
    count(*) filter (where is_now and severity = 'amber') as amber,
    count(*) filter (where is_now and severity = 'blue') as blue,
    count(*) filter (where not is_now and severity = 'red') as red_before,
    count(*) filter (where not is_now and severity = 'amber') as amber_before,
    count(*) filter (where not is_now and severity = 'blue') as blue_before
from then_and_now
