-- title: 应公开的清单
-- title_en: The lists that the plan wants published
-- params: none
--
-- One row per list, in the plan's order; `list` is the id that 清单公开情况 stores.
select
    list,
    label,
    basis,
    list_no
from (
    values
    ('approvals', '行政审批事项清单', '四(一)1', 1),
    ('intermediary', '中介服务清单', '四(一)1', 2),
    ('powers', '权责清单', '四(一)2', 3),
    ('services', '公共服务清单', '四(一)2', 4),
    ('negative', '负面清单', '四(一)2', 5),
    ('fees', '收费和基金清单', '四(一)2', 6),
    ('decisions', '重大行政决策事项目录', '四(三)1', 7),
    ('enforcement_powers', '行政执法权责清单', '四(四)3', 8)
) as lists (list, label, basis, list_no)
