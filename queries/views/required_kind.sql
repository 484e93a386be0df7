-- title: 各单位应报送的表
-- title_en: The sheets that units owe
-- params: as_of DATE
--
-- One row per kind with the day from which it is owed, NULL where the plan has no such
-- phase. Every unit owes its ledger of tasks and, once it is collected, its evidence;
-- an enforcing unit owes three sheets besides. Case reviews have a rule of their own,
-- and the other ledgers are owed only by who has something to enter.
select
    kinds.kind,
    kinds.label,
    kinds.is_for_enforcing,
    case
        when kinds.kind = 'evidence' then season.evidence_starts_on
        else season.starts_on
    end as owed_from
from (
    values
    ('task_progress', '任务分解台账', false),
    ('evidence', '印证资料清单', false),
    ('staffing', '法制审核人员配备表', true),
    ('enforcement', '行政执法三项制度情况', true),
    ('random_inspection', '双随机抽查情况', true)
) as kinds (kind, label, is_for_enforcing)
cross join season
