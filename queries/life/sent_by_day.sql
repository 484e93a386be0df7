-- title: 逐日的报送
-- title_en: What stands from each reporting date on
-- params: known_as_of DATE
--
-- One row per day on which sheets date, with a digest of the submissions concerned:
-- those that count, by all that is known now or by what was known on $known_as_of. Two
-- stores that agree in all rows up to a day judge that day alike.
with

dates as (

    select
        submission_id,
        reported_on
    from store.raw.claim
    union all
    select
        submission_id,
        reported_on
    from store.raw.reading

),

dated as (

    select
        submission_id,
        min(reported_on) as first_on
    from dates
    group by submission_id

),

known_then as (

    select submission.*
    from store.raw.submission as submission
    where
        submission.received_at < cast($known_as_of as date) + interval 1 day
        and not exists (
            select 1
            from store.raw.withdrawal as withdrawal
            where
                withdrawal.submission_id = submission.submission_id
                and withdrawal.withdrawn_at < cast($known_as_of as date) + interval 1 day
                and coalesce(withdrawal.restored_at, timestamp '9999-12-31')
                >= cast($known_as_of as date) + interval 1 day
        )

),

counting as (

    select *
    from store.raw.submission
    where cast($known_as_of as date) is null and withdrawn_at is null
    union all
    select *
    from known_then
    where cast($known_as_of as date) is not null

)

select
    dated.first_on,
    md5(
        string_agg(
            concat_ws(
                '|', counting.submission_id, counting.sha256, counting.context_key,
                counting.received_at, counting.file
            ),
            '/' order by counting.submission_id
        )
    ) as digest
from counting
inner join dated on counting.submission_id = dated.submission_id
where dated.first_on is not null
group by dated.first_on
order by dated.first_on
