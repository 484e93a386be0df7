"""What stands in a file and may not be meant: sheets, rows and days that a person must see."""

from dashboard.problems import ProblemType

PROBLEMS = (
    ProblemType(
        "sheet_set_aside",
        "warning",
        "工作表“{name}”按名称是作废、草稿或样表，同类的表以其他工作表为准，这里的未采用。",
        "By its name the sheet {name} is void, a draft or a sample: its tables were left out for "
        "those of that kind on other sheets. ",
        "如应采用，请改工作表名称；否则请删除。",
        "Rename the sheet if it is to count, else delete it.",
    ),
    ProblemType(
        "reported_before_season",
        "warning",
        "填报日期 {day} 比创建开始的 {first} 早了半年以上，已照填写的收下。",
        "The reporting date {day} is more than half a year before the plan begins ({first}). ",
        "请核对填报日期的年份。",
        "Check the year of the reporting date.",
    ),
    ProblemType(
        "row_of_one_cell",
        "warning",
        "第 {rows} 行只填了一格，已各作为单独一条收下。",
        "The rows {rows} have one cell filled; each was taken for a record of its own. ",
        "如是上一行的内容，请并入上一行；如是说明，请移到表外。",
        "Put it into the row above if it belongs there, or out of the table if it is a remark.",
    ),
    ProblemType(
        "rows_repeated",
        "warning",
        "第 {rows} 行与{where}第 {first} 行写的是同一事项，都已收下，会重复计算。",
        "The rows {rows} are about the same as the rows {first}; all were taken and count. ",
        "请核对，删除重复的行。",
        "Check them, and delete those that are not to count.",
    ),
    ProblemType(
        "row_shifted",
        "error",
        "第 {row} 行的内容像是向{side}错了一格，有几格对不上表头。",
        "The cells of row {row} seem to stand one column too far: some do not fit their headings. ",
        "请把这一行移回原位后重新报送。",
        "Move them back and send it again.",
    ),
    ProblemType(
        "struck_out",
        "warning",
        "第 {rows} 行有加了删除线的内容，已照常采用。",
        "In the rows {rows} something is struck out; it was taken all the same. ",
        "如已作废，请删除后重新报送。",
        "Delete it if it is void, and send it again.",
    ),
    ProblemType(
        "row_in_one_cell",
        "error",
        "第 {row} 行的内容全在一格里，没有分列。",
        "The whole of row {row} stands in one cell. ",
        "请分列填写后重新报送。",
        "Part it into its columns and send it again.",
    ),
)
