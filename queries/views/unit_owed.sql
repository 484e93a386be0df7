-- title: 各单位应报与已报
-- title_en: What each unit owes and last sent
-- params: as_of DATE
--
-- One row per unit of the directory and kind of sheet that it owes; `last_reported_on`
-- is NULL where it never sent one.
with

sent as (

    select
        kind,
        unit,
        reported_on as last_reported_on
    from newest_claim
    where unit is not null

),

directory as (

    select
        unit,
        coalesce(bool_or(enforces), false) as enforces
    from unit
    where unit is not null
    group by unit

)

select
    directory.unit,
    required_kind.kind,
    required_kind.label,
    required_kind.owed_from,
    sent.last_reported_on
from directory
inner join required_kind
    on directory.enforces or not required_kind.is_for_enforcing
left join sent
    on directory.unit = sent.unit and required_kind.kind = sent.kind
