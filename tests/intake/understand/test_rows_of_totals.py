"""Rows that count what others hold, and feet that say how many rows there were."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_whole_bureau_under_its_units_is_a_total() -> None:
    reading = read(
        grid("""
|法制审核人员配备情况(2021年6月30日)|<|<|
|单位|执法人员总数|法制审核人员数|
|市执法支队|68|4|
|市场管理科|22|2|
|全局|90|6|
""")
    )
    assert rows(only(reading), "unit_written") == [("市执法支队",), ("市场管理科",)]
    assert codes(reading) == []


def test_the_whole_bureau_is_named_where_it_does_not_add_up() -> None:
    reading = read(
        grid("""
|法制审核人员配备情况(2021年6月30日)|<|<|
|单位|执法人员总数|法制审核人员数|
|市执法支队|68|4|
|市场管理科|22|2|
|全局|91|6|
""")
    )
    assert ("unit_unknown", "A5") in codes(reading)


def test_the_sum_of_months_is_the_row_where_it_is_the_only_one() -> None:
    reading = read(
        grid("""
|市图书馆行政执法三项制度情况(2021年6月30日)|<|<|<|
|月份|公示制度|全过程记录|重大执法决定数|
|累计|是|是|2|
""")
    )
    assert rows(only(reading), "publicity", "major_decisions") == [(True, 2)]


def test_how_many_rows_there_were_is_no_row() -> None:
    reading = read(
        grid("""
|任务分解台账(2021年6月30日)|<|<|<|
|单位|任务编号|任务名称|完成进度|
|市图书馆|4.1.2|权责清单|100%|
||||共1条|
""")
    )
    assert rows(only(reading), "task_id") == [("4.1.2",)]
    assert codes(reading) == []


def test_who_led_and_who_reviewed_sign_the_sheet() -> None:
    reading = read(
        grid("""
|市图书馆案卷评查情况表(2021年6月30日)|<|<|<|<|<|
|案卷号|案由|合法性|合理性|文书规范|总分|
|甲1号|一|48|19|27|94|
|评查组长:郑军|||评查员:张三、李四|||
""")
    )
    assert rows(only(reading), "case_no") == [("甲1号",)]
    assert codes(reading) == []


def test_from_and_to_under_a_time_are_its_beginning_and_its_end() -> None:
    reading = read(
        grid("""
|市场管理科抽查计划(2021年6月20日)|<|<|<|<|
|抽查事项|抽查对象|抽查比例|抽查时间|<|
|^|^|^|起|止|
|艺术品经营|画廊|5%,1次|2021-07-01|2021-09-30|
""")
    )
    table = only(reading)
    assert rows(table, "ratio_min", "due_on") == [(0.05, dt.date(2021, 9, 30))]
    assert codes(reading) == []


def test_the_sum_of_one_units_sections_is_the_units() -> None:
    reading = read(
        grid("""
|法制审核人员统计表 单位:市执法支队 2021年6月1日|<|<|
|类别|执法人员|法制审核人员|
|在编|30|3|
|借用|s:39|s:1人|
|合计|s:69|4|
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(69, 4)]


def test_a_row_of_which_a_cell_says_that_something_was_gathered_is_no_total() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年6月30日)|<|<|<|
|任务编号|任务名称|责任人|进展情况|
|4.1.1|公布清单|张三|已公布|
|4.1.2|免费开放目录|李四|目录已汇总|
|4.1.3|清理情况汇总|王五|已报送|
""")
    )
    assert rows(only(reading), "task_id") == [("4.1.1",), ("4.1.2",), ("4.1.3",)]
