"""任务分解总表: the plan's tasks, one row each, with clause and deadline."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="task",
    label="任务分解总表",
    collection="plan",
    order=3,
    titles=("任务总表", "重点任务总表"),
    columns=(
        column(
            "task_id",
            "任务编号",
            required=True,
            spellings="编号、任务序号、任务号、序列编号、任务代码",
        ),
        column(
            "area",
            "重点任务",
            spellings=(
                "领域、重点任务领域、重点任务名称、任务领域、一级任务、工作领域、"
                "任务板块、重点领域、任务类别"
            ),
        ),
        column(
            "title",
            "任务名称",
            required=True,
            spellings=(
                "工作任务、任务、具体任务、任务事项、任务标题、二级任务、工作任务名称、主要任务"
            ),
        ),
        column(
            "requirement",
            "工作要求",
            spellings=(
                "任务要求、具体要求、工作标准、任务内容、具体内容、工作内容、目标要求、"
                "任务要求及标准、主要内容"
            ),
        ),
        column(
            "lead_unit",
            "牵头单位",
            spellings="牵头科室、责任单位、牵头部门、主责单位、责任科室、负责单位",
        ),
        column(
            "due_on",
            "完成时限",
            type="date",
            spellings=(
                "完成时间、时限、完成日期、截止时间、截止日期、办结时限、时间要求、完成时间节点"
            ),
        ),
        column(
            "basis",
            "依据",
            spellings="方案条款、文件依据、来源、政策依据、对应条款、依据条款",
        ),
    ),
)
