from __future__ import annotations

import pytest

from dashboard.intake.locate.grid import grid_of
from dashboard.intake.locate.tables import locate
from tests.intake.sheets import grid, only, read

HEAD = "|序号|单位|事项|受理日期|\n"


def body(text: str) -> dict[str, list[int]]:
    (found,) = locate(grid_of(grid(HEAD + text)))
    return {
        "rows": found.body.rows,
        "totals": found.body.totals,
        "notes": found.body.notes,
        "numbering": found.body.numbering,
        "sections": sorted(found.body.sections),
        "repeats": found.body.repeats,
    }


ROW = "|1|市图书馆|甲|2021-6-1|\n"


@pytest.mark.parametrize(
    ("text", "name", "rows"),
    [
        pytest.param("|甲|乙|1|2|\n" + ROW, "numbering", [1], id="letters, then numbers"),
        pytest.param("|1|2|3|4|\n" + ROW, "numbering", [1], id="numbers"),
        pytest.param(ROW + "|合 计||2件||\n", "totals", [2], id="total with a space in it"),
        pytest.param(ROW + "|2|小计|2件||\n", "totals", [2], id="subtotal after a number"),
        pytest.param("|一、投诉|<|<|<|\n" + ROW, "sections", [1], id="section over the width"),
        pytest.param("|一|局属单位|||\n" + ROW, "sections", [1], id="section with its ordinal"),
        pytest.param(ROW + HEAD + ROW, "repeats", [2], id="headings again"),
        pytest.param(ROW + "|注:略|<|<|<|\n", "notes", [2], id="note"),
        pytest.param(ROW + "|填表人:张三|||审核人:李四|\n", "notes", [2], id="signatures"),
        pytest.param(ROW + "|填表人|张三|审核人|李四|\n", "notes", [2], id="signatures in cells"),
        pytest.param(
            ROW + "|导出人:admin||导出时间:2021-07-05 10:22||\n", "notes", [2], id="export"
        ),
        pytest.param(ROW + "|第1页|||\n" + ROW, "notes", [2], id="page number"),
    ],
)
def test_rows_are_told_apart(text: str, name: str, rows: list[int]) -> None:
    found = body(text)
    assert found[name] == rows
    assert len(found["rows"]) == text.count(ROW)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("|2|市图书馆|合计金额不符|2021-6-1|\n", id="a total in the words of a case"),
        pytest.param("|2|市图书馆|注:超时|2021-6-1|\n", id="a note in a cell of a row"),
        pytest.param("|2||乙|2021-6-1|\n", id="a blank cell"),
    ],
)
def test_what_only_looks_like_a_total_or_a_note_is_data(row: str) -> None:
    assert body(ROW + row)["rows"] == [1, 2]


def test_rows_after_a_page_number_go_on() -> None:
    assert body(ROW + "|第1页|||\n" + ROW + ROW)["rows"] == [1, 3, 4]


def test_a_sparse_row_after_a_note_is_data_still() -> None:
    wide = "|单位|材料名称|任务编号|材料日期|材料类型|提供方式|\n"
    full = "|市图书馆|甲|4.1.1|2021-6-1|文件|已上传|\n"
    text = wide + full + "|说明:以下为补报。||||||\n" + "||乙|4.1.2|2021-6-2|||\n"
    (found,) = locate(grid_of(grid(text)))
    assert (found.body.rows, found.body.notes) == ([1, 3], [2])


def test_a_section_at_the_end_of_a_page_stands_over_the_next_page() -> None:
    text = "|一、市图书馆|<|<|<|\n" + ROW + "|二、市文化馆|<|<|<|\n|第1页|||\n" + HEAD + ROW
    assert body(text)["sections"] == [1, 3]


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param("|||市图书馆||\n|||2021年7月1日||\n", id="unit and date"),
        pytest.param("|||d:2021-07-01||\n", id="a real date"),
        pytest.param("|特此报告。||||\n|||市图书馆||\n|||2021年7月1日||\n", id="closing phrase"),
        pytest.param("|(联系人:张三 电话:3130001)||||\n", id="contact in brackets"),
        pytest.param("|(以下空白)||||\n", id="nothing below"),
        pytest.param("||以下无正文|||\n", id="no text below"),
    ],
)
def test_how_a_letter_ends_is_no_row(foot: str) -> None:
    found = body(ROW + ROW + foot)
    assert found["rows"] == [1, 2]
    assert found["notes"] == list(range(3, 3 + foot.count("\n")))


def test_a_lone_date_under_dates_is_data() -> None:
    assert body(ROW + "||||2021年7月1日|\n")["rows"] == [1, 2]


