-- title: 会议日期
-- title_en: The days of meetings
-- params: as_of DATE
--
-- One row per meeting: those that were recorded; while none is, each Monday of the
-- campaign.
with

recorded as (

    select
        held_on,
        max(note) as note
    from store.raw.meeting
    group by held_on

),

mondays as (

    select cast(unnest(generate_series(
        season.starts_on + cast((8 - isodow(season.starts_on)) % 7 as integer),
        coalesce(season.ends_on, $as_of),
        interval 7 day
    )) as date) as held_on
    from season
    where season.starts_on is not null

)

select
    held_on,
    note,
    true as is_recorded
from recorded
union all
select
    held_on,
    null as note,
    false as is_recorded
from mondays
where not exists (select 1 from recorded)
