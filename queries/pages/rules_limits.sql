-- title: 现行阈值
-- title_en: Thresholds in force, with where they come from
-- params: as_of DATE
--
-- One row per threshold id. `is_default`: the plan gives none, so the program's counts.
select
    rule as limit_id,
    name,
    cast(value as double) as value,
    is_share,
    is_default,
    basis,
    submission_id,
    source_file,
    source_sheet,
    source_row
from limits
order by is_default, source_row, limit_id
