-- title: 同一张评查表内的分项得分
-- title_en: Scores of the three parts, sheet by sheet
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
--
-- One row per sheet with a part scored, of the chosen unit's cases (NULL: of all), the
-- newest first: the parts' maxima differ from sheet to sheet, so they are compared
-- within one alone. Means, least and most of each part. `count_all` counts the sheets
-- before paging.
select
    submission_id,
    source_file,
    source_sheet,
    string_agg(distinct unit, '、' order by unit) as units,
    max(reported_on) as reported_on,
    count(*) as count_cases,
    avg(legality) as legality_mean,
    min(legality) as legality_least,
    max(legality) as legality_most,
    avg(reasonableness) as reasonableness_mean,
    min(reasonableness) as reasonableness_least,
    max(reasonableness) as reasonableness_most,
    avg(documents) as documents_mean,
    min(documents) as documents_least,
    max(documents) as documents_most,
    min(source_row) as source_row,
    count(*) over () as count_all
from case_review
where
    coalesce(legality, reasonableness, documents) is not null
    and ($unit is null or unit = $unit)
group by submission_id, source_file, source_sheet
order by reported_on desc, count_cases desc, submission_id asc, source_sheet asc
limit $size offset $first
