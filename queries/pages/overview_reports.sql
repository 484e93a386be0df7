-- title: 报送情况
-- title_en: How many units have sent something
-- params: as_of DATE, unit VARCHAR
--
-- Always one row: units of the directory, those that ever sent a sheet, those that did
-- in the last 14 days, and the files that came. A workbook of many units is one file.
with

files as (

    select count(distinct submission_id) as count_submissions
    from claim
    where unit is not null and ($unit is null or unit = $unit)

)

select
    count(*) as units,
    count(*) filter (where last_reported_on is not null) as units_reported,
    count(*) filter (where last_reported_on > $as_of - 14) as units_lately,
    coalesce(any_value(files.count_submissions), 0) as count_submissions
from unit_report
cross join files
where $unit is null or unit = $unit
