-- title: 全局法制审核人员合计
-- title_en: Reviewers of the whole bureau, for comparison only
-- params: as_of DATE
--
-- Always one row. Only units that reported both figures are added up; units are
-- judged one by one, so the total excuses nobody. `required_share` is the one in force.
select
    count(*) as units,
    count(*) filter (where missing > 0) as units_short,
    count(*) filter (where submission_id is null) as units_silent,
    coalesce(sum(missing), 0) as missing,
    sum(staff) filter (where reviewers is not null) as staff,
    sum(reviewers) filter (where staff is not null) as reviewers,
    cast(sum(reviewers) filter (where staff is not null) as double)
    / nullif(sum(staff) filter (where reviewers is not null), 0) as ratio,
    (
        select cast(limits.value as double)
        from limits
        where limits.rule = 'reviewer_ratio'
    ) as required_share
from reviewer_ratio_by_unit
