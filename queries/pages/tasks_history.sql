-- title: 任务进度的变化
-- title_en: Progress of tasks over time
-- params: as_of DATE, units VARCHAR[]
--
-- One row per unit among `units` and reporting date up to $as_of, from the ledger of that
-- date that counts: the one that arrived last. `progress` is the mean of its measures, a
-- done one counting as 1; NULL where none says.
with

sheets as (

    select
        unit,
        reported_on,
        submission_id
    from dated_sheet
    where kind = 'task_progress' and list_contains($units, unit)

),

names as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

measured as (

    select
        sheets.unit,
        sheets.reported_on,
        count(*) as count_measures,
        count(*) filter (where told.status = 'done' or told.progress >= 1) as count_done,
        avg(case when told.status = 'done' then 1 else told.progress end) as progress
    from sheets
    inner join store.raw.task_progress_rows as told
        on sheets.submission_id = told.submission_id and sheets.unit = told.unit
    group by sheets.unit, sheets.reported_on

)

select
    measured.unit,
    coalesce(nullif(names.short_name, ''), measured.unit) as label,
    measured.reported_on,
    measured.count_measures,
    measured.count_done,
    measured.progress
from measured
left join names on measured.unit = names.unit
order by list_position($units, measured.unit), measured.reported_on
