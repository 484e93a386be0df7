-- title: 单位名录信息
-- title_en: What the directory says of a unit
-- params: as_of DATE, unit
--
-- One row per entry of the directory under that name; more than one where it repeats.
select
    unit,
    short_name,
    aliases,
    category,
    enforces,
    head,
    liaison,
    liaison_phone,
    submission_id,
    source_file,
    source_sheet,
    source_row
from unit
where unit = $unit
order by source_row
