-- title: 一项短板的来龙去脉
-- title_en: The life of one shortfall
-- params: as_of DATE, rule VARCHAR, unit VARCHAR, item VARCHAR
-- life: as_of
--
-- At most one row: since when the shortfall stood, how often it came back, and what
-- mended it. `unit` NULL is what falls to the bureau as a whole. No row while the days
-- of the season are not judged.
select
    life.first_seen,
    life.since,
    life.is_open,
    life.days_open,
    life.came_back,
    life.direction,
    life.changed_on,
    life.severity,
    life.gap,
    life.mended_on,
    mended.mended_by,
    mended.mended_by_file
from shortfall_life as life
left join shortfall_mended as mended
    on
        life.rule = mended.rule
        and life.unit is not distinct from mended.unit
        and life.item = mended.item
where
    life.rule = $rule
    and life.item = $item
    and life.unit is not distinct from coalesce($unit, '全局')
