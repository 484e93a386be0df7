-- title: 会议:督导问题数量
-- title_en: Meeting: findings open and closed
-- params: as_of DATE
--
-- One row: findings so far, closed, open, and open past their due date.
select
    count(*) as findings,
    count(*) filter (where is_closed) as closed,
    count(*) filter (where not is_closed) as open,
    count(*) filter (where not is_closed and due_on < $as_of) as overdue
from finding_age
