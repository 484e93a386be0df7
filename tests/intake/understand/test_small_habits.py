"""Words of registers: the best score under a table, who took the notes, a bare 日期."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_best_and_the_least_score_are_no_cases() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查打分表 2021年6月30日|||||
|序号|案卷号|合法性得分|合理性得分|总分|等次|
|1|甲1号|39|19|96|优秀|
|2|甲2号|30|10|55|不合格|
|最高分||39|19|96||
|最低分||30|10|55||
|平均||34.5|14.5|75.5||
""")
        )
    )
    assert rows(table, "case_no", "total") == [("甲1号", 96), ("甲2号", 55)]


def test_who_took_the_notes_is_no_complaint() -> None:
    table = only(
        read(
            grid("""
|市图书馆举报电话受理记录 2021年6月30日||||
|序|来电时间|反映问题|答复时间|
|1|2021年6月9日|噪声扰民|2021年6月11日|
|||||
||记录人:|李娜|电话:3130001|
""")
        )
    )
    assert rows(table, "subject") == [("噪声扰民",)]


def test_the_day_of_a_register_of_complaints_is_that_of_receipt() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉举报登记 2021年6月30日|||
|日期|投诉事项|办结日期|
|6月9日|噪声扰民|6月11日|
""")
        )
    )
    assert rows(table, "received_on", "closed_on") == [(dt.date(2021, 6, 9), dt.date(2021, 6, 11))]


def test_a_list_of_names_that_does_not_say_who_reviews_lacks_a_column() -> None:
    reading = read(
        grid("""
|市图书馆行政执法人员花名册 2021年6月30日||||
|序号|姓名|执法证号|岗位|
|1|张三|L01|执法|
|2|李四|L02|法制审核|
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(2, None)]
    assert "column_missing" in dict(codes(reading))


def test_a_month_over_the_days_of_a_register_is_no_complaint() -> None:
    reading = read(
        grid("""
|市图书馆2021年投诉举报登记|||
|日期|投诉事项|办结日期|
|五月|||
|5月8日|甲|5月12日|
|六月|||
|9日|乙|6月15日|
""")
    )
    days = [("甲", dt.date(2021, 5, 8)), ("乙", dt.date(2021, 6, 9))]
    assert rows(only(reading), "subject", "received_on") == days
    assert "not_a_date" not in dict(codes(reading))


def test_the_day_in_what_was_done_is_the_day_of_it() -> None:
    reading = read(
        grid("""
|市图书馆投诉举报办理情况 2021年6月30日||||
|投诉事项|受理日期|办理期限|办结情况|
|甲|6月1日|6月15日|已办结(6月12日)|
|乙|6月3日|6月17日|6月10日办结|
|丙|6月20日|7月4日|在办|
|丁|6月20日|7月4日|√|
""")
    )
    days = [(dt.date(2021, 6, 12),), (dt.date(2021, 6, 10),), (None,), (None,)]
    assert rows(only(reading), "closed_on") == days
    assert ("not_a_date", "D6") in codes(reading)


def test_names_across_under_a_heading_that_says_nothing_are_what_the_rows_are_about() -> None:
    reading = read(
        grid("""
|市图书馆规范性文件程序(2021年6月30日)|<|<|
|程序|甲办法|乙办法|
|评估论证|是|否|
|公开征求意见|是|是|
|合法性审核|是|是|
""")
    )
    assert rows(only(reading), "title", "assessed") == [("甲办法", True), ("乙办法", False)]
    assert codes(reading) == [("heading_guessed", "A2")]


def test_neither_answers_nor_names_that_come_again_are_what_rows_are_about() -> None:
    drawing = """
|市图书馆规范性文件台账(2021年6月30日)|<|<|
|项目|评估论证|备案|
|{}|是|是|
|{}|否|是|
"""
    for names in (("是", "否"), ("办法", "办法"), ("1", "2")):
        reading = read(grid(drawing.format(*names)))
        assert "column_missing" in dict(codes(reading))


def test_a_single_label_beside_a_heading_of_values_is_no_table_without_cells() -> None:
    reading = read(
        grid("""
|案卷评查表|<|
|完成进度|数量|
|公共服务清单|<|
|√|20|
|20|20|
|2021-6-9|4.4.1|
""")
    )
    assert reading.status == "refused"
