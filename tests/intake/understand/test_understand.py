"""The whole of intake on literal sheets: what a file as a whole is, corrections, counts."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dashboard.intake.model import Context, Correction
from tests.intake.sheets import CONTEXT, codes, grid, only, read, rows

PUBLICITY = grid("""
|填报日期:2021-6-30|||
|单位|标题|媒体|栏目|
|市图书馆|甲|漯河日报|要闻|
|市文化馆|乙|河南日报|文化|
""")


def test_a_file_without_any_table_is_refused_with_what_it_holds() -> None:
    reading = read(grid("|会议通知|\n|各科室:|\n|请于明日开会。|"))
    assert reading.status == "refused"
    assert reading.reason is not None
    assert "会议通知" in reading.reason
    assert codes(reading) == [("no_known_table", None)]


def test_a_blank_workbook_is_refused() -> None:
    reading = read(grid(""), grid("", name="Sheet2"))
    assert reading.status == "refused"
    assert "空" in (reading.reason or "")


def test_warnings_leave_a_file_ok_and_errors_do_not() -> None:
    near = grid("|填报日期:2021-6-30||\n|单位|标题|媒体|\n|市图书舘|甲|漯河日报|")
    unknown = grid("|填报日期:2021-6-30||\n|单位|标题|媒体|\n|税务局|甲|漯河日报|")
    assert read(near).status == "ok"
    assert read(unknown).status == "problems"


def test_a_column_that_was_not_taken_is_named() -> None:
    assert only(read(PUBLICITY)).unmatched == {"D": "栏目"}


@pytest.mark.parametrize("heading", ["执法人员数", "执法人员"])
@pytest.mark.parametrize("typed", ["12abc", "0x10", "约15O人", "不详", "若干"])
def test_a_mistyped_count_is_no_person(heading: str, typed: str) -> None:
    sheet = grid(f"""
    |填报日期:2021-6-30|||
    |单位|{heading}|法制审核人员数|
    |市图书馆|{typed}|1|
    """)
    reading = read(sheet)
    assert [(code, cell) for code, cell in codes(reading) if cell == "B3"] != []
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(None, 1)]


def test_a_qualification_that_persons_have_or_not_is_no_count() -> None:
    sheet = grid("""
    |源汇大队行政执法人员名册|填报日期:2021-6-30||||
    |序号|姓名|性别|执法证编号|是否法制审核人员|法律职业资格|
    |1|张伟|男|16110001|是|有|
    |2|李娜|女|16110002|否|无|
    |3|王强|男|16110003|否|无|
    """)
    counts = ("enforcement_staff", "legal_reviewers", "qualified_reviewers")
    assert rows(only(read(sheet)), *counts) == [(3, 1, 1)]


def test_a_title_lends_its_year_where_nothing_else_tells_one() -> None:
    sheet = grid("""
    |2021年度双随机抽查计划|||
    |单位|抽查事项|抽查时间|
    |市图书馆|旅行社检查|10月至11月|
    """)
    reading = read(sheet)
    assert rows(only(reading), "due_on") == [(dt.date(2021, 11, 30),)]
    assert "date_without_year" not in [code for code, _ in codes(reading)]


def test_headings_under_which_nothing_is_a_label_are_no_form() -> None:
    sheet = grid("""
    |Item|Units|
    |1|1000|
    |2|500|
    |3|200|
    |||
    |Item|Units|
    |1|750|
    """)
    assert codes(read(sheet)) == [("no_known_table", None)]


def test_a_header_that_lost_its_headings_is_no_reason_to_fail() -> None:
    sheet = grid("""
    |市文化馆工作台账及任务分解表|<|<|<|<|
    |序号|任务编号||||
    |^|^|.|||
    |||.|10月底|未启动|
    """)
    sheet.merges += [(1, 2, 1, 3), (2, 2, 2, 3)]
    assert read(sheet).status == "refused"


def test_without_a_directory_names_are_kept_and_that_is_said_once() -> None:
    context = Context(received_on=dt.date(2021, 7, 1), plan_year=2021)
    reading = read(PUBLICITY, context=context)
    assert rows(only(reading), "unit", "unit_written") == [
        ("市图书馆", "市图书馆"),
        ("市文化馆", "市文化馆"),
    ]
    assert codes(reading) == [("units_not_known", None)]


@pytest.mark.parametrize(
    ("unit", "taken"),
    [
        pytest.param(None, True, id="for every unit"),
        pytest.param("漯河市文化馆", True, id="for a unit of the sheet"),
        pytest.param("漯河市博物馆", False, id="for another unit"),
    ],
)
def test_a_corrected_heading_is_read_as_a_person_settled_it(unit: str | None, taken: bool) -> None:
    settled = Correction("heading", "publicity", unit, written="栏目", column="level")
    context = dataclasses.replace(CONTEXT, corrections=(settled,))
    sheet = grid("""
