-- title: 短板数量与一周前对比
-- title_en: Shortfalls by rule, area and severity, on two days
-- params: as_of DATE, before DATE, rules, unit
-- shortfalls: as_of, before
--
-- One row per rule, area and severity with the count of both days. `rules` is a list
-- of structs: a rule, the number of its area and its title. The area is that of the
-- item, else that of the rule; 其他 where neither has one. `unit` NULL counts all.
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

both_days as (

    select
        rule,
        unit,
        item,
        severity,
        true as is_now
    from shortfall_on($as_of)
    union all
    select
        rule,
        unit,
        item,
        severity,
        false as is_now
    from shortfall_on($before)

)

select
    both_days.rule,
    coalesce(item_area.area, area_names.area, '其他') as area,
    both_days.severity,
    count(*) filter (where both_days.is_now) as count_now,
    count(*) filter (where not both_days.is_now) as count_before
from both_days
left join rule_words on both_days.rule = rule_words.rule
left join area_names on rule_words.area_no = area_names.area_no
left join item_area on both_days.item = item_area.item
where $unit is null or both_days.unit = $unit
group by
    both_days.rule, coalesce(item_area.area, area_names.area, '其他'), both_days.severity
order by both_days.rule, area, both_days.severity
