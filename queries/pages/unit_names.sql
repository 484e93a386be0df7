-- title: 单位的各种名称
-- title_en: Every name of a unit
-- params: as_of DATE
--
-- One row per unit: those of the directory in its order, then those that only sheets name.
with

sent as (

    select distinct unit
    from claim
    where unit is not null

)

select
    coalesce(unit.unit, sent.unit) as unit,
    unit.short_name,
    unit.aliases
from unit
full join sent on unit.unit = sent.unit
order by unit.source_row nulls last, sent.unit
