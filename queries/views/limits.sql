-- title: 现行指标阈值
-- title_en: Thresholds in force
-- params: as_of DATE
--
-- One row per threshold id: the plan's own figure where it gives one, else the default.
-- A blank figure switches off a grade band; anywhere else the default stands, so that a
-- slip in the plan never silences a rule. A share written as 5 instead of 5 % is a
-- share. Figures are exact decimals: 5 % of 19 must not depend on binary fractions.
with

defaults (rule, name, value, is_share) as (

    values
    ('reviewer_ratio', '法制审核人员占执法人员比例', 0.05, true),
    ('document_unreviewed', '规范性文件合法性审核率', 1.0, true),
    ('enforcement_systems', '重大执法决定法制审核率', 1.0, true),
    ('task_behind', '进度落后于时间的幅度', 0.20, true),
    ('case_review_missing', '每年案卷评查次数', 1, false),
    ('case_failed', '案卷评查合格分数线', 60, false),
    ('grade_excellent', '优秀分数线', 90, false),
    ('grade_good', '良好分数线', 80, false),
    ('grade_pass', '合格分数线', 60, false),
    ('liaison_missing', '每单位联络员人数', 1, false),
    ('due_soon_days', '到期提醒提前天数', 3, false),
    ('report_stale_amber', '未报送天数(黄)', 14, false),
    ('report_stale_red', '未报送天数(红)', 28, false)

),

given as (

    select
        *,
        true as is_given
    from threshold
    where rule is not null
    qualify row_number() over (partition by rule order by source_row desc) = 1

),

chosen as (

    select
        coalesce(given.rule, defaults.rule) as rule,
        coalesce(given.name, defaults.name) as name,
        case
            when given.is_given and starts_with(given.rule, 'grade_') then given.value
            else coalesce(given.value, defaults.value)
        end as figure,
        coalesce(defaults.is_share, false) as is_share,
        given.basis,
        given.submission_id,
        given.source_file,
        given.source_sheet,
        given.source_row
    from defaults
    full join given on defaults.rule = given.rule

)

select
    rule,
    name,
    try_cast(
        round(case when is_share and figure > 1 then figure / 100 else figure end, 6)
        as decimal(18, 6)
    ) as value,
    is_share,
    basis,
    submission_id is null as is_default,
    submission_id,
    source_file,
    source_sheet,
    source_row
from chosen
