-- title: 案卷评查记录
-- title_en: Reviewed cases
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
-- shortfalls: as_of
--
-- One row per case of the chosen unit (NULL: of all), those with a shortfall first, then
-- by unit and case number; `count_all` says how many there are before paging.
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

)

select
    case_review.unit,
    case_review.case_no,
    case_review.case_type,
    case_review.cause,
    case_review.reviewed_on,
    case_review.closed_on,
    case_review.reviewer,
    case_review.legality,
    case_review.reasonableness,
    case_review.documents,
    case_review.total,
    case_review.grade,
    case_review.veto,
    case_review.problem,
    case_review.wrong_case,
    case_review.accountability,
    found.severity,
    case_review.reported_on,
    case_review.submission_id,
    case_review.source_file,
    case_review.source_sheet,
    case_review.source_row,
    count(*) over () as count_all
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
