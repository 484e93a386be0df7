-- title: 印证资料对应的任务
-- title_en: Evidence with the task that it stands for
-- params: as_of DATE
--
-- One row per listed material. The task is found by its number, else by its title where
-- that was written in place of the number. `counts` says whether the material answers
-- the call of 五(三): uploaded, shown on site or stated; a material whose way of
-- provision was left blank counts where its place or link is given, since then it can
-- be looked at.
with

names as materialized (

    select *
    from task_name

),

respelt as (

    select
        listed.*,
        names.task_id as plan_id,
        case
            when names.task_id is null
                then regexp_replace(
                    translate(lower(listed.task_id), '０１２３４５６７８９．。', '0123456789..'),
                    '\s+|[.、\s]+$', '', 'g'
                )
        end as spelt_id,
        case
            when names.task_id is null
                then regexp_replace(
                    lower(listed.task_id), '^[\d.、()()\s]+|\s+|[.、。;；:：\s]+$', '', 'g'
                )
        end as spelt_title
    from evidence as listed
    left join names on listed.task_id = names.spelling

),

matched as (

    select
        respelt.*,
        coalesce(respelt.plan_id, by_id.task_id, by_title.task_id) as found_id
    from respelt
    left join names as by_id on respelt.spelt_id = by_id.spelling
    left join names as by_title on respelt.spelt_title = by_title.spelling

)

select
    unit,
    coalesce(found_id, nullif(spelt_title, ''), spelt_id, '') as task_key,
    found_id as task_id,
    title,
    form,
    provision,
    location,
    dated_on,
    coalesce(
        provision in ('uploaded', 'on_site', 'statement'),
        nullif(trim(location), '') is not null
    ) as counts,
    reported_on,
    submission_id,
    source_file,
    source_sheet,
    source_row
from matched
