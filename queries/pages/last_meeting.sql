-- title: 上次会议
-- title_en: The last meeting before a day
-- params: as_of DATE
--
-- Always one row: the last meeting before $as_of, a week before it where there was none.
select
    coalesce(max(held_on), $as_of - 7) as held_on,
    coalesce(bool_or(is_recorded), false) as is_recorded
from meeting_day
where held_on < $as_of
