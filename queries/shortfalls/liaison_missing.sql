-- title: 未明确联络员
-- title_en: No liaison named
-- basis: 六(二)
-- severity: amber
-- params: as_of DATE
-- threshold: liaison_missing
-- source: unit.liaison
-- area: 6
-- explain: 局属各单位、机关各科室要明确1名联络员与领导小组办公室保持联系。
--
-- One row per unit of the directory whose liaison is blank or a word that means none.
-- Several names in one cell are at least one. A threshold of 0 asks for none.
with

directory as (

    select
        *,
        coalesce(trim(liaison), '') not in (select word from nothing_word) as has_liaison
    from unit
    where unit is not null
    qualify row_number() over (
        partition by unit
        order by has_liaison desc, source_row
    ) = 1

)

select
    'liaison_missing' as rule,
    directory.unit,
    '联络员' as item,
    0 as measured,
    limits.value as required,
    '未明确联络员' as gap,
    'amber' as severity,
    null as since_due,
    directory.submission_id,
    directory.source_file,
    directory.source_sheet,
    directory.source_row
from directory
cross join limits
where
    limits.rule = 'liaison_missing'
    and limits.value > 0
    and not directory.has_liaison
order by directory.source_row
