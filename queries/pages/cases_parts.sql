-- title: 同一张评查表内的分项得分
-- title_en: Scores of the three parts, sheet by sheet
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
--
-- One row per sheet with a part scored, of the chosen unit's cases (NULL: of all), the
-- newest first: the parts' maxima differ from sheet to sheet, so they are compared
-- within one alone. Means, least and most of each part. `count_all` counts the sheets
-- before paging.
with

sheets as materialized (

    select
        submission_id,
        source_sheet,
        max(reported_on) as reported_on,
        count(*) as count_cases
    from case_review
    where
        coalesce(legality, reasonableness, documents) is not null
        and ($unit is null or unit = $unit)
    group by submission_id, source_sheet

),

one_page as materialized (

    select *
    from sheets
    order by reported_on desc, count_cases desc, submission_id asc, source_sheet asc
    limit $size offset $first

)

select
    one_page.submission_id,
    any_value(scored.source_file) as source_file,
    one_page.source_sheet,
    string_agg(distinct scored.unit, '、' order by scored.unit) as units,
    one_page.reported_on,
    one_page.count_cases,
    avg(scored.legality) as legality_mean,
    min(scored.legality) as legality_least,
    max(scored.legality) as legality_most,
    avg(scored.reasonableness) as reasonableness_mean,
    min(scored.reasonableness) as reasonableness_least,
    max(scored.reasonableness) as reasonableness_most,
    avg(scored.documents) as documents_mean,
    min(scored.documents) as documents_least,
    max(scored.documents) as documents_most,
    min(scored.source_row) as source_row,
    (select count(*) from sheets) as count_all
from one_page
inner join case_review as scored
    on
        one_page.submission_id = scored.submission_id
        and one_page.source_sheet = scored.source_sheet
where
    coalesce(scored.legality, scored.reasonableness, scored.documents) is not null
    and ($unit is null or scored.unit = $unit)
group by
    one_page.submission_id,
    one_page.source_sheet,
    one_page.reported_on,
    one_page.count_cases
order by
    one_page.reported_on desc,
    one_page.count_cases desc,
    one_page.submission_id asc,
    one_page.source_sheet asc
