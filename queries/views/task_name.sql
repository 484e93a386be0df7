-- title: 任务的各种写法
-- title_en: The ways in which a task of the plan may be written
-- params: as_of DATE
--
-- One row per spelling (number or title, without blanks, leading numbers and closing
-- punctuation) with the plan's task that it means. Where two tasks share a spelling the
-- one that stands first in the plan counts.
with

spellings as (

    select
        *,
        unnest([
            regexp_replace(
                translate(lower(task_id), '０１２３４５６７８９．。', '0123456789..'),
                '\s+|[.、\s]+$', '', 'g'
            ),
            regexp_replace(lower(title), '^[\d.、()()\s]+|\s+|[.、。;；:：\s]+$', '', 'g')
        ]) as spelling
    from task
    where task_id is not null

)

select
    spelling,
    task_id,
    area,
    title,
    due_on
from spellings
where spelling <> ''
qualify row_number() over (partition by spelling order by source_row) = 1
