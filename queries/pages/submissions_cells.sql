-- title: 一份报送的单元格去向
-- title_en: What became of every cell of a submission
-- params: submission BIGINT
--
-- One row per sheet and sort: how many cells were taken, or named as heading, note, total …
select
    sheet,
    sort,
    cells
from store.raw.cell_count
where submission_id = $submission
order by sheet, cells desc, sort
