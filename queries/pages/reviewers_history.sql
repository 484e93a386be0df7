-- title: 法制审核人员比例的变化
-- title_en: The share of reviewers over time
-- params: as_of DATE, units VARCHAR[]
--
-- One row per unit among `units` and reporting date up to $as_of, from the sheet of that
-- date that counts: the one that arrived last. Rows of one sheet on the same base are added up,
-- and of several bases the lowest share counts. `staff` 0: nobody enforces, no share.
with

sheets as (

    select
        unit,
        reported_on,
        submission_id
    from dated_sheet
    where kind = 'staffing' and list_contains($units, unit)

),

bases as (

    select
        sheets.unit,
        sheets.reported_on,
        sheets.submission_id,
        staffed.base_note,
        sum(staffed.enforcement_staff) as staff,
        sum(staffed.legal_reviewers) as reviewers
    from sheets
    inner join store.raw.staffing_rows as staffed
        on
            sheets.submission_id = staffed.submission_id
            and sheets.unit = staffed.unit
    group by sheets.unit, sheets.reported_on, sheets.submission_id, staffed.base_note
    having
        bool_and(staffed.enforcement_staff is not null)
        and bool_and(staffed.legal_reviewers is not null)

),

names as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

)

select
    bases.unit,
    coalesce(nullif(names.short_name, ''), bases.unit) as label,
    bases.reported_on,
    cast(bases.staff as bigint) as staff,
    cast(bases.reviewers as bigint) as reviewers,
    cast(bases.reviewers as double) / nullif(bases.staff, 0) as ratio
from bases
left join names on bases.unit = names.unit
qualify
    row_number() over (
        partition by bases.unit, bases.reported_on
        order by ratio asc nulls last, bases.base_note asc
    ) = 1
order by list_position($units, bases.unit), bases.reported_on
