-- title: 案卷评查记录
-- title_en: Reviewed cases
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
-- shortfalls: as_of
--
-- One row per case of the chosen unit (NULL: of all), those with a shortfall first, then
-- by unit and case number; `count_all` says how many there are before paging. `veto` is
-- NULL where it holds a word that means none.
with

found as (

    select
        submission_id,
        source_sheet,
        source_row,
        arg_min(severity, case severity when 'red' then 1 else 2 end) as severity
    from shortfall_on($as_of)
    where rule in ('case_failed', 'wrong_case_unaccounted')
    group by submission_id, source_sheet, source_row

),

one_page as (

    select
        case_review.*,
        found.severity
    from case_review
    left join found
        on
            case_review.submission_id = found.submission_id
            and case_review.source_sheet = found.source_sheet
            and case_review.source_row = found.source_row
    where $unit is null or case_review.unit = $unit
    order by
        case found.severity when 'red' then 1 when 'amber' then 2 else 3 end,
        case_review.unit,
        case_review.case_no,
        case_review.source_row
    limit $size offset $first

)

select
    unit,
    case_no,
    case_type,
    cause,
    reviewed_on,
    closed_on,
    reviewer,
    legality,
    reasonableness,
    documents,
    total,
    grade,
    case
        when trim(veto) not in (select word from nothing_word) then veto
    end as veto,
    problem,
    wrong_case,
    accountability,
    severity,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    (
        select count(*) from case_review
        where $unit is null or case_review.unit = $unit
    ) as count_all
from one_page
order by
    case severity when 'red' then 1 when 'amber' then 2 else 3 end,
    unit,
    case_no,
    source_row
