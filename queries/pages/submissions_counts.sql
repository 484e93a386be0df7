-- title: 报送数
-- title_en: How many submissions fared how
-- params: as_of DATE
--
-- One row per result: ok, problems, refused, or withdrawn whatever it was before.
-- Submissions are counted whatever the day chosen.
select
    if(withdrawn_at is null, status, 'withdrawn') as result,
    count(*) as submissions
from submission
group by 1
order by 1
