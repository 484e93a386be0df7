"""指标阈值: the figures that rules compare with."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="threshold",
    label="指标阈值",
    collection="plan",
    order=4,
    titles=("阈值表", "指标表"),
    columns=(
        column(
            "rule",
            "规则编号",
            required=True,
            spellings="规则、编号、规则名、规则代码、规则标识、指标编号",
        ),
        column(
            "name",
            "名称",
            spellings="指标名称、指标、规则名称、阈值名称、指标说明、含义",
        ),
        column(
            "value",
            "阈值",
            type="quantity",
            spellings=(
                "数值、指标值、标准、取值、阈值数值、标准值、临界值、目标值、限值、threshold"
            ),
        ),
        column(
            "basis",
            "依据",
            spellings="文件依据、方案条款、政策依据、来源",
        ),
    ),
)
