-- title: 备注与豁免
-- title_en: Remarks and exemptions
-- params: as_of DATE, rule VARCHAR, unit VARCHAR, item VARCHAR
--
-- One row per remark or exemption that was not taken back, the latest first. `is_over`:
-- an exemption whose last day is past. A filter that is NULL lets all pass; a remark
-- without an item is about every item.
select
    remark_id,
    exempts,
    rule,
    unit,
    item,
    reason,
    basis,
    starts_on,
    ends_on,
    recorded_at,
    coalesce(ends_on < $as_of, false) as is_over
from store.raw.remark
where
    removed_at is null
    and ($rule is null or rule = $rule)
    and ($unit is null or unit = $unit)
    and ($item is null or coalesce(item = $item, true))
order by remark_id desc
