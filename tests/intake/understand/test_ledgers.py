"""Ledgers as the clerks of sections and stations keep them."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dashboard.intake.model import UnitName
from tests.intake.sheets import CONTEXT, codes, grid, only, read, rows


def test_a_heading_over_yes_and_no_is_no_persons_name() -> None:
    sheet = grid("""
    |市图书馆督导问题整改台账(2021年6月30日)|<|<|<|<|
    |序号|存在问题|整改措施|整改责任人|整改情况|是否销号|
    |1|甲|公开|张三|已整改|是|
    |2|乙|补齐|李四|整改中|否|
    """)
    table = only(read(sheet))
    assert rows(table, "status", "checked_by") == [("closed", None), ("in_progress", None)]


def test_a_total_may_go_on_to_say_what_it_is_made_of() -> None:
    sheet = grid("""
    |市图书馆宣传报道(2021年6月)|<|<|<|
    |序号|标题|媒体|日期|
    |1|甲|河南日报|2021-6-1|
    |2|乙|漯河日报|2021-6-2|
    ||合计:2篇(省级1篇,市级1篇)|||
    """)
    assert [title for (title,) in rows(only(read(sheet)), "title")] == ["甲", "乙"]


def test_what_is_said_of_the_sheet_under_its_rows_is_no_row() -> None:
    sheet = grid("""
    |市图书馆整改台账(2021年6月30日)|<|<|<|
    |存在问题|整改措施|整改责任人|整改状态|
    |甲|公开|张三|整改中|
    |本表一式两份,办公室、督导组各一份。||||
    """)
    assert only(read(sheet)).rows == 1


def test_the_day_of_filling_in_may_stand_beside_its_label_under_the_table() -> None:
    sheet = grid("""
    |市图书馆任务台账||||
    |任务名称|责任科室|责任人|完成时限|进展情况|
    |甲|办公室|张三|2021年8月|已启动|
    ||||填表日期|2021年6月16日|
    """)
    table = only(read(sheet))
    assert rows(table, "title", "reported_on") == [("甲", dt.date(2021, 6, 16))]


@pytest.mark.parametrize(
    ("said", "day"),
    [("2021年6月9日", dt.date(2021, 6, 9)), ("二〇二一年六月", dt.date(2021, 6, 30))],
)
def test_a_day_alone_on_the_cover_is_that_of_the_whole_file(said: str, day: dt.date) -> None:
    cover = grid(f"|法治政府建设台账|\n|漯河市图书馆|\n|{said}|", "封面")
    table = grid("|任务名称|责任人|完成时限|\n|甲|张三|8月底|", "台账")
    assert rows(only(read(cover, table)), "reported_on", "due_on") == [(day, dt.date(2021, 8, 31))]


def test_two_days_on_the_cover_are_not_chosen_between() -> None:
    cover = grid("|台账|\n|2021年6月9日|\n|2021年6月10日|", "封面")
    table = grid("|任务名称|责任人|完成时限|\n|甲|张三|2021年8月|", "台账")
    assert only(read(cover, table, file="市图书馆.xlsx")).reported_by == "arrival"


def test_the_measures_under_a_task_are_its_own_though_nothing_is_merged() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|<|
    |序号|重点任务|具体举措|责任人|完成时限|
    |1|甲|1.梳理事项|张三|2021-9-30|
    |||2.公布清单|||
    |2|乙|1.制定规则|李四|2021-9-30|
    """)
    reading = read(sheet)
    assert rows(only(reading), "title", "measure") == [
        ("甲", "1.梳理事项"),
        ("甲", "2.公布清单"),
        ("乙", "1.制定规则"),
    ]
    assert "filled_down" in [code for code, _ in codes(reading)]


def test_of_two_headings_for_the_task_the_one_with_a_text_a_row_is_taken() -> None:
    sheet = grid("""
    |艺术科任务台账(2021年6月30日)|<|<|<|
    |重点任务|序号|具体任务|责任人|完成时限|
    |依法履职|1|甲|张三|2021-9-30|
    |^|2|乙|李四|2021-9-30|
    """)
    assert rows(only(read(sheet)), "title") == [("甲",), ("乙",)]