|填报日期:2021-6-30|||
|单位|标题|媒体|栏目|
|市文化馆|乙|河南日报|省级|
""")
    table = only(read(sheet, context=context))
    assert table.columns.get("level") == ("D" if taken else table.columns.get("level"))
    if taken:
        assert table.confidence["level"] == 1.0


def test_a_heading_may_be_settled_as_meaning_nothing() -> None:
    settled = Correction("heading", "publicity", None, written="媒体", column=None)
    context = dataclasses.replace(CONTEXT, corrections=(settled,))
    table = only(read(PUBLICITY, context=context))
    assert "outlet" not in table.columns
    assert table.unmatched["C"] == "媒体"


def test_the_row_of_the_headings_may_be_settled() -> None:
    sheet = grid(
        """
|标题|媒体|级别|
|(应为下一行)|||
|题|刊|级|
|甲|漯河日报|市级|
""",
        name="市图书馆2021-6-30",
    )
    settled = Correction("header_row", "publicity", None, sheet="市图书馆*", header_row=3)
    named = tuple(
        Correction("heading", "publicity", None, written=written, column=column)
        for written, column in (("题", "title"), ("刊", "outlet"), ("级", "level"))
    )
    context = dataclasses.replace(CONTEXT, corrections=(settled, *named))
    table = only(read(sheet, file="宣传报道.xlsx", context=context))
    assert table.header_rows == [3]
    assert rows(table, "title", "outlet", "level") == [("甲", "漯河日报", "municipal")]


def test_every_cell_is_counted_once() -> None:
    reading = read(
        grid("""
|投诉举报台账|<|<|<|
|填报单位:市图书馆||填报日期:2021-6-30||
|序号|事项|受理日期|备注|
|1|2|3|4|
|1|甲|2021-6-1||
|2|乙|某日|口头|
|合计|2件|||
|填表人:张三||||
""")
    )
    (count,) = reading.counts
    assert (count.title, count.heading, count.numbering) == (3, 4, 6)
    assert (count.taken, count.problem, count.unmatched) == (3, 1, 1)
    assert (count.subtotal, count.note, count.outside) == (2, 1, 0)
    assert count.total == 21


def test_of_forms_below_one_another_every_cell_is_counted_for_what_it_is() -> None:
    forms = "".join(
        f"""
|行政执法案卷评查表||||
|案卷号|{no}|评查日期|2021-6-{day}|
|合法性得分|36|总分|88|
"""
        for no, day in (("甲1号", 1), ("甲2号", 2))
    )
    sheet = grid(f"|填报单位:执法支队||填报日期:2021-6-30||{forms}|填表人:张三||审核人:李四||")
    reading = read(sheet)
    assert only(reading).unmatched == {}
    (count,) = reading.counts
    assert (count.total, count.taken, count.heading) == (22, 8, 8)
    assert (count.title, count.note, count.outside) == (4, 2, 0)


def test_a_table_of_forms_says_where_each_cell_stands() -> None:
    table = only(
        read(
            grid("""
|填报单位|市图书馆|填报日期|2021-6-30|
|执法人员总数|12|法制审核人员数|1|
|法律顾问数|1|口径|在编|
""")
        )
    )
    assert table.row_cells == [
        {
            "enforcement_staff": "B2",
            "legal_reviewers": "D2",
            "legal_advisers": "B3",
            "base_note": "D3",
        }
    ]


def test_a_merged_cell_is_named_by_its_first_cell() -> None:
    reading = read(
        grid("""
