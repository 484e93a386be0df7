-- title: 一份报送中的表格
-- title_en: The tables that were read from a submission
-- params: submission BIGINT
--
-- One row per column of each table, taken or not, in the order of the sheet.
select
    reading.table_no,
    reading.sheet,
    reading.kind,
    reading.unit,
    reading.reported_on,
    reading.reported_by,
    reading.header_rows,
    reading.first_row,
    reading.last_row,
    reading.rows,
    heading.letters,
    heading.heading,
    heading.column_name,
    heading.confidence
from store.raw.reading as reading
left join store.raw.reading_column as heading
    on
        reading.submission_id = heading.submission_id
        and reading.table_no = heading.table_no
where reading.submission_id = $submission
order by reading.table_no, length(heading.letters), heading.letters
