-- title: 短板走势
-- title_en: How many fell short by each rule, week by week
-- params: as_of DATE, known_as_of DATE, unit VARCHAR
-- life: as_of
--
-- One row per rule that was ever short in the season and per week back from $as_of to the
-- first day on which anything was: red and amber ones that stood on that very day, those
-- that were exempt then left out. `unit` NULL counts all. No rows while the days of the
-- season are not judged: what is not known is no 0.
with

bounds as (

    select date_diff('day', min(starts_on), $as_of) // 7 as count_weeks
    from shortfall_segment

),

weeks as (

    select $as_of - 7 * cast(unnest(generate_series(0, count_weeks)) as integer) as on_day
    from bounds

),

exemption as (

    select *
    from store.raw.remark
    where
        exempts
        and case
            when cast($known_as_of as date) is null then removed_at is null
            else
                recorded_at < cast($known_as_of as date) + interval 1 day
                and coalesce(
                    removed_at >= cast($known_as_of as date) + interval 1 day, true
                )
        end

),

stood as (

    select
        weeks.on_day,
        found.rule,
        found.severity
    from weeks
    inner join shortfall_segment as found
        on weeks.on_day >= found.starts_on and weeks.on_day <= found.ends_on
    where
        ($unit is null or found.unit = $unit)
        and not exists (
            select 1
            from exemption
            where
                exemption.rule = found.rule
                and exemption.unit is not distinct from found.unit
                and coalesce(exemption.item = found.item, exemption.item is null)
                and coalesce(exemption.starts_on <= weeks.on_day, true)
                and coalesce(exemption.ends_on >= weeks.on_day, true)
        )

),

ever as (

    select distinct rule
    from shortfall_segment

)

select
    weeks.on_day,
    ever.rule,
    count(*) filter (where stood.severity = 'red') as count_red,
    count(*) filter (where stood.severity = 'amber') as count_amber
from weeks
cross join ever
left join stood on weeks.on_day = stood.on_day and ever.rule = stood.rule
group by weeks.on_day, ever.rule
order by weeks.on_day, ever.rule
