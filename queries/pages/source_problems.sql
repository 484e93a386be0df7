-- title: 一份报送的问题
-- title_en: The problems of a submission
-- params: submission BIGINT
--
-- One row per problem, errors first.
select
    submission_id,
    severity,
    code,
    sheet,
    cell,
    message
from problem
where submission_id = $submission
order by severity, sheet nulls first, cell nulls first, code
