-- title: 会议:印证资料
-- title_en: Meeting: evidence by unit
-- params: as_of DATE
--
-- One row per unit that took up tasks: how many, how many of them evidenced; least first.
select
    unit,
    count(*) as tasks,
    count(*) filter (where is_evidenced) as evidenced,
    count(*) filter (where not is_evidenced) as missing
from unit_task_evidence
group by unit
order by missing desc, evidenced / tasks, unit
