-- title: 短板的来龙去脉
-- title_en: The life of every shortfall
-- params: as_of DATE
--
-- One row per shortfall (rule, unit, item) ever seen in the season up to $as_of; no rows
-- while its days are not judged. `first_seen`: the first day it stood; `since`: the
-- first day of the spell that goes on, or of the last one; `days_open`: the days since
-- then, or until it was gone; `came_back`: how often it stood again after it was gone; `mended_on`: the first
-- day without it. `direction` is worse, better or NULL, by the last change within the
-- spell, on `changed_on`: of severity, else of how far off it is.
with

levels as (

    select
        *,
        case severity when 'red' then 3 when 'amber' then 2 else 1 end as level
    from shortfall_segment

),

compared as (

    select
        *,
        lag(ends_on) over same is distinct from starts_on - 1 as begins,
        case
            when lag(ends_on) over same is distinct from starts_on - 1 then null
            when level <> lag(level) over same
                then case when level > lag(level) over same then 'worse' else 'better' end
            when distance > lag(distance) over same then 'worse'
            when distance < lag(distance) over same then 'better'
        end as turn
    from levels
    window same as (partition by rule, unit, item order by starts_on)

),

spelled as (

    select
        *,
        count(*) filter (where begins) over (
            partition by rule, unit, item
            order by starts_on
        ) as spell_no
    from compared

),

spells as (

    select
        rule,
        unit,
        item,
        spell_no,
        min(starts_on) as since,
        max(ends_on) as last_seen,
        arg_max(turn, starts_on) as direction,
        max(starts_on) filter (where turn is not null) as changed_on,
        arg_max(
            {
                'measured': measured, 'required': required, 'gap': gap,
                'severity': severity, 'submission_id': submission_id,
                'source_file': source_file, 'source_sheet': source_sheet,
                'source_row': source_row, 'source_cell': source_cell
            }, starts_on
        ) as last
    from spelled
    group by rule, unit, item, spell_no

)

select
    rule,
    unit,
    item,
    min(since) as first_seen,
    max(since) as since,
    max(last_seen) as last_seen,
    max(last_seen) = $as_of as is_open,
    date_diff('day', max(since), least(max(last_seen) + 1, $as_of)) as days_open,
    count(*) - 1 as came_back,
    case when max(last_seen) < $as_of then max(last_seen) + 1 end as mended_on,
    arg_max_null(direction, spell_no) as direction,
    arg_max_null(changed_on, spell_no) as changed_on,
    unnest(arg_max(last, spell_no))
from spells
group by rule, unit, item
