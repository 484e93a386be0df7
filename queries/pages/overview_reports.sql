-- title: 报送情况
-- title_en: How many units have sent something
-- params: as_of DATE, unit VARCHAR
--
-- Always one row: units of the directory, those that ever sent a sheet, those that did
-- in the last 14 days.
select
    count(*) as units,
    count(*) filter (where last_reported_on is not null) as units_reported,
    count(*) filter (where last_reported_on > $as_of - 14) as units_lately,
    coalesce(sum(count_submissions), 0) as count_submissions
from unit_report
where $unit is null or unit = $unit
