"""Answers laid out as columns to be ticked, one of them for no."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows


def test_a_tick_under_what_was_not_done_is_no() -> None:
    reading = read(
        grid("""
        |市图书馆清单公开情况(2021年6月30日)|<|<|<|
        |清单名称|公开|未公开|公开网址|
        |权责清单|√||www.a.gov.cn|
        |公共服务清单||√||
        |负面清单||||
        |收费清单|√|√||
        """)
    )
    assert rows(only(reading), "published") == [(True,), (False,), (None,), (None,)]
    assert codes(reading) == [("ticks_unclear", "B6")]


def test_another_word_under_one_of_the_options_is_named() -> None:
    reading = read(
        grid("""
        |市图书馆案卷评查表(2021年6月30日)|<|<|<|<|
        |案卷号|总分|等次|<|<|
        |^|^|优秀|合格|不合格|
        |甲1号|93|〃|||
        |甲2号|75||√||
        |甲3号|50|||√|
        """)
    )
    assert rows(only(reading), "grade") == [(None,), ("pass",), ("fail",)]
    assert codes(reading) == [("ticks_unclear", "C4")]


def test_a_cross_without_a_tick_chooses_nothing() -> None:
    reading = read(
        grid("""
        |市图书馆规范性文件台账(2021年6月30日)|<|<|<|<|
        |文件名称|合法性审核|<|备案|<|
        |^|是|否|是|否|
        |甲办法|√||√|×|
        |乙办法||√|×||
        |丙办法|/|/|||
        """)
    )
    passed = [(True, True), (False, None), (None, None)]
    assert rows(only(reading), "legality_reviewed", "filed") == passed
    assert codes(reading) == [("ticks_unclear", "D5")]


def test_done_and_not_done_under_a_group_are_its_answers() -> None:
    reading = read(
        grid("""
        |市图书馆规范性文件台账(2021年6月30日)|<|<|<|<|
        |文件名称|合法性审核|<|备案|<|
        |^|已审核|未审核|已备案|尚未备案|
        |甲办法|√|||√|
        |乙办法||√|√||
        """)
    )
    assert rows(only(reading), "legality_reviewed", "filed") == [(True, False), (False, True)]
    assert codes(reading) == []


def test_boxes_beside_a_question_of_a_form_are_its_answer() -> None:
    reading = read(
        grid("""
|行政执法三项制度落实情况调查表|<|<|<|
|单位名称|漯河市图书馆|填表日期|2021年6月25日|
|是否建立行政执法公示制度|☑是  □否|是否建立执法全过程记录制度|□是  ☑否|
|重大执法决定数(件)|2|其中经法制审核数(件)|2|
""")
    )
    assert rows(only(reading), "publicity", "recording") == [(True, False)]


def test_months_that_are_ticked_are_when_an_inspection_is_due() -> None:
    reading = read(
        grid("""
|市图书馆抽查事项计划(2021年6月15日)|<|<|<|<|<|
|抽查事项|抽查对象|抽查比例|8月|9月|10月|
|消防安全|租赁商户|10%||√||
|卫生安全|餐饮商户|50%|√||√|
|价格公示|停车场|5%||||
""")
    )
    table = only(reading)
    assert rows(table, "item", "due_on") == [
        ("消防安全", dt.date(2021, 9, 30)),
        ("卫生安全", dt.date(2021, 10, 31)),
        ("价格公示", None),
    ]