def test_a_list_is_known_by_all_of_its_name() -> None:
    sheet = grid("""
    |执法支队清单公开情况(2021年6月30日)|<|<|
    |清单名称|是否公开|公开日期|
    |行政执法事项权责清单|是|2021-6-1|
    |权责清单|否||
    """)
    assert rows(only(read(sheet)), "list") == [("enforcement_powers",), ("powers",)]


def test_the_one_who_took_a_report_up_is_its_outlet() -> None:
    sheet = grid("""
    |艺术科信息采用情况(2021年6月30日)|<|<|
    |信息标题|采用单位|采用日期|
    |甲|市政府网|2021-6-1|
    """)
    assert rows(only(read(sheet)), "outlet") == [("市政府网",)]


STATIONS = dataclasses.replace(
    CONTEXT,
    units=(
        UnitName("漯河市博物馆", "市博物馆", ("市博",)),
        UnitName("漯河市文化馆", "市文化馆", ("漯河市群众艺术馆", "市群艺馆")),
        UnitName("漯河市文化市场综合行政执法支队", "市执法支队"),
        UnitName("漯河市文化市场综合行政执法支队源汇大队", "源汇大队"),
        UnitName("漯河市文化市场综合行政执法支队郾城大队", "郾城大队"),
    ),
)


@pytest.mark.parametrize(
    ("file", "unit"),
    [
        ("83博物馆任务进度20210910.xlsx", "漯河市博物馆"),
        ("执法支队任务台账.xlsx", "漯河市文化市场综合行政执法支队"),
        ("群艺馆任务状态表(2021.7.15).xlsx", "漯河市文化馆"),
        ("博物馆之城建设任务台账.xlsx", None),
        ("临颍县博物馆任务台账.xlsx", "临颍县博物馆"),
    ],
)
def test_a_file_may_leave_out_the_city_before_its_units_name(file: str, unit: str | None) -> None:
    sheet = grid("|任务名称|责任人|完成时限|\n|甲|张三|2021年8月|")
    table = only(read(sheet, file=file, context=STATIONS))
    assert rows(table, "unit") == [(unit,)]


def test_of_two_tables_side_by_side_each_has_its_unit_over_it() -> None:
    sheet = grid("""
    |各大队任务进度(2021年6月30日)|||||||
    |源汇大队||||郾城大队|||
    |任务名称|责任人|完成时限||任务名称|责任人|完成时限|
    |甲|张三|2021-8-31||甲|李四|2021-9-30|
    |乙|张三|2021-8-31||乙|李四|2021-9-30|
    """)
    first, second = read(sheet, context=STATIONS).tables
    assert rows(first, "unit", "person")[0] == ("漯河市文化市场综合行政执法支队源汇大队", "张三")
    assert rows(second, "unit", "person")[0] == ("漯河市文化市场综合行政执法支队郾城大队", "李四")