def test_rows_go_on_below_the_mark_of_a_continued_table() -> None:
    found = body(ROW + "|续上表||||\n" + ROW)
    assert (found["rows"], found["notes"]) == ([1, 3], [2])


@pytest.mark.parametrize("word", ["(满分)", "标准分", "分值"])
def test_the_row_of_full_marks_is_no_case(word: str) -> None:
    text = f"|案卷号|案由|合法性得分|总分|\n|{word}||50|100|\n|1号|甲|45|90|\n|分值|乙|1|2|\n"
    (found,) = locate(grid_of(grid(text)))
    assert (found.body.numbering, found.body.rows) == ([1], [2, 3])


def test_rows_of_a_narrow_table_go_on_after_a_note() -> None:
    text = "|序号|清单名称|\n|1|权责清单|\n|备注:以下为新增。||\n|2|公共服务清单|\n|填表人:|张三|\n"
    (found,) = locate(grid_of(grid(text)))
    assert (found.body.rows, found.body.notes) == ([1, 3], [2, 4])


def test_a_row_with_a_label_in_a_cell_is_no_line_over_the_next_page() -> None:
    row = "|2|市图书馆|乙|截至2021年7月4日|\n"
    assert body(ROW + row + HEAD + ROW)["rows"] == [1, 2, 4]


def test_the_signing_unit_and_its_date_are_a_foot_under_dates_too() -> None:
    assert body(ROW + ROW + "||||市图书馆|\n||||2021年7月1日|\n")["rows"] == [1, 2]


def test_a_row_that_counts_on_after_a_note_is_data_however_sparse() -> None:
    wide = (
        "|序号|材料名称|任务编号|材料日期|材料类型|提供方式|\n|1|甲|4.1.1|2021-6-1|文件|已上传|\n"
    )
    text = wide + "|备注:以下补报。||||||\n|2|乙|||||\n|填表人:张三|||审核人:李四|||\n"
    (found,) = locate(grid_of(grid(text)))
    assert (found.body.rows, found.body.notes) == ([1, 3], [2, 4])


def test_the_last_row_of_a_table_is_no_title_of_the_next() -> None:
    first, second = locate(
        grid_of(
            grid(
                "|投诉事项|办结日期|\n|甲|2021-6-1|\n|乙||\n|二、人员配备||\n"
                "|执法人员总数|法制审核人员数|\n|12|1|\n"
            )
        )
    )
    assert (first.body.rows, second.preamble) == ([1, 2], [3])


def test_two_cells_of_three_after_a_note_are_a_row_where_one_is_a_date() -> None:
    head = "|事项|受理日期|办结日期|\n|甲|2021-6-1|2021-6-2|\n|说明:补报。|||\n"
    text = head + "|乙|2021-6-3||\n|附件|略||\n"
    (found,) = locate(grid_of(grid(text)))
    assert found.body.rows == [1, 3, 4]
    text = text.replace("|乙|2021-6-3||", "|联系科室|法规科||")
    (found,) = locate(grid_of(grid(text)))
    assert (found.body.rows, found.body.notes) == ([1], [2, 3, 4])


def test_short_rows_between_a_note_and_the_rest_of_the_table_are_rows() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日||||
|清单名称|是否公开|公开日期|公开网址|
|权责清单|是|2021-03-01|https://a.gov.cn/1|
|注:以下为补报||||
|公共服务清单|否|||
|经办人:|张三|||
|负面清单|是|2021-03-03|https://a.gov.cn/3|
""")
    )
    table = only(reading)
    assert table.data["list"] == ["powers", "services", "negative"]
    assert table.data["source_row"] == [3, 5, 7]


def test_a_short_row_after_a_note_at_the_end_is_named() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日||||
|清单名称|是否公开|公开日期|公开网址|
|权责清单|是|2021-03-01|https://a.gov.cn/1|
|注:以下为补报||||
|公共服务清单|否|||
|填表人|张三|审核人|李四|
""")
    )
    assert only(reading).data["list"] == ["powers"]
    assert [(one.code, one.cell) for one in reading.problems] == [("row_under_note", "A5")]


@pytest.mark.parametrize("aside", ["(本表一式两份)", "（此表每月25日前报送）"])
@pytest.mark.parametrize("foot", ["", "|站长:杨继红||填表人:崔丹|\n"])
def test_a_text_in_brackets_below_the_rows_is_a_note(aside: str, foot: str) -> None:
    found = body(ROW + ROW + f"|{aside}|||\n" + foot)
    assert found["rows"] == [1, 2]
    assert sorted(found["notes"]) == [3, 4][: 1 + bool(foot)]


def test_a_name_in_brackets_over_rows_is_no_note() -> None:
    assert body(ROW + "|(市文化馆)|||\n" + ROW)["notes"] == []
