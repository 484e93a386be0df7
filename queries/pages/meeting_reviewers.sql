-- title: 会议:法制审核人员
-- title_en: Meeting: reviewers against the line
-- params: as_of DATE
--
-- One row per enforcing unit, those that lack most first.
select
    ratios.unit,
    ratios.staff,
    ratios.reviewers,
    ratios.required,
    ratios.missing,
    ratios.ratio,
    (select value from limits where rule = 'reviewer_ratio') as line
from reviewer_ratio_by_unit as ratios
semi join unit on ratios.unit = unit.unit and unit.enforces
order by ratios.missing desc nulls last, ratios.ratio asc nulls last, ratios.unit
