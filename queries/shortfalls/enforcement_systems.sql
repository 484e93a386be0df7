-- title: 行政执法三项制度不到位
-- title_en: The three enforcement systems not in place
-- basis: 四(四)1
-- severity: red
-- params: as_of DATE
-- threshold: enforcement_systems
-- source: enforcement.publicity, enforcement.recording, enforcement.major_reviewed
-- area: 4.4
-- explain: 行政执法公示、执法全过程记录应当建立,重大执法决定法制审核率须达100%。
--
-- One row per unit and system: publicity or recording that is not in place (a blank
-- shows nothing in place and is told apart in the gap), or fewer major decisions
-- reviewed than the share (100 %) of those made, in whole decisions. No decision made,
-- nothing to review; a blank count is no count. Offices that the directory calls not
-- enforcing are left out.
with

others as (

    select unit
    from unit
    where unit is not null
    group by unit
    having bool_and(enforces is not distinct from false)

),

stated as (

    select
        enforcement.*,
        ceil(try_cast(major_decisions as decimal(18, 0)) * limits.value) as reviews_due
    from enforcement
    cross join limits
    where
        limits.rule = 'enforcement_systems'
        and coalesce(unit, '') not in (select unit from others)

),

systems as (

    select
        stated.*,
        unnest([
            {
                'item': '行政执法公示制度',
                'source': 'enforcement.publicity',
                'measured': coalesce(cast(publicity as bigint), 0),
                'required': 1,
                'gap': case when publicity is null then '未填报' else '未落实' end
            },
            {
                'item': '执法全过程记录制度',
                'source': 'enforcement.recording',
                'measured': coalesce(cast(recording as bigint), 0),
                'required': 1,
                'gap': case when recording is null then '未填报' else '未落实' end
            },
            {
                'item': '重大执法决定法制审核制度',
                'source': 'enforcement.major_reviewed',
                'measured': major_reviewed,
                'required': cast(reviews_due as bigint),
                'gap': concat(
                    '重大执法决定 ', major_decisions, ' 件,经法制审核 ', major_reviewed,
                    ' 件,缺 ', reviews_due - major_reviewed, ' 件'
                )
            }
        ]) as system
    from stated

)

select
    'enforcement_systems' as rule,
    unit,
    system.item as item,
    system.measured as measured,
    system.required as required,
    system.gap as gap,
    'red' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row,
    system.source as source_column
from systems
where system.measured < system.required
qualify row_number() over (
    partition by unit, system.item
    order by system.required - system.measured desc, source_row
) = 1
order by unit, item
