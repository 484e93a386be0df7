-- title: 清单公开情况
-- title_en: The lists to be published, by unit
-- params: as_of DATE
-- shortfalls: as_of
--
-- One row per list of the plan and unit that reported it, in the plan's order; a list
-- that nobody reported is one row without a unit. Lists beyond the eight come last.
with

found as (

    select
        unit,
        item,
        max(severity) as severity,
        max(gap) as gap
    from shortfall_on($as_of)
    where rule = 'list_unpublished'
    group by unit, item

),

listed as (

    select
        published_list.*,
        coalesce(required_list.list, published_list.list) as list_id,
        coalesce(required_list.label, published_list.list, '(未填清单名称)') as item,
        required_list.basis,
        required_list.list_no
    from required_list
    full join published_list on required_list.list = published_list.list

)

select
    listed.list_id,
    listed.item,
    listed.basis,
    listed.list_no,
    listed.unit,
    listed.published,
    listed.published_on,
    listed.url,
    found.severity,
    found.gap,
    listed.reported_on,
    listed.submission_id,
    listed.source_file,
    listed.source_sheet,
    listed.source_row
from listed
left join found
    on coalesce(listed.unit, '全局') = found.unit and listed.item = found.item
order by listed.list_no nulls last, listed.item, listed.unit
