-- title: 双随机抽查进度滞后
-- title_en: Random inspections behind
-- basis: 四(一)3
-- severity: amber
-- params: as_of DATE
-- threshold: none
-- source: random_inspection.completed, random_inspection.joint_completed, inspection_item.due_on
-- time: required
-- area: 4.1
-- explain: 完成抽查数低于按当年已过天数折算的计划数,或抽查事项过了自己的时限仍未完成,或计划了跨部门联合抽查而一次未做。
--
-- One row per unit or item, of three sorts. (1) Per unit: fewer inspections completed
-- than planned × days gone by / days of the year, rounded down to whole inspections,
-- $as_of included; not where every item of the unit's plan names its own time, since
-- that then sets the pace. (2) Per item of the plan whose time ended before $as_of and
-- that is undone. No sheet says which items are done, so the completed count is taken
-- to cover them in order of their time: an item is done where at least as many
-- inspections are completed as items were due by its day; no sheet, none. (3) Per unit:
-- joint inspections planned and 0 done, at once. Blank counts: no judgement.
with

counts as (

    select
        unit,
        case when bool_and(planned is not null) then sum(planned) end as planned,
        case when bool_and(completed is not null) then sum(completed) end as completed,
        case when bool_and(joint_planned is not null) then sum(joint_planned) end
            as joint_planned,
        case when bool_and(joint_completed is not null) then sum(joint_completed) end
            as joint_completed,
        arg_min(
            {
                'submission_id': submission_id,
                'source_file': source_file,
                'source_sheet': source_sheet,
                'source_row': source_row
            }, source_row
        ) as source
    from random_inspection
    group by unit

),

items as (

    select
        unit,
        coalesce(nullif(concat_ws(' ', item, target), ''), '(未填抽查事项)') as item,
        due_on,
        count(*) over (partition by unit order by due_on) as count_due,
        {
            'submission_id': submission_id,
            'source_file': source_file,
            'source_sheet': source_sheet,
            'source_row': source_row
        } as source
    from inspection_item

),

timed_units as (

    select unit
    from items
    group by unit
    having bool_and(due_on is not null)

),

paced as (

    select
        *,
        cast(planned as hugeint) * dayofyear($as_of)
        // dayofyear(make_date(year($as_of), 12, 31)) as required
    from counts
    where unit not in (select unit from timed_units where unit is not null)

),

found as (

    select
        unit,
        '双随机抽查' as item,
        completed as measured,
        required,
        concat('计划 ', planned, ' 次,按时间进度应完成 ', required, ' 次,现完成 ', completed, ' 次')
            as gap,
        null as since_due,
        'random_inspection.completed' as source_column,
        source
    from paced
    where completed < required
    union all
    select
        items.unit,
        '抽查事项 ' || items.item as item,
        coalesce(counts.completed, 0) as measured,
        items.count_due as required,
        concat('逾期 ', date_diff('day', items.due_on, $as_of), ' 天未完成') as gap,
        date_diff('day', items.due_on, $as_of) as since_due,
        'inspection_item.due_on' as source_column,
        items.source
    from items
    left join counts on items.unit is not distinct from counts.unit
    where
        items.due_on < $as_of
        and (counts.source is null or counts.completed < items.count_due)
    union all
    select
        unit,
        '跨部门联合抽查' as item,
        0 as measured,
        joint_planned as required,
        concat('计划联合抽查 ', joint_planned, ' 次,一次未做') as gap,
        null as since_due,
        'random_inspection.joint_completed' as source_column,
        source
    from counts
    where joint_planned > 0 and joint_completed = 0

)

select
    'inspection_behind' as rule,
    unit,
    item,
    measured,
    required,
    gap,
    'amber' as severity,
    since_due,
    source.submission_id as submission_id,
    source.source_file as source_file,
    source.source_sheet as source_sheet,
    source.source_row as source_row,
    source_column
from found
qualify row_number() over (
    partition by unit, item
    order by since_due desc, source.source_row
) = 1
order by unit, item
