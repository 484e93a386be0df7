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

before as (

    select
        *,
        lag(level) over same as level_before,
        lag(distance) over same as distance_before,
        coalesce(lag(ends_on) over same <> starts_on - 1, true) as begins
    from levels
    window same as (partition by rule, unit, item order by starts_on)

),

turned as (

    select
        *,
        case
            when begins then null
            when level > level_before then 'worse'
            when level < level_before then 'better'
            when distance > distance_before then 'worse'
            when distance < distance_before then 'better'
        end as turn,
        count(*) filter (where begins) over (
            partition by rule, unit, item
            order by starts_on
        ) as spell_no
    from before

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
    from turned
    group by rule, unit, item, spell_no

),

lives as (

    select
        rule,
        unit,
        item,
        min(since) as first_seen,
        max(since) as since,
        max(last_seen) as last_seen,
        count(*) - 1 as came_back,
        arg_max_null(direction, spell_no) as direction,
        arg_max_null(changed_on, spell_no) as changed_on,
        arg_max(last, spell_no) as last
    from spells
    group by rule, unit, item

)

select
    rule,
    unit,
    item,
    first_seen,
    since,
    last_seen,
    last_seen = $as_of as is_open,
    date_diff('day', since, least(last_seen + 1, $as_of)) as days_open,
    came_back,
    case when last_seen < $as_of then last_seen + 1 end as mended_on,
    direction,
    changed_on,
    lives.last.measured as measured,
    lives.last.required as required,
    lives.last.gap as gap,
    lives.last.severity as severity,
    lives.last.submission_id as submission_id,
    lives.last.source_file as source_file,
    lives.last.source_sheet as source_sheet,
    lives.last.source_row as source_row,
    lives.last.source_cell as source_cell
from lives
