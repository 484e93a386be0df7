-- title: 本次报送的行与此前的行
-- title_en: The rows of a submission, and those that stood before it
-- params: submission BIGINT, kinds VARCHAR[], units VARCHAR[], from_day DATE, to_day DATE
--
-- One row per row of a sheet: of the submission, or of its kinds and units ('' for what is
-- of no one unit) and standing until or beyond its reporting dates, the first and last of
-- which are given.
select
    kind,
    claimed_by as unit,
    submission_id,
    table_no,
    reported_on,
    source_file,
    source_sheet,
    source_row,
    source_cells,
    identity,
    cells
from sheet_row
where
    submission_id = $submission
    or (
        list_contains($kinds, kind)
        and list_contains($units, coalesce(claimed_by, ''))
        and valid_from <= $to_day
        and valid_to >= $from_day
    )
order by kind, unit, submission_id, table_no, source_row
