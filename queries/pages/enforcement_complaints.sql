-- title: 各单位投诉举报办理
-- title_en: Complaints by unit
-- params: as_of DATE
--
-- One row per unit with complaints, the most overdue first. Open: not closed by $as_of.
-- `days_to_close` is the mean over closed ones with both days.
with

units as (

    select
        unit,
        any_value(short_name) as short_name
    from unit
    group by unit

),

judged as (

    select
        *,
        coalesce(closed_on > $as_of, true) as is_open
    from complaint

),

counts as (

    select
        unit,
        count(*) as count_received,
        count(*) filter (where is_open) as count_open,
        count(*) filter (where is_open and due_on < $as_of) as count_overdue,
        count(*) filter (where not is_open) as count_closed,
        count(*) filter (where not is_open and closed_on > due_on) as count_closed_late,
        avg(date_diff('day', received_on, closed_on)) filter (where not is_open)
            as days_to_close
    from judged
    group by unit

)

select
    counts.unit,
    coalesce(nullif(units.short_name, ''), counts.unit) as label,
    counts.count_received,
    counts.count_open,
    counts.count_overdue,
    counts.count_closed,
    counts.count_closed_late,
    counts.days_to_close
from counts
left join units on counts.unit = units.unit
order by counts.count_overdue desc, counts.count_open desc, counts.unit asc
