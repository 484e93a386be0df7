-- title: 单位报送的表
-- title_en: What a unit sent, by kind, and what it owes
-- params: as_of DATE, unit
--
-- One row per kind of sheet that the unit sent or owes. `is_owed`: required of it by now;
-- `last_reported_on` is NULL where it never sent one.
with

sent as (

    select
        kind,
        count(*) as count_sheets,
        min(reported_on) as first_reported_on,
        max(reported_on) as last_reported_on,
        arg_max(rows, {'reported_on': reported_on, 'received_at': received_at})
            as count_rows,
        arg_max(
            submission_id, {'reported_on': reported_on, 'received_at': received_at}
        ) as submission_id
    from claim
    where unit = $unit
    group by kind

),

owed as (

    select
        kind,
        owed_from,
        coalesce(owed_from <= $as_of, false) as is_owed
    from unit_owed
    where unit = $unit

)

select
    coalesce(sent.kind, owed.kind) as kind,
    coalesce(sent.count_sheets, 0) as count_sheets,
    sent.first_reported_on,
    sent.last_reported_on,
    date_diff('day', sent.last_reported_on, $as_of) as days_since,
    sent.count_rows,
    sent.submission_id,
    owed.owed_from,
    coalesce(owed.is_owed, false) as is_owed
from sent
full join owed on sent.kind = owed.kind
order by sent.last_reported_on desc nulls last, coalesce(sent.kind, owed.kind)
