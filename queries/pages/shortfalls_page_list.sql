-- title: 短板清单(筛选)
-- title_en: Shortfalls, filtered, sorted and paged
-- params: as_of DATE, rules, severity, rule, unit, area, item, search, sort, first, size
-- shortfalls: as_of
-- life: as_of
--
-- One row per shortfall; `total` says how many there are before paging. `rules` is a
-- list of structs: a rule, the number of its area and its title. A filter that is NULL
-- lets all pass; `size` NULL means no paging. `sort` is severity, unit, rule, overdue or age;
-- within it red comes before amber, and the longest overdue first. The columns of its
-- life are NULL while the days of the season are not judged.
with

rule_words as (

    select
        unnest(
            cast($rules as struct(rule varchar, area_no varchar, title varchar)[]),
            recursive := true
        )

),

area_names as (

    select
        area_no,
        min(area) as area
    from area_name
    group by area_no
    union all
    values ('5', '创建步骤'), ('6', '工作要求')

),

directory as (

    select
        unit,
        min(short_name) as short_name,
        min(source_row) as unit_no
    from unit
    group by unit

),

described as (

    select
        found.*,
        rule_words.title as rule_title,
        coalesce(item_area.area, area_names.area, '其他') as area,
        directory.short_name,
        directory.unit_no,
        life.first_seen,
        life.days_open,
        life.direction,
        life.changed_on,
        life.came_back,
        case found.severity when 'red' then 1 when 'amber' then 2 else 3 end as level,
        case when found.since_due > 0 then $as_of - found.since_due end as due_on,
        lower(
            concat_ws(
                ' ', found.unit, directory.short_name, found.item, found.gap,
                rule_words.title, found.source_file
            )
        ) as words
    from shortfall_on($as_of) as found
    left join rule_words on found.rule = rule_words.rule
    left join area_names on rule_words.area_no = area_names.area_no
    left join item_area on found.item = item_area.item
    left join directory on found.unit = directory.unit
    left join shortfall_life as life
        on
            found.rule = life.rule
            and found.unit is not distinct from life.unit
            and found.item = life.item

),

kept as (

    select *
    from described
    where
        ($severity is null or severity = $severity)
        and ($rule is null or rule = $rule)
        and ($unit is null or unit = $unit)
        and ($area is null or area = $area)
        and ($item is null or item = $item)
        and ($search is null or contains(words, lower($search)))

)

select
    rule,
    rule_title,
    unit,
    short_name,
    item,
    measured,
    required,
    gap,
    severity,
    since_due,
    due_on,
    first_seen,
    days_open,
    direction,
    changed_on,
    came_back,
    area,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell,
    count(*) over () as total
from kept
order by
    case when $sort = 'unit' then unit_no end nulls last,
    case when $sort = 'unit' then unit end nulls last,
    case when $sort = 'rule' then rule_title end nulls last,
    case when $sort = 'overdue' then since_due end desc nulls last,
    case when $sort = 'age' then first_seen end nulls last,
    level,
    since_due desc nulls last,
    unit_no nulls last,
    unit,
    rule,
    item
limit $size offset $first
