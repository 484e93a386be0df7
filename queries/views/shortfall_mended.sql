-- title: 已整改的短板
-- title_en: Shortfalls that are mended
-- params: as_of DATE
--
-- One row per shortfall that stood in the season and is gone on $as_of; a reminder
-- (blue) is no shortfall, and what a graver rule took over on the same day is not mended.
-- `mended_by`: the submission dated that day by which it went, of a kind on which the
-- rule looks: the unit's own before the plan's; where none is dated that day (a date in
-- an older sheet came), the unit's newest before it; NULL where there is none.
with

mended as (

    select *
    from shortfall_life
    where mended_on is not null and severity <> 'blue'

),

taken_over as (

    select
        mended.rule,
        mended.unit,
        mended.item
    from mended
    inner join shortfall_segment as graver
        on
            mended.mended_on = graver.starts_on
            and mended.unit is not distinct from graver.unit
            and mended.item = graver.item
            and mended.rule <> graver.rule
    where mended.severity = 'amber' and graver.severity = 'red'

),

candidates as (

    select
        mended.rule,
        mended.unit,
        mended.item,
        claim.submission_id,
        claim.reported_on,
        claim.received_at,
        coalesce(claim.unit = mended.unit, false) as is_own,
        claim.reported_on = mended.mended_on as is_of_day
    from mended
    inner join rule_kind on mended.rule = rule_kind.rule
    inner join claim
        on
            rule_kind.kind = claim.kind
            and mended.mended_on >= claim.reported_on
            and (
                mended.unit = claim.unit
                or mended.mended_on = claim.reported_on
                and (claim.unit is null or coalesce(mended.unit = '全局', true))
            )

),

chosen as (

    select
        rule,
        unit,
        item,
        arg_max(
            submission_id,
            {
                'of_day': is_of_day, 'own': is_own, 'on': reported_on, 'at': received_at,
                'id': submission_id
            }
        ) as mended_by
    from candidates
    group by rule, unit, item

)

select
    mended.rule,
    mended.unit,
    mended.item,
    mended.first_seen,
    mended.since,
    mended.last_seen,
    mended.days_open,
    mended.came_back,
    mended.mended_on,
    mended.direction,
    mended.measured,
    mended.required,
    mended.gap,
    mended.severity,
    mended.submission_id,
    mended.source_file,
    mended.source_sheet,
    mended.source_row,
    mended.source_cell,
    chosen.mended_by,
    submission.file as mended_by_file,
    submission.reported_on as mended_by_reported_on
from mended
anti join taken_over
    on
        mended.rule = taken_over.rule
        and mended.unit is not distinct from taken_over.unit
        and mended.item = taken_over.item
left join chosen
    on
        mended.rule = chosen.rule
        and mended.unit is not distinct from chosen.unit
        and mended.item = chosen.item
left join submission on chosen.mended_by = submission.submission_id
