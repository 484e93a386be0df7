-- title: 各单位法制审核人员配备
-- title_en: Reviewers of legality against enforcement staff, by unit
-- params: as_of DATE
--
-- One row per enforcing unit and per other unit that sent its staffing. NULL staff:
-- nothing sent, or the cell left blank. Rows of one unit on the same base (口径) are
-- added up, a blank among them leaves the sum open; of several bases the one with most
-- missing counts. `required` is the share of staff rounded up to whole people, worked
-- out in decimals.
with

ratio as (

    select value
    from limits
    where rule = 'reviewer_ratio'

),

bases as (

    select
        unit,
        base_note,
        case when bool_and(enforcement_staff is not null) then sum(enforcement_staff) end
            as staff,
        case when bool_and(legal_reviewers is not null) then sum(legal_reviewers) end
            as reviewers,
        case
            when bool_and(qualified_reviewers is not null) then sum(qualified_reviewers)
        end as qualified,
        sum(legal_advisers) as advisers,
        sum(certified_staff) as certified,
        max(reported_on) as reported_on,
        arg_min(
            {
                'submission_id': submission_id,
                'source_file': source_file,
                'source_sheet': source_sheet,
                'source_row': source_row
            }, source_row
        ) as source
    from staffing
    group by unit, base_note

),

counted as (

    select
        bases.*,
        ceil(try_cast(bases.staff as decimal(18, 0)) * ratio.value) as required
    from bases
    cross join ratio

),

worst as (

    select *
    from counted
    qualify row_number() over (
        partition by unit
        order by required - reviewers desc nulls last, base_note
    ) = 1

),

directory as (

    select
        unit,
        bool_or(enforces) as enforces
    from unit
    where unit is not null
    group by unit

)

select
    coalesce(directory.unit, worst.unit) as unit,
    directory.enforces,
    try_cast(worst.staff as bigint) as staff,
    try_cast(worst.reviewers as bigint) as reviewers,
    try_cast(worst.required as bigint) as required,
    case
        when worst.reviewers is not null and worst.required is not null
            then try_cast(greatest(worst.required - worst.reviewers, 0) as bigint)
    end as missing,
    cast(worst.reviewers as double) / nullif(cast(worst.staff as double), 0) as ratio,
    try_cast(worst.qualified as bigint) as qualified,
    try_cast(worst.advisers as bigint) as advisers,
    try_cast(worst.certified as bigint) as certified,
    worst.base_note,
    worst.reported_on,
    worst.source.submission_id as submission_id,
    worst.source.source_file as source_file,
    worst.source.source_sheet as source_sheet,
    worst.source.source_row as source_row
from directory
full join worst on directory.unit = worst.unit
where directory.enforces or worst.unit is not null
