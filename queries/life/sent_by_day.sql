-- title: 逐日的报送
-- title_en: What stands from each reporting date on
-- params: known_as_of DATE
--
-- One row per kind and day from which sheets of that kind date, with a digest of the
-- submissions that they came in: those that count, by all that is known now or by what was
-- known on $known_as_of. Two stores that agree in all rows of some kinds up to a day judge
-- the rules that look at these kinds alike. A sum of the submissions' own digests needs no
-- order; the engine's own hash is a tenth of the cost of any other, and stays the same
-- within a version of the engine, which the digests of days tell apart.
with

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

),

told as (

    select
        submission_id,
        hash(submission_id, sha256, context_key, received_at, file) as digest
    from counting

)

select
    claim.kind,
    claim.first_on,
    cast(sum(told.digest) as varchar) as digest
from store.raw.claim as claim
inner join told on claim.submission_id = told.submission_id
group by claim.kind, claim.first_on
order by claim.kind, claim.first_on
