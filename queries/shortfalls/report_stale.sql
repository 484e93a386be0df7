-- title: 长期未报送
-- title_en: Nothing sent, or a required sheet never sent
-- basis: 六(二)
-- severity: amber, red
-- params: as_of DATE
-- threshold: report_stale_amber, report_stale_red
-- area: 6
-- explain: 创建期间超过14天没有报送任何表格,或应报的表从未报送的单位(黄);超过28天为红。
-- since_due: days past the fourteenth.
--
-- One row per unit of the directory with nothing sent for more than 14 days (amber; red
-- after 28) while a phase runs, counted from its newest reporting date or, where
-- nothing came since, from the first day of the campaign. And one row per unit and kind
-- of sheet that it owes (see the view required_kind) and never sent, in the same steps
-- from the day on which it was owed.
with

steps as (

    select
        max(value) filter (where rule = 'report_stale_amber') as amber_days,
        max(value) filter (where rule = 'report_stale_red') as red_days
    from limits

),

silent as (

    select
        unit_report.unit,
        '报送' as item,
        unit_report.days_silent as days,
        case
            when unit_report.last_reported_on is null then '从未报送'
            else concat('最近报送 ', unit_report.last_reported_on)
        end as what,
        unit_report.last_submission_id as submission_id
    from unit_report
    cross join season
    where season.is_running
    union all
    select
        unit,
        label as item,
        date_diff('day', owed_from, $as_of) as days,
        '从未报送' || label as what,
        null as submission_id
    from unit_owed
    where last_reported_on is null

)

select
    'report_stale' as rule,
    silent.unit,
    silent.item,
    silent.days as measured,
    steps.amber_days as required,
    concat(silent.what, ',已 ', silent.days, ' 天') as gap,
    case when silent.days > steps.red_days then 'red' else 'amber' end as severity,
    silent.days - steps.amber_days as since_due,
    silent.submission_id,
    submission.file as source_file,
    null as source_sheet,
    null as source_row
from silent
cross join steps
left join submission on silent.submission_id = submission.submission_id
where silent.days > steps.amber_days
order by silent.days desc, silent.unit, silent.item
