-- title: 问题清单
-- title_en: The problems to be sent back
-- params: unit VARCHAR
--
-- One row per problem of a submission that counts: of $unit, or of every unit. It is a
-- unit's where the file is about that unit alone, where the row of the cell is that unit's,
-- or where the name of a file that was refused names it. `is_replaced`: newer sheets have
-- taken the place of all that the unit sent in that file.
with

owners as (

    select
        submission_id,
        max(unit) as unit,
        count(distinct unit) as units,
        bool_and(valid_to < date '9999-12-31') as is_replaced
    from store.raw.claim
    group by submission_id

),

named as (

    select
        submission.submission_id,
        arg_max(unit.unit, length(name)) as unit
    from submission
    cross join unit
    cross join unnest([unit.unit, unit.short_name]) as names (name)
    where submission.status = 'refused' and contains(submission.file, name)
    group by submission.submission_id

),

placed as (

    select
        problem.*,
        submission.file,
        submission.sha256,
        submission.reported_on,
        submission.received_at,
        coalesce(owners.units, 0) as units,
        coalesce(owners.is_replaced, false) as is_replaced,
        if(owners.units = 1, owners.unit, named.unit) as file_unit,
        try_cast(regexp_extract(problem.cell, '[0-9]+') as integer) as cell_row
    from problem
    inner join submission on problem.submission_id = submission.submission_id
    left join owners on problem.submission_id = owners.submission_id
    left join named on problem.submission_id = named.submission_id
    where submission.withdrawn_at is null

),

of_several as (

    select *
    from placed
    where units > 1

),

rows_of_units as (

    select distinct
        sheet_row.submission_id,
        sheet_row.source_sheet,
        sheet_row.source_row,
        sheet_row.claimed_by
    from sheet_row
    semi join of_several
        on
            sheet_row.submission_id = of_several.submission_id
            and sheet_row.source_sheet = of_several.sheet
            and sheet_row.source_row = of_several.cell_row

),

whose as (

    select
        placed.*,
        coalesce(placed.file_unit, rows_of_units.claimed_by) as unit
    from placed
    left join rows_of_units
        on
            placed.submission_id = rows_of_units.submission_id
            and placed.sheet = rows_of_units.source_sheet
            and placed.cell_row = rows_of_units.source_row

)

select
    unit,
    file,
    reported_on,
    received_at,
    sheet,
    cell,
    severity,
    code,
    message,
    is_replaced,
    submission_id
from whose
where $unit is null or unit = $unit
order by
    is_replaced, unit nulls last, received_at desc, submission_id, severity,
    sheet nulls first, cell_row nulls first, cell, code