def test_what_was_planned_is_not_how_far_it_is() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|<|
    |任务名称|计划进度|实际进度|偏差|责任人|
    |甲|50%|60%|10%|张三|
    """)
    assert rows(only(read(sheet)), "progress") == [(0.6,)]


def test_days_and_numbers_of_documents_say_that_a_step_was_taken() -> None:
    sheet = grid("""
    |艺术科规范性文件台账(2021年6月30日)|<|<|<|<|<|
    |文件名称|印发日期|征求意见时间|合法性审核时间|集体讨论时间|是否备案|
    |甲|2021-5-25|2021.4.1-4.30|2021-5-10|2021-5-18|漯府备〔2021〕15号|
    |乙|2021-6-1||2021-5-20|||
    """)
    reading = read(sheet)
    assert rows(only(reading), "consulted", "legality_reviewed", "deliberated", "filed") == [
        (True, True, True, True),
        (None, True, None, None),
    ]
    assert [code for code, _ in codes(reading)].count("date_as_yes") == 4
    assert "document_as_yes" in [code for code, _ in codes(reading)]


def test_of_two_headings_that_mean_one_the_blank_column_is_not_taken() -> None:
    sheet = grid("""
    |艺术科规范性文件台账(2021年6月30日)|<|<|<|
    |文件名称|印发日期|备案时间|是否备案|
    |甲|2021-5-25||是|
    |乙|2021-6-1||否|
    """)
    assert rows(only(read(sheet)), "filed") == [(True,), (False,)]


@pytest.mark.parametrize(
    ("heading", "answers", "taken"),
    [
        ("是否整改到位", ("是", "否"), ["closed", "open"]),
        ("销号情况", ("√", "×"), ["closed", "open"]),
    ],
)
def test_a_heading_may_ask_whether_it_was_mended(
    heading: str, answers: tuple[str, str], taken: list[str]
) -> None:
    first, second = answers
    sheet = grid(f"""
    |市图书馆督导问题整改台账(2021年6月30日)|<|<|<|
    |存在问题|整改措施|整改时限|{heading}|
    |甲|公开|2021-6-10|{first}|
    |乙|补齐|2021-6-20|{second}|
    """)
    assert [one for (one,) in rows(only(read(sheet)), "status")] == taken


def test_a_task_not_done_may_be_begun_or_not() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|
    |任务名称|责任人|完成时限|是否完成|
    |甲|张三|2021-6-10|是|
    |乙|张三|2021-6-20|否|
    """)
    reading = read(sheet)
    assert rows(only(reading), "status") == [("done",), (None,)]
    assert ("unknown_choice", "D4") in codes(reading)


def test_up_to_when_may_be_said_under_the_table() -> None:
    sheet = grid("""
    |艺术科宣传报道|<|<|
    |报送日|标题|媒体|日期|
    |甲|乙|河南日报|2021-6-1|
    |截至2021年6月30日||||
    """)
    assert rows(only(read(sheet)), "title", "reported_on") == [("乙", dt.date(2021, 6, 30))]


@pytest.mark.parametrize(
    ("file", "day"),
    [("整改台账20210620.xlsx", dt.date(2021, 6, 20)), ("整改台账.xlsx", dt.date(2021, 6, 8))],
)
def test_the_day_of_the_inspection_dates_the_sheet_only_where_nothing_else_does(
    file: str, day: dt.date
) -> None:
    sheet = grid("""
    |督导问题整改台账||||
    |被督导单位:市图书馆||||督导时间:2021年6月8日|
    |序号|存在问题|整改措施|整改时限|整改状态|
    |1|甲|公开|2021-6-30|整改中|
    """)
    assert rows(only(read(sheet, file=file)), "reported_on") == [(day,)]


def test_a_record_pasted_by_lines_is_one_row() -> None:
    sheet = grid("""
    |市图书馆督导问题整改台账(2021年6月30日)|<|<|<|<|<|
    |序号|存在问题|整改措施|整改责任人|整改时限|整改状态|
    |1|使用率不高,|加强检查;|张三|2021-6-20|整改中|
    ||部分人员不会操作|组织培训||||
    |2|甲|公开|李四|2021-6-25|未整改|
    ||乙||||
    |3|丙|补齐|李四|2021-6-25|未整改|
    """)
    reading = read(sheet)
    table = only(reading)
    assert rows(table, "issue", "measure", "source_row") == [
        ("使用率不高,部分人员不会操作", "加强检查;组织培训", 3),
        ("甲", "公开", 5),
        ("乙", None, 6),
        ("丙", "补齐", 7),
    ]
    assert codes(reading) == [("row_goes_on", "B4"), ("row_of_one_cell", "B6")]


def test_a_title_broken_by_its_brackets_is_one_title() -> None:
    sheet = grid("""
    |艺术科规范性文件台账(2021年6月30日)|<|<|<|
    |序号|文件名称|文号|印发日期|
    |1|关于印发|漯文〔2021〕1号|2021-6-1|
    ||《漯河市文艺精品||
    ||扶持办法》的通知||
    |2|文化志愿办法|漯文〔2021〕2号|2021-6-2|
    """)
    assert rows(only(read(sheet)), "title", "doc_no") == [
        ("关于印发《漯河市文艺精品扶持办法》的通知", "漯文〔2021〕1号"),
        ("文化志愿办法", "漯文〔2021〕2号"),
    ]


