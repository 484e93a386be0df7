-- title: 单位的法制审核人员
-- title_en: A unit's reviewers against its enforcement staff
-- params: as_of DATE, unit
--
-- One row, or none where the unit neither enforces nor sent its staffing.
select
    unit,
    enforces,
    staff,
    reviewers,
    required,
    missing,
    ratio,
    qualified,
    advisers,
    certified,
    base_note,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from reviewer_ratio_by_unit
where unit = $unit
