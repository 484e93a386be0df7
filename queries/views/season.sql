-- title: 创建工作的起止
-- title_en: When the campaign begins, runs and ends
-- params: as_of DATE
--
-- Always one row; NULLs where there is no plan. Both days of a phase belong to it. A
-- phase without an end runs on from its start.
select
    min(starts_on) as starts_on,
    max(ends_on) as ends_on,
    coalesce(
        bool_or(starts_on <= $as_of and coalesce(ends_on, $as_of) >= $as_of), false
    ) as is_running,
    coalesce(
        max(ends_on) filter (where part = 'kick_off'), arg_min(ends_on, starts_on)
    ) as kick_off_ends_on,
    min(starts_on) filter (where part = 'evidence') as evidence_starts_on,
    max(ends_on) filter (where part = 'evidence') as evidence_ends_on
from phase_part