|填报日期:2021-6-30||||
|单位|标题|媒体|日期|
|市图书馆|甲|漯河日报|某日|
|^|乙|河南日报|^|
""")
    )
    assert codes(reading) == [("not_a_date", "D3")]


@pytest.mark.parametrize(
    ("line", "sheet", "file", "day", "source"),
    [
        ("填报日期:2021-6-9", "六月", "7月.xlsx", (2021, 6, 9), "sheet"),
        ("2021年5月宣传报道", "六月", "7月.xlsx", (2021, 5, 31), "title"),
        ("宣传报道", "6月", "7月.xlsx", (2021, 6, 30), "sheet_name"),
        ("宣传报道", "Sheet1", "报表20210701.xlsx", (2021, 7, 1), "file_name"),
        ("宣传报道", "Sheet1", "报表.xlsx", (2021, 7, 15), "arrival"),
    ],
)
def test_the_reporting_date_is_the_nearest_said(
    line: str, sheet: str, file: str, day: tuple[int, int, int], source: str
) -> None:
    text = f"|{line}||\n|单位|标题|媒体|\n|市图书馆|甲|漯河日报|"
    table = only(read(grid(text, name=sheet), file=file))
    assert (table.reported_on, table.reported_by) == (dt.date(*day), source)


@pytest.mark.parametrize(
    ("column", "line", "sheet", "file", "unit"),
    [
        ("市博物馆", "填报单位:市图书馆", "市文化馆", "艺术科.xlsx", "漯河市博物馆"),
        ("", "填报单位:市图书馆", "市文化馆", "艺术科.xlsx", "漯河市图书馆"),
        ("", "宣传报道", "市文化馆", "艺术科.xlsx", "漯河市文化馆"),
        ("", "宣传报道", "Sheet1", "艺术科.xlsx", "艺术科"),
    ],
)
def test_rows_belong_to_the_unit_named_nearest(
    column: str, line: str, sheet: str, file: str, unit: str
) -> None:
    text = f"|{line}||\n|单位|标题|媒体|\n|{column}|甲|漯河日报|"
    table = only(read(grid(text, name=sheet), file=file))
    assert table.unit == unit


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("|市图书馆||2021年6月30日|", dt.date(2021, 6, 30)),
        ("|市图书馆||d:2021-06-30|", dt.date(2021, 6, 30)),
        ("|市图书馆||2021年6月|", dt.date(2021, 6, 30)),
        ("|评查单位:市图书馆||2021.6.29|", dt.date(2021, 6, 29)),
    ],
)
def test_unit_and_date_without_labels_in_cells_of_their_own(line: str, day: dt.date) -> None:
    sheet = grid(f"|宣传报道统计表|||\n{line}\n|标题|媒体|日期|级别|\n|甲|漯河日报|2021-6-3|市级|")
    table = only(read(sheet))
    assert rows(table, "unit", "reported_on") == [("漯河市图书馆", day)]


def test_grades_to_be_ticked_are_read_though_nothing_is_merged_down() -> None:
    sheet = grid("""
    |填报单位:市图书馆|||填报日期:2021-6-30||
    |案卷号|案由|评查等次|<|<|
    |||优秀|合格|不合格|
    |1号|甲|√|||
    |2号|乙|||√|
    """)
    assert rows(only(read(sheet)), "case_no", "grade") == [("1号", "excellent"), ("2号", "fail")]


def test_a_unit_that_two_sheets_report_differently_is_named() -> None:
    text = "|填报单位:市图书馆|填报日期:2021-6-30|\n|执法人员总数|法制审核人员数|\n|12|{}|"
    one, other = grid(text.format(1), "一"), grid(text.format(2), "二")
    assert ("unit_twice", "A3") in codes(read(one, other))
    assert "unit_twice" not in dict(codes(read(one, grid(text.format(1), "二"))))


def test_a_list_of_names_beside_the_counts_contradicts_them_only_where_it_does() -> None:
    counts = grid(
        "|填报单位:市图书馆|填报日期:2021-6-30||\n|执法人员总数|法制审核人员数|法律顾问数|\n|2|1|1|"
    )
    names = "|填报单位:市图书馆|填报日期:2021-6-30|\n|姓名|是否法制审核人员|\n|甲|是|\n|乙|{}|"
    assert "unit_twice" not in dict(codes(read(counts, grid(names.format("否"), "名册"))))
    assert ("unit_twice", "A3") in codes(read(counts, grid(names.format("是"), "名册")))


@pytest.mark.parametrize(
    ("parts", "filled", "day"),
    [
        ("|年|月|日|", "|2021|7|3|", dt.date(2021, 7, 3)),
        ("|年|月|日|", "|2021|7||", dt.date(2021, 7, 31)),
        ("|年|月|日|", "||||", None),
    ],
)
def test_dates_whose_parts_have_columns_of_their_own(
    parts: str, filled: str, day: dt.date | None
) -> None:
    sheet = grid(f"""
    |填报单位:市图书馆|||填报日期:2021-7-31||
    |投诉事项|受理日期|<|<|办理期限|
    |{parts}|
    |甲{filled}2021-7-30|
    |乙|2021|7|4|2021-7-30|
    """)
    table = only(read(sheet))
    assert rows(table, "subject", "received_on")[0] == ("甲", day)


@pytest.mark.parametrize("held", ["若干", "2人1组"])
def test_a_heading_that_is_a_columns_own_name_is_no_other_whatever_stands_under_it(
    held: str,
) -> None:
    sheet = grid(f"""
    |填报单位:市场管理科||填报日期:2021-6-30|
    |抽查事项|抽查基数|抽查比例|
    |网吧|{held}|5%|
    """)
    table = only(read(sheet))
    assert rows(table, "base", "frequency") == [(None, None)]
    assert table.columns["base"] == "B"


def test_a_heading_by_its_own_name_is_taken_beside_one_that_is_like_it() -> None:
    sheet = grid("""
    |填报单位:市图书馆|||填报日期:2021-8-30||
    |编号|存在问题|整改时限|整改情况|整改完成日期|
    |D1|甲|8/18|整改中||
    |D2|乙|||2021-8-19|
    """)
    assert rows(only(read(sheet)), "due_on", "closed_on") == [
        (dt.date(2021, 8, 18), None),
        (None, dt.date(2021, 8, 19)),
    ]


def test_the_last_rows_of_a_table_on_its_side_are_no_header() -> None:
    sheet = grid("""
    |填报单位:市图书馆|||填报日期:2021-6-30|
    |任务编号|4.1.1|4.1.2|4.1.3|
    |任务名称|甲|乙|丙|
    |承办科室|办公室||综合科|
    |责任人|张三|李四|王五|
    |开始日期|2021-5-1|2021-5-2|2021-5-3|
    |工作进展|资料归档中|已完成初稿|正在征求意见|
    |存在问题||经费未落实||
    """)
    assert rows(only(read(sheet)), "task_id", "note", "problem") == [
        ("4.1.1", "资料归档中", None),
        ("4.1.2", "已完成初稿", "经费未落实"),
        ("4.1.3", "正在征求意见", None),
    ]


def test_values_worded_like_labels_do_not_make_a_column_of_labels() -> None:
    form = """
    |任务编号|4.1.{0}|任务名称|任务{0}|
    |具体举措|举措{0}|责任人|张三|
    |开始时间|2021-6-1|完成时限|2021-9-1|
    |工作进展|资料归档中|存在问题|缺人|
    """
    head = "|填报单位:市图书馆|||填报日期:2021-6-30|"
    sheet = grid(head + "".join(form.format(number) for number in (1, 2)))
    assert rows(only(read(sheet)), "task_id", "note", "problem") == [
        ("4.1.1", "资料归档中", "缺人"),
        ("4.1.2", "资料归档中", "缺人"),
    ]


def test_a_blank_value_at_the_end_of_a_form_does_not_make_its_row_a_header() -> None:
    form = """
    |案卷号|{0}号|结案日期|2021-5-1|
    |合法性评分|30|文书规范得分|20|
    |得分|83|评定等次|合格|
    |存在问题||是否错案|否|
    """
    head = "|填报单位:市图书馆|||填报日期:2021-6-30|"
    sheet = grid(head + "".join(form.format(number) for number in range(1, 5)))
    assert rows(only(read(sheet)), "case_no", "wrong_case") == [
        (f"{number}号", False) for number in range(1, 5)
    ]


def test_a_table_right_under_a_form_has_its_own_header() -> None:
    sheet = grid("""
    |填报单位:市图书馆||填报日期:2021-6-30||
    |编号|D1|督导日期|2021-6-1|
    |存在问题|甲|整改措施|乙|
    |整改责任人|张三|整改状态|整改中|
    |投诉举报台账||||
    |事项|受理日期|办理期限|办结日期|
    |丙|2021-6-1|2021-6-9|2021-6-8|
    """)
    assert [table.kind for table in read(sheet).tables] == ["finding", "complaint"]


def test_names_of_units_under_a_heading_that_says_another_thing_are_not_whose_rows_they_are() -> (
    None
):
    sheet = grid("""
    |填报单位:市图书馆||填报日期:2021-6-30|
    |任务编号|材料名称|存放地点|
    |4.1.1|甲|办公室|
    |4.1.2|乙|办公室|
    """)
    assert rows(only(read(sheet)), "unit") == [("漯河市图书馆",), ("漯河市图书馆",)]


def test_who_signs_may_leave_out_the_city() -> None:
    sheet = grid("""
    |投诉举报台账|||
    |投诉事项|受理日期|办理期限|
    |甲|2021-6-1|2021-6-9|
    |||文化市场综合行政执法支队|
    |||2021年6月30日|
    """)
    table = only(read(sheet))
    assert rows(table, "unit", "reported_on") == [
        ("漯河市文化市场综合行政执法支队", dt.date(2021, 6, 30))
    ]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("本月无投诉举报", False),
        ("我单位目前没有此类事项。", False),
        ("暂无投诉", False),
        ("无证经营", True),
        ("尚未制定办法", True),
        ("本月噪声", True),
    ],
)
def test_a_sentence_that_says_there_is_nothing_is_no_row(said: str, kept: bool) -> None:
    sheet = grid(f"""
    |填报单位:市图书馆||填报日期:2021-6-30||
    |序号|投诉事项|受理日期|办理期限|
    |1|甲|2021-6-1|2021-6-9|
    ||{said}|||
    """)
    assert [one for (one,) in rows(only(read(sheet)), "subject")] == ["甲", said][: 1 + kept]


@pytest.mark.parametrize(
    ("name", "code"), [("丙", "list_in_parts"), ("甲", None)], ids=["a part", "the list again"]
)
def test_a_list_of_names_in_parts_is_named_though_the_parts_count_the_same(
    name: str, code: str | None
) -> None:
    text = "|填报单位:市图书馆|填报日期:2021-6-30|\n|姓名|是否法制审核人员|\n|{}|是|\n"
    reading = read(grid(text.format("甲"), "一"), grid(text.format(name), "二"))
    assert [one for one, _ in codes(reading)] == ([code] if code else [])


def test_unit_marks_under_the_headings_do_not_hide_what_they_tell() -> None:
    sheet = grid("""
    |全市执法机构情况|||
    |机构名称|执法人员总数|法制审核人员数|
    ||(人)|(人)|
    |市图书馆|12|2|
    """)
    table = only(read(sheet))
    assert rows(table, "enforcement_staff", "legal_reviewers") == [(12, 2)]


def test_a_row_of_three_with_a_label_in_its_last_cell_stays_above_the_next_title() -> None:
    sheet = grid("""
    |市图书馆报表(2021年7月9日)|||
    |清单名称|是否公开|公开日期|
    |权责清单|是|2021-6-1|
    |负面清单|否|截至2021年3月12日|
    |二、双随机抽查|||
    |计划抽查数|完成抽查数|结果已公开数|
    |12|3|3|
    """)
    first, second = read(sheet).tables
    assert (first.rows, second.reported_on) == (2, dt.date(2021, 7, 9))


def test_a_unit_told_differently_on_every_sheet_is_named_once_a_sheet() -> None:
    drawn = "|填报日期:2021-6-30|||\n|单位|执法人员总数|法制审核人员数|\n|市图书馆|{}|1|"
    reading = read(*(grid(drawn.format(20 + n), name=f"表{n}") for n in range(9)))
    told = [one for one in reading.problems if one.code == "unit_twice"]
    assert [one.sheet for one in told] == [f"表{n}" for n in range(1, 9)]
    assert all("表0!" in one.message for one in told)
