-- title: 更正规则
-- title_en: What people settled about how sheets are read
-- params: as_of DATE
--
-- One row per correction in force, the newest first, with how many submissions stand that
-- are read by it. Corrections are shown whatever the day chosen.
with

headings as (

    select
        reading.submission_id,
        reading.kind,
        reading.unit,
        heading.heading,
        heading.column_name
    from store.raw.reading as reading
    inner join store.raw.reading_column as heading
        on
            reading.submission_id = heading.submission_id
            and reading.table_no = heading.table_no
    semi join store.raw.correction as correction on heading.heading = correction.written

),

uses as (

    select
        correction.correction_id,
        headings.submission_id
    from store.raw.correction as correction
    inner join headings
        on
            correction.sort = 'heading'
            and correction.written = headings.heading
            and correction.kind = headings.kind
            and correction.unit is not distinct from headings.unit
            and correction.column_name is not distinct from headings.column_name
    union
    select
        correction.correction_id,
        reading.submission_id
    from store.raw.correction as correction
    inner join store.raw.reading as reading
        on
            correction.sort = 'header_row'
            and correction.kind = reading.kind
            and replace(correction.sheet, '[[]', '[') = reading.sheet
            and correction.unit is not distinct from reading.unit
            and correction.header_row = cast(reading.header_rows -> -1 as integer)

),

counted as (

    select
        correction_id,
        count(*) as submissions,
        max(submission_id) as submission_id
    from uses
    group by correction_id

)

select
    correction.correction_id,
    correction.sort,
    correction.kind,
    correction.unit,
    correction.written,
    correction.column_name,
    correction.sheet,
    correction.file,
    correction.header_row,
    correction.recorded_at,
    coalesce(counted.submissions, 0) as submissions,
    counted.submission_id
from store.raw.correction as correction
left join counted on correction.correction_id = counted.correction_id
where correction.removed_at is null
order by correction.correction_id desc
