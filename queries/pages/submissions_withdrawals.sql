-- title: 撤回和恢复的记录
-- title_en: When a submission was withdrawn and restored
-- params: submission BIGINT
--
-- One row per withdrawal, the newest first.
select
    withdrawn_at,
    why,
    restored_at,
    restored_why
from store.raw.withdrawal
where submission_id = $submission
order by withdrawn_at desc
