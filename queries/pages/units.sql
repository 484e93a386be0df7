-- title: 单位名单
-- title_en: Units
-- params: as_of DATE
--
-- One row per unit of the directory, in its order.
select
    unit,
    short_name,
    category,
    enforces
from unit
order by source_row
