-- title: 同一张评查表内的分项得分
-- title_en: Scores of the three parts, sheet by sheet
-- params: as_of DATE
--
-- One row per sheet with a part scored: the parts' maxima differ from sheet to sheet, so
-- they are compared within one alone. Means, least and most of each part.
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
    min(source_row) as source_row
from case_review
where coalesce(legality, reasonableness, documents) is not null
group by submission_id, source_file, source_sheet
order by reported_on desc, count_cases desc, submission_id, source_sheet
