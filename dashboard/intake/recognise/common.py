"""Columns that any kind of sheet may have: whose row it is, and of which day."""

from __future__ import annotations

from dashboard.kinds.declare import Column

UNIT = "unit"
"""Whose row it is. In the kind 单位名录 the unit's name is the data itself."""

REPORTED_ON = "reported_on"

ONE_ROW_A_UNIT = ("staffing", "enforcement", "random_inspection")
"""Kinds of figures of which a unit has one row a day."""

ANSWERED = ("yesno", "step", "choice")
"""Types of columns that ask, and are answered by a word or a tick."""
SURE = 0.75
"""From here on a match of heading and column is taken without a word."""
PLAINLY = 0.94
"""From here on the heading is the column's own, or one of its other names."""
LEAST = 0.62
"""From here on it is taken with a warning; below it is only named."""

UNIT_COLUMN = Column(
    UNIT,
    "单位",
    spellings=(
        "单位名称",
        "责任单位",
        "填报单位",
        "被督导单位",
        "执法单位",
        "报送单位",
        "上报单位",
        "填报部门",
        "报送部门",
        "被评查单位",
        "被检查单位",
        "督导单位名称",
        "督导对象",
        "执法机构",
        "执法主体",
        "执法主体名称",
        "执法单位名称",
        "执法部门",
        "办案单位",
        "办案机构",
        "案件承办单位",
        "制定单位",
        "制定机关",
        "制定部门",
        "制发单位",
        "制发机关",
        "发文单位",
        "发文机关",
        "印发单位",
        "起草单位",
        "起草部门",
        "决策单位",
        "决策主体",
        "决策承办单位",
        "承办单位",
        "承办部门",
        "办理单位",
        "办理部门",
        "受理单位",
        "受理部门",
        "公开单位",
        "公开主体",
        "公布单位",
        "实施单位",
        "实施部门",
        "实施主体",
        "检查单位",
        "检查部门",
        "抽查单位",
        "抽查部门",
        "检查主体",
        "抽查主体",
        "牵头单位",
        "牵头部门",
        "牵头科室",
        "提供单位",
        "提供部门",
        "资料提供单位",
        "材料提供单位",
        "整改单位",
        "整改责任单位",
        "问题单位",
        "责任部门",
        "责任主体",
        "主办单位",
        "宣传单位",
        "供稿单位",
        "投稿单位",
        "报道单位",
        "稿件来源单位",
        "所属单位",
        "所在单位",
        "工作单位",
        "单位全称",
        "部门",
        "部门名称",
        "科室",
        "科室名称",
        "单位/科室",
        "单位科室",
        "单位(科室)",
        "局属单位",
        "局属各单位",
        "局属单位及科室",
        "机构名称",
        "文化站",
        "单位或科室",
        "填报科室",
        "主管单位",
        "组织单位",
        "department",
        "unit name",
        "organization",
    ),
)

REPORTED_COLUMN = Column(
    REPORTED_ON,
    "填报日期",
    "date",
    spellings=(
        "统计时点",
        "填报时间",
        "填表日期",
        "填表时间",
        "报送日期",
        "报送时间",
        "上报日期",
        "上报时间",
        "统计日期",
        "统计时间",
        "截至日期",
        "截至时间",
        "统计截止日期",
        "数据截止日期",
        "报告日期",
        "report date",
        "reporting date",
        "as of",
    ),
)

NEVER_UNIT = (
    "配合",
    "协办",
    "协助",
    "参与",
    "联合",
    "审核单位",
    "备案单位",
    "监督单位",
    "抄送",
    "被罚",
)
"""Words in a heading that say the units below are others than the row's own."""

NUMBERING = frozenset(
    (
        "序号",
        "序",
        "序列",
        "项次",
        "行次",
        "no",
        "编号",
        "号",
        "顺序号",
        "排序",
        "行号",
        "次序",
        "number",
        "index",
        "id",
    )
)
"""Headings of columns that may merely count rows."""

GENERIC = frozenset(
    (
        "备注",
        "说明",
        "比例",
        "占比",
        "姓名",
        "性别",
        "年龄",
        "职务",
        "职称",
        "岗位",
        "电话",
        "联系方式",
        "联系电话",
        "身份证号",
        "身份证号码",
        "数量",
        "人数",
        "金额",
        "小计",
        "合计",
        "总数",
        "其中",
        "得分",
        "年度",
        "月份",
        "时间",
        "日期",
        "内容",
        "项目",
        "名称",
        "情况",
        "审核",
        "签字",
        "附件",
        "地址",
        "指标",
        "数值",
        "填报内容",
        "填写内容",
        "具体内容",
        "指标名称",
        "编制数",
        "缺额",
        "remarks",
        "note",
    )
)
"""Headings of no kind in particular; they betray a header row, not what is in it."""
