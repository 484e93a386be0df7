-- title: 各列在原表中的位置
-- title_en: Where the columns of some submissions stand
-- params: submissions BIGINT[]
--
-- One row per submission, table and column that was taken: the letters of its column, or in
-- a form the address of its heading.
select
    submission_id,
    table_no,
    column_name,
    letters
from store.raw.reading_column
where list_contains($submissions, submission_id) and column_name is not null
