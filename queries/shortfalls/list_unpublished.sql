-- title: 清单未公开
-- title_en: Required list not published
-- basis: 四(一), 四(三)1, 四(四)3
-- severity: red, amber
-- params: as_of DATE
-- threshold: none
-- source: published_list.published, published_list.url
-- area: 4.1
-- explain: 方案要求公开的八类清单,未公开的列为红,已公开但没有网址的列为黄;全局无任何单位报送的清单记在“全局”名下。
--
-- One row per list that a unit reports as not published (or leaves blank, or whose day
-- of publication is after $as_of): red; or as published without an address: amber. The
-- data does not say which unit owes which list, so a list of the eight that no unit has
-- reported at all is one row under 全局, red, from the day after the kick-off: until then
-- the ledgers are being set up.
with

reported as (

    select
        published_list.*,
        coalesce(required_list.label, published_list.list, '(未填清单名称)') as item,
        coalesce(published and coalesce(published_on <= $as_of, true), false)
            as is_public,
        coalesce(trim(url), '') in (select word from nothing_word) as has_no_address
    from published_list
    left join required_list on published_list.list = required_list.list

),

lacking as (

    select
        unit,
        item,
        cast(is_public as integer) as measured,
        case
            when is_public then '已公开,未填公开网址'
            when published is null then '未填报是否公开'
            when published then concat('公开日期 ', published_on, ' 未到')
            else '未公开'
        end as gap,
        case when is_public then 'amber' else 'red' end as severity,
        submission_id,
        source_file,
        source_sheet,
        source_row
    from reported
    where not is_public or has_no_address

),

unreported as (

    select
        '全局' as unit,
        required_list.label as item,
        0 as measured,
        '尚无单位报送公开情况' as gap,
        'red' as severity,
        null as submission_id,
        null as source_file,
        null as source_sheet,
        null as source_row
    from required_list
    cross join season
    where
        $as_of > season.kick_off_ends_on
        and required_list.list not in (
            select list from published_list where list is not null
        )

),

found as (

    select * from lacking
    union all
    select * from unreported

)

select
    'list_unpublished' as rule,
    unit,
    item,
    measured,
    1 as required,
    gap,
    severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    case
        when severity = 'amber' then 'published_list.url'
        else 'published_list.published'
    end as source_column
from found
qualify row_number() over (
    partition by unit, item
    order by severity desc, source_row
) = 1
order by severity desc, unit, item
