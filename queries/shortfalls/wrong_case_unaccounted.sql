-- title: 错案未追究责任
-- title_en: Wrong case with nobody held to account
-- basis: 四(四)3
-- severity: red
-- params: as_of DATE
-- threshold: none
-- source: case_review.accountability
-- area: 4.4
-- explain: 实行错案责任倒查问责制,认定为错案而没有责任追究记录的案卷逐件列出。
--
-- One row per case marked as wrong with no accountability recorded: the cell is blank
-- or says none (无, /, 暂无…). Any other words are a record, also that an inquiry is under
-- way, since what they are worth is for people to judge. A blank mark is no wrong case.
with

unaccounted as (

    select
        *,
        coalesce(case_no, '(未填案卷号)') as item
    from case_review
    where
        wrong_case
        and coalesce(reviewed_on <= $as_of, true)
        and coalesce(trim(accountability), '') in (select word from nothing_word)

)

select
    'wrong_case_unaccounted' as rule,
    unit,
    item,
    0 as measured,
    1 as required,
    '错案,未见责任追究记录' as gap,
    'red' as severity,
    null as since_due,
    submission_id,
    source_file,
    source_sheet,
    source_row
from unaccounted
qualify row_number() over (
    partition by unit, item
    order by reported_on desc, source_row
) = 1
order by unit, item
