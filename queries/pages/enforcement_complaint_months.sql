-- title: 投诉举报逐月受理与办结
-- title_en: Complaints received and closed, month by month
-- params: as_of DATE, unit VARCHAR
--
-- One row per month of the year of $as_of up to it, of the chosen unit (NULL: of all).
-- A month without complaints counts 0: the ledger is kept, nothing came in.
with

ours as (

    select
        received_on,
        closed_on
    from complaint
    where $unit is null or unit = $unit

),

months as (

    select unnest(
        generate_series(
            greatest(
                date_trunc('month', (select min(received_on) from ours)),
                date_trunc('year', $as_of)
            ),
            date_trunc('month', $as_of),
            interval 1 month
        )
    ) as month

)

select
    strftime(months.month, '%Y-%m') as month,
    (
        select count(*) from ours
        where date_trunc('month', ours.received_on) = months.month
    ) as count_received,
    (
        select count(*) from ours
        where date_trunc('month', ours.closed_on) = months.month
        and ours.closed_on <= $as_of
    ) as count_closed
from months
order by months.month
