-- title: 会议:创建步骤
-- title_en: Meeting: phases
-- params: as_of DATE
--
-- One row per phase, in the plan's order.
select
    phase_id,
    name,
    starts_on,
    ends_on,
    expected,
    progress,
    done_text
from phase_progress
order by try_cast(phase_id as integer), phase_id
