-- title: 印证资料清单
-- title_en: Materials that units listed, in the plan's order
-- params: as_of DATE, unit, area, task, form, provision, first, size
--
-- One row per listed material of the chosen unit, area, task, form and way of providing
-- (NULL: all), `size` of them (NULL: all) from `first` on; `count_all` says how many there
-- are before paging. `task_key` is the task's number in the plan, else what the unit wrote.
with

plan as (

    select
        task_id,
        any_value(area) as area,
        any_value(title) as title
    from task
    group by task_id

),

wanted as (

    select
        listed.*,
        plan.area,
        plan.title as task
    from task_evidence as listed
    left join plan on listed.task_id = plan.task_id
    where
        ($unit is null or listed.unit = $unit)
        and ($area is null or plan.area = $area)
        and ($task is null or coalesce(listed.task_id, listed.task_key) = $task)
        and ($form is null or listed.form = $form)
        and ($provision is null or listed.provision = $provision)

),

counted as (

    select count(*) as count_all
    from wanted

),

one_page as (

    select *
    from wanted
    order by
        task_id nulls last,
        unit,
        dated_on nulls last,
        title,
        submission_id,
        source_sheet,
        source_row
    limit $size offset $first

)

select
    one_page.task_id,
    one_page.area,
    one_page.task,
    one_page.unit,
    one_page.title,
    one_page.form,
    one_page.provision,
    one_page.location,
    one_page.dated_on,
    coalesce(one_page.task_id, one_page.task_key) as task_key,
    one_page.submission_id,
    one_page.source_file,
    one_page.source_sheet,
    one_page.source_row,
    counted.count_all
from one_page
cross join counted
order by
    one_page.task_id nulls last,
    one_page.unit,
    one_page.dated_on nulls last,
    one_page.title,
    one_page.submission_id,
    one_page.source_sheet,
    one_page.source_row
