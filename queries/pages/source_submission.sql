-- title: 一份报送
-- title_en: One submission
-- params: submission BIGINT
--
-- One row: the submission of that number.
select
    submission_id,
    file,
    sha256,
    size,
    received_at,
    status,
    reason,
    reported_on,
    rows,
    withdrawn_at
from submission
where submission_id = $submission
