"""创建步骤: the phases of the campaign and their dates."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="phase",
    label="创建步骤",
    collection="plan",
    order=2,
    titles=("步骤安排", "阶段安排", "工作阶段"),
    columns=(
        column(
            "phase_id",
            "序号",
            required=True,
            spellings="阶段序号、编号、步骤序号、阶段号、阶段编号",
        ),
        column(
            "name",
            "阶段名称",
            required=True,
            spellings="阶段、步骤、步骤名称、工作阶段、创建步骤、创建阶段、步骤内容、阶段步骤",
        ),
        column(
            "starts_on",
            "开始日期",
            type="date",
            spellings="开始时间、起始日期、起始时间、起、开始、启动时间、起始、启动日期、起止时间、起止日期、时间安排",
        ),
        column(
            "ends_on",
            "结束日期",
            type="date",
            spellings="结束时间、截止日期、完成时间、截止时间、完成时限、止、结束、完成日期",
        ),
        column(
            "deliverables",
            "交付成果",
            spellings="成果、工作成果、交付物、阶段成果、成果形式、主要成果、成果要求、提交成果",
        ),
        column(
            "basis",
            "依据",
            spellings="文件依据、方案条款、政策依据、来源、条款、依据条款",
        ),
    ),
)
