-- title: 单位的宣传报道
-- title_en: A unit's publicity
-- params: as_of DATE, unit
--
-- One row per item, the highest level first, the newest first within a level.
select
    title,
    outlet,
    level,
    published_on,
    url,
    submission_id,
    source_file,
    source_sheet,
    source_row
from publicity
where unit = $unit
order by
    list_position(['national', 'provincial', 'municipal', 'county'], level) nulls last,
    published_on desc nulls last,
    source_row
