-- title: 各单位报送情况
-- title_en: When each unit last sent anything
-- params: as_of DATE
--
-- One row per unit of the directory. `days_silent` counts from its newest reporting
-- date, or from the start of the campaign where it sent nothing since: nobody owes a
-- sheet before. The plan's own sheets are the supervision team's and count for no unit.
with

sent as (

    select
        unit,
        max(reported_on) as last_reported_on,
        arg_max(
            submission_id,
            {'reported_on': reported_on, 'received_at': received_at, 'id': submission_id}
        ) as last_submission_id
    from newest_claim
    where unit is not null
    group by unit

),

directory as (

    select
        unit,
        any_value(category) as category
    from unit
    where unit is not null
    group by unit

)

select
    directory.unit,
    directory.category,
    sent.last_reported_on,
    date_diff(
        'day',
        greatest(coalesce(sent.last_reported_on, season.starts_on), season.starts_on),
        $as_of
    ) as days_silent,
    sent.last_submission_id
from directory
cross join season
left join sent on directory.unit = sent.unit
