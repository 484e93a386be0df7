"""Sheets whose letters are typed apart to fill their cells."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows


def test_digits_and_dates_typed_apart_are_read() -> None:
    reading = read(
        grid("""
        |２ ０ ２ １ 年 6 月 法 制 审 核 人 员 配 备 表|<|<|
        |填报单位:市图书馆|填报日期:２ ０ ２ １ 年 6 月 3 0 日|<|
        |单 位|执 法 人 员 总 数|法 制 审 核 人 员 数|
        |市 图 书 馆|s:2 0|s:2|
        """)
    )
    table = only(reading)
    assert rows(table, "unit", "enforcement_staff", "legal_reviewers", "reported_on") == [
        ("漯河市图书馆", 20, 2, dt.date(2021, 6, 30))
    ]
    assert codes(reading) == [("digits_typed_apart", "B4")]


def test_a_title_typed_apart_dates_the_sheet() -> None:
    table = only(
        read(
            grid("""
            |2 0 2 1 年 5 月 双 随 机 抽 查 情 况|<|<|
            |单位|计划抽查数|完成抽查数|
            |市图书馆|30|2|
            """)
        )
    )
    assert rows(table, "reported_on") == [(dt.date(2021, 5, 31),)]


def test_what_may_be_two_numbers_is_named() -> None:
    reading = read(
        grid("""
        |双随机抽查情况(2021年6月30日)|<|<|
        |单位|计划抽查数|完成抽查数|
        |市图书馆|s:12 3|s:1  2|
        """)
    )
    assert codes(reading) == [("several_numbers", "B3"), ("several_numbers", "C3")]
