-- title: 重大行政决策程序矩阵
-- title_en: Major decisions and the steps of their procedure
-- params: as_of DATE, unit VARCHAR, first INTEGER, size INTEGER
-- shortfalls: as_of
--
-- One row per decision of the chosen unit (NULL: of all), the worst first; `steps` lists
-- its steps in order, each with id, label and state. `count_all` counts before paging.
-- Only the decisions of the page are taken apart into steps: a season has thousands.
with

found as (

    select
        submission_id,
        source_sheet,
        source_row,
        min(case severity when 'red' then 1 when 'amber' then 2 else 3 end) as level,
        count(*) as count_found,
        string_agg(gap, ';' order by rule) as gap
    from shortfall_on($as_of)
    where rule in ('decision_procedure', 'decision_archive')
    group by submission_id, source_sheet, source_row

),

page as materialized (

    select
        listed.*,
        found.level,
        found.count_found,
        found.gap
    from major_decision as listed
    left join found
        on
            listed.submission_id = found.submission_id
            and listed.source_sheet = found.source_sheet
            and listed.source_row = found.source_row
    where $unit is null or listed.unit = $unit
    order by
        found.level asc nulls last,
        found.count_found desc nulls last,
        listed.decided_on desc nulls last,
        listed.unit asc,
        listed.source_row asc
    limit $size offset $first

),

steps as (

    select
        taken.submission_id,
        taken.source_sheet,
        taken.source_row,
        list(
            { 'id': taken.step, 'label': taken.label, 'state': taken.state }
            order by taken.step_no
        ) as steps
    from decision_steps as taken
    semi join page
        on
            taken.submission_id = page.submission_id
            and taken.source_sheet = page.source_sheet
            and taken.source_row = page.source_row
    group by taken.submission_id, taken.source_sheet, taken.source_row

)

select
    page.unit,
    page.title,
    page.decided_on,
    steps.steps,
    case page.level when 1 then 'red' when 2 then 'amber' when 3 then 'blue' end
        as severity,
    page.gap,
    (
        select count(*) from major_decision as listed
        where $unit is null or listed.unit = $unit
    ) as count_all,
    page.reported_on,
    page.submission_id,
    page.source_file,
    page.source_sheet,
    page.source_row
from page
left join steps
    on
        page.submission_id = steps.submission_id
        and page.source_sheet = steps.source_sheet
        and page.source_row = steps.source_row
order by
    page.level asc nulls last,
    page.count_found desc nulls last,
    page.decided_on desc nulls last,
    page.unit asc,
    page.source_row asc
