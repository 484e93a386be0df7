-- title: 各单位各日的表
-- title_en: The sheet of each unit and day
-- params: as_of DATE
--
-- One row per kind, unit and reporting date up to $as_of: the sheet of that date that
-- counts, which is the one that arrived last.
select
    kind,
    unit,
    reported_on,
    arg_max(submission_id, {'at': received_at, 'id': submission_id}) as submission_id
from claim
group by kind, unit, reported_on