@pytest.mark.parametrize(
    ("owner", "unit"), [("市图书馆", "漯河市图书馆"), ("政策法规科", "办公室")]
)
def test_the_sections_of_a_units_own_ledger_are_none_of_the_bureaus(owner: str, unit: str) -> None:
    sheet = grid(f"""
    |{owner}督导问题整改台账(2021年6月30日)|<|<|<|
    |存在问题|责任部门|整改时限|整改状态|
    |甲|办公室|2021-6-10|整改中|
    |乙|办公室|2021-6-20|整改中|
    """)
    assert rows(only(read(sheet)), "unit") == [(unit,), (unit,)]


def test_a_units_own_section_stands_with_its_task() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|<|
    |任务名称|责任单位|责任人|完成时限|
    |甲|办公室|张三|2021-6-10|
    |乙|财务科、办公室|李四|2021-6-20|
    """)
    table = only(read(sheet))
    assert rows(table, "unit", "section") == [
        ("漯河市图书馆", "办公室"),
        ("漯河市图书馆", "财务科、办公室"),
    ]


def test_the_day_on_which_a_list_is_to_be_published_is_not_that_on_which_it_was() -> None:
    sheet = grid("""
    |艺术科清单公开情况(2021年6月30日)|<|<|<|
    |清单名称|拟公开时间|实际公开时间|是否公开|
    |公共服务清单|2021-6-1|2021-6-9|是|
    |负面清单|2021-9-30||否|
    """)
    assert rows(only(read(sheet)), "published_on") == [(dt.date(2021, 6, 9),), (None,)]


def test_a_heading_with_the_answers_that_it_asks_for() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|<|
    |任务名称|责任人|完成时限|完成情况(是/否)|
    |甲|张三|2021-6-10|是|
    """)
    assert rows(only(read(sheet)), "status", "note") == [("done", None)]


def test_of_two_months_the_last_is_how_far_it_is() -> None:
    sheet = grid("""
    |市图书馆任务台账(2021年6月30日)|<|<|<|
    |任务名称|上月进度|本月进度|责任人|
    |甲|40%|80%|张三|
    """)
    assert rows(only(read(sheet)), "progress") == [(0.8,)]


def test_units_across_under_one_heading_are_each_told_of() -> None:
    sheet = grid("""
    |各大队任务进度(2021年6月30日)|<|<|<|
    |任务名称|完成进度|<|完成时限|
    |^|源汇大队|郾城大队|^|
    |甲|80%|60%|2021-8-31|
    |乙|0%||2021-10-31|
    """)
    table = only(read(sheet, context=STATIONS))
    assert [(u[-4:], *more) for u, *more in rows(table, "unit", "title", "progress")] == [
        ("源汇大队", "甲", 0.8),
        ("郾城大队", "甲", 0.6),
        ("源汇大队", "乙", 0.0),
        ("郾城大队", "乙", None),
    ]
    assert {due for (due,) in rows(table, "due_on")} == {
        dt.date(2021, 8, 31),
        dt.date(2021, 10, 31),
    }


def test_a_table_on_its_side_stays_one_though_a_heading_stands_over_its_units() -> None:
    sheet = grid("""
    |人员配备情况(2021年6月30日)|<|<|
    |指标|单位|<|
    |^|源汇大队|郾城大队|
    |执法人员总数|20|30|
    |法制审核人员数|1|2|
    """)
    table = only(read(sheet, context=STATIONS))
    assert rows(table, "enforcement_staff", "legal_reviewers") == [(20, 1), (30, 2)]


def test_findings_that_all_say_what_lacks_are_no_answers() -> None:
    table = only(
        read(
            grid("""
|市图书馆整改情况(2021年9月30日)|<|<|<|<|
|督导日期|检查发现问题|整改时限|整改状态|复核人|
|2021.7.7|未组织学习|2021.8.15|未整改|王楠|
|2021.7.7|无法治书籍专架|2021.8.15|已整改|王楠|
""")
        )
    )
    assert rows(table, "issue", "status") == [
        ("未组织学习", "open"),
        ("无法治书籍专架", "closed"),
    ]
