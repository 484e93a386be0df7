-- title: 两个日期之间的变化
-- title_en: What changed between two days
-- params: before DATE, as_of DATE
--
-- One row per shortfall (rule, unit, item) of either day; both days must be judged.
-- `change` is new, mended, worse, better, unchanged, or exempt: excused on $as_of, and
-- counted apart. Worse and better go by severity, else by how far off it is. What a
-- graver rule has taken over (a task behind its time is overdue now) is no mending:
-- it is one row, worse, and `rule_before` says by which rule it stood before. Figures and
-- source are those of $as_of, for what is mended those of $before.
with

earlier as (

    select
        *,
        case severity when 'red' then 3 when 'amber' then 2 else 1 end as level
    from judged_on($before)
    where exempted_by is null

),

later as (

    select
        *,
        case severity when 'red' then 3 when 'amber' then 2 else 1 end as level
    from judged_on($as_of)

),

gone as (

    select earlier.*
    from earlier
    anti join later
        on
            earlier.rule = later.rule
            and earlier.unit is not distinct from later.unit
            and earlier.item = later.item

),

come as (

    select later.*
    from later
    anti join earlier
        on
            later.rule = earlier.rule
            and later.unit is not distinct from earlier.unit
            and later.item = earlier.item

),

taken_over as (

    select
        gone.rule as rule_before,
        gone.severity as severity_before,
        gone.gap as gap_before,
        gone.item as item_before,
        come.rule,
        come.unit,
        come.item
    from gone
    inner join come
        on
            gone.unit is not distinct from come.unit
            and gone.level < come.level
            and (gone.item = come.item or ends_with(gone.item, ' ' || come.item))
    where come.exempted_by is null
    qualify
        row_number() over (
            partition by come.rule, come.unit, come.item
            order by gone.level desc, gone.rule
        ) = 1
        and row_number() over (
            partition by gone.rule, gone.unit, gone.item
            order by come.level desc, come.rule
        ) = 1

),

present as (

    select
        later.*,
        coalesce(earlier.severity, taken_over.severity_before) as severity_before,
        coalesce(earlier.gap, taken_over.gap_before) as gap_before,
        taken_over.rule_before,
        case
            when later.exempted_by is not null then 'exempt'
            when taken_over.rule is not null then 'worse'
            when earlier.rule is null then 'new'
            when later.level > earlier.level then 'worse'
            when later.level < earlier.level then 'better'
            when later.distance > earlier.distance then 'worse'
            when later.distance < earlier.distance then 'better'
            else 'unchanged'
        end as change
    from later
    left join earlier
        on
            later.rule = earlier.rule
            and later.unit is not distinct from earlier.unit
            and later.item = earlier.item
    left join taken_over
        on
            later.rule = taken_over.rule
            and later.unit is not distinct from taken_over.unit
            and later.item = taken_over.item

),

mended as (

    select
        gone.*,
        gone.severity as severity_before,
        gone.gap as gap_before,
        null as rule_before,
        'mended' as change
    from gone
    anti join taken_over
        on
            gone.rule = taken_over.rule_before
            and gone.unit is not distinct from taken_over.unit
            and gone.item = taken_over.item_before

)

select
    change,
    rule,
    unit,
    item,
    severity,
    severity_before,
    gap,
    gap_before,
    rule_before,
    measured,
    required,
    since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from present
union all
select
    change,
    rule,
    unit,
    item,
    severity,
    severity_before,
    gap,
    gap_before,
    rule_before,
    measured,
    required,
    since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    source_cell
from mended
