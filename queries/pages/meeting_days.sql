-- title: 会议列表
-- title_en: The meetings, the latest first
-- params: as_of DATE
--
-- One row per meeting, also those to come.
select
    held_on,
    note,
    is_recorded
from meeting_day
order by held_on desc
