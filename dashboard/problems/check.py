"""What rows must hold: required cells, and cells that contradict one another."""

from dashboard.problems import ProblemType

_CHECK_ZH = "请核对后更正。"
_CHECK_EN = "Check and correct."

PROBLEMS = (
    ProblemType(
        "required_blank",
        "error",
        "必填项“{label}”为空。",
        "The required cell {label} is blank. ",
        "请补填。",
        "Fill it in.",
    ),
    ProblemType(
        "merged_columns",
        "warning",
        "这一格合并了“{labels}”几列，内容只记入第一列，其余按空白收下。",
        "The cell is merged over {labels}; it was taken for the first, the others as blank. ",
        "请取消合并，每列分别填写。",
        "Unmerge it and fill in each column.",
    ),
    ProblemType(
        "merged_units",
        "error",
        "“{label}”一格合并了第 {rows} 行的几个单位，看不出各是多少，未采用。",
        "{label} is one cell merged over the units of the rows {rows}: none was taken. ",
        "请取消合并，逐个单位填写。",
        "Unmerge it and fill in each unit.",
    ),
    ProblemType(
        "directory_in_part",
        "error",
        "名录中有 {count} 个单位不在这张表里（{names}）；新名录整体取代旧名录，它们将不再列入。",
        "The list leaves out {count} units of the directory ({names}), which it replaces. ",
        "如不是要更换名录，请撤回这次报送，把联络员等填入“单位名录”整表重报。",
        "Withdraw it unless it is a new directory; else send the whole directory.",
    ),
    ProblemType(
        "part_above_whole",
        "warning",
        "“{part}”（{part_value}）多于“{whole}”（{whole_value}）。",
        "{part} ({part_value}) is more than {whole} ({whole_value}). ",
        _CHECK_ZH,
        _CHECK_EN,
    ),
    ProblemType(
        "total_not_parts",
        "warning",
        "总分 {total} 与各分项 {parts} 对不上。",
        "The total {total} does not follow from its parts {parts}. ",
        _CHECK_ZH,
        _CHECK_EN,
    ),
    ProblemType(
        "ratio_differs",
        "warning",
        "表中比例为 {written}，按人数计算为 {computed}。",
        "The ratio written is {written}; computed from the counts it is {computed}. ",
        _CHECK_ZH,
        _CHECK_EN,
    ),
    ProblemType(
        "subtotal_differs",
        "warning",
        "“{label}”的合计为 {written}，按各行相加为 {computed}。",
        "The total of {label} is written as {written}; the rows add up to {computed}. ",
        _CHECK_ZH,
        _CHECK_EN,
    ),
    ProblemType(
        "dates_reversed",
        "warning",
        "“{later}”（{later_day}）早于“{earlier}”（{earlier_day}）。",
        "{later} ({later_day}) is before {earlier} ({earlier_day}). ",
        _CHECK_ZH,
        _CHECK_EN,
    ),
    ProblemType(
        "duplicate_identity",
        "warning",
        "“{identity}”在第 {first} 行和第 {second} 行重复，以后一行为准。",
        "{identity} stands in row {first} and again in row {second}; the later row counts. ",
        "请删除重复的一行，或更正编号。",
        "Delete one of them, or correct the number.",
    ),
    ProblemType(
        "unit_twice",
        "error",
        "单位“{unit}”在 {first} 和 {second} 各报了一次，数字不同。",
        "The unit {unit} is reported at {first} and again at {second}, with other figures. ",
        "请保留正确的一行。",
        "Keep the row that is right.",
    ),
    ProblemType(
        "parts_added_up",
        "warning",
        "单位“{unit}”的数据按 {parts} 分别填报，没有合计，已替您相加。",
        "The figures of the unit {unit} are given apart for {parts}, without a total; "
        "they were added up. ",
        "请核对相加的结果，或增加“合计”。",
        "Check the sums, or add a total.",
    ),
    ProblemType(
        "row_replaced",
        "warning",
        "{second} 与 {first} 是同一事项，以后一处为准，前一处填写的 {labels} 不再计入。",
        "{second} is about the same as {first}; the later one stands, and {labels} of the "
        "earlier one no longer count. ",
        "请把一个事项的各栏写在同一行里。",
        "Write all columns of one item into one row.",
    ),
    ProblemType(
        "list_in_parts",
        "error",
        "单位“{unit}”的人员名单分在 {first} 和 {second} 两处，没有替您合计。",
        "The list of names of the unit {unit} is in parts, at {first} and {second}; "
        "they were not added up. ",
        "请把一个单位的人员列在同一张表里。",
        "Put all persons of a unit into one table.",
    ),
)
