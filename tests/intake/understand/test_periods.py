"""Dates of which the year or the month stands in a row over them, beside them or in the title."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


def days(drawing: str, column: str = "published_on", name: str = "Sheet1") -> list[str]:
    """The dates in that column as text, where nothing is wrong with the sheet."""
    reading = read(grid(drawing, name=name))
    assert "not_a_date" not in dict(codes(reading)), codes(reading)
    return [str(day) for (day,) in rows(only(reading), column)]


@pytest.mark.parametrize("merged", ["||", "|<|<"])
def test_days_under_rows_of_months(merged: str) -> None:
    drawing = f"""
    |市图书馆宣传报道(2021年7月10日)|<|<|
    |日期|标题|媒体|
    |6月{merged}|
    |9日|甲|漯河日报|
    |15|乙|漯河日报|
    |7月份{merged}|
    |2号|丙|漯河日报|
    |上旬|丁|漯河日报|
    """
    assert days(drawing) == ["2021-06-09", "2021-06-15", "2021-07-02", "2021-07-10"]


def test_months_and_days_under_rows_of_years() -> None:
    drawing = """
    |市图书馆宣传报道|<|<|
    |日期|标题|媒体|
    |2020年|||
    |12月9日|甲|漯河日报|
    |2021年|||
    |s:3.5|乙|漯河日报|
    |6月|丙|漯河日报|
    |d:2020-06-09|丁|漯河日报|
    """
    assert days(drawing) == ["2020-12-09", "2021-03-05", "2021-06-30", "2020-06-09"]


def test_days_under_months_under_years() -> None:
    drawing = """
    |市图书馆宣传报道|<|<|<|
    |序号|日期|标题|媒体|
    |一、2020年|<|<|<|
    |12月||||
    |1|9日|甲|漯河日报|
    |二、2021年1月|<|<|<|
    |1|2日|乙|漯河日报|
    |十一月||||
    |2|3日|丙|漯河日报|
    """
    assert days(drawing) == ["2020-12-09", "2021-01-02", "2021-11-03"]


def test_a_month_may_stand_beside_its_days() -> None:
    drawing = """
    |市图书馆宣传报道(2021年7月10日)|<|<|<|<|
    |年度|月份|日期|标题|媒体|
    |2020|12|9日|甲|漯河日报|
    |2021|6月|15日|乙|漯河日报|
    |^|^|16日|丙|漯河日报|
    """
    assert days(drawing) == ["2020-12-09", "2021-06-15", "2021-06-16"]


def test_month_and_day_may_have_columns_of_their_own() -> None:
    drawing = """
    |市图书馆宣传报道(2021年7月10日)|<|<|<|
    |日期|<|标题|媒体|
    |月|日|^|^|
    |6|9|甲|漯河日报|
    |7月|2日|乙|漯河日报|
    """
    assert days(drawing) == ["2021-06-09", "2021-07-02"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("宣传报道(2021年6月)", "Sheet1"), ("宣传报道", "2021年6月"), ("2021年宣传报道", "6月")],
)
def test_days_without_a_month_are_those_of_a_sheet_of_one_month(title: str, name: str) -> None:
    drawing = f"""
    |市图书馆{title}|<|<|
    |日期|标题|媒体|
    |9日|甲|漯河日报|
    """
    assert days(drawing, name=name) == ["2021-06-09"]


@pytest.mark.parametrize(
    "title", ["2021年6月至8月", "2021年5月至2021年6月", "2021年6月30日", "6月以来"]
)
def test_days_of_a_sheet_of_no_one_month_are_named(title: str) -> None:
    reading = read(
        grid(f"""
        |市图书馆宣传报道({title})|<|<|
        |日期|标题|媒体|
        |9日|甲|漯河日报|
        """)
    )
    assert ("not_a_date", "A3") in codes(reading)


def test_a_month_is_that_of_what_was_received_and_no_number_of_days() -> None:
    reading = read(
        grid("""
        |市图书馆投诉举报台账(2021年7月10日)|<|<|<|
        |办理期限|受理日期|投诉事项|办结日期|
        |6月|<|<|<|
        |15日|9日|甲|12日|
        """)
    )
    assert rows(only(reading), "received_on", "due_on", "closed_on") == [
        (dt.date(2021, 6, 9), None, None)
    ]
    assert [one for one in codes(reading) if one[0] == "not_a_date"] == [
        ("not_a_date", "A4"),
        ("not_a_date", "D4"),
    ]


def test_a_year_is_lent_to_all_days_of_the_row() -> None:
    reading = read(
        grid("""
        |市图书馆投诉举报台账(2021年7月10日)|<|<|
        |受理日期|投诉事项|办结日期|
        |2020年|<|<|
        |11月9日|甲|12月2日|
        """)
    )
    assert rows(only(reading), "received_on", "closed_on") == [
        (dt.date(2020, 11, 9), dt.date(2020, 12, 2))
    ]


def test_a_time_that_is_planned_from_to_is_beginning_and_end() -> None:
    table = only(
        read(
            grid("""
|创建步骤|<|<|
|序号|阶段名称|时间安排|
|1|动员部署|2021年5月|
|2|集中督导|2021年6月1日至12月31日|
""")
        )
    )
    assert rows(table, "starts_on", "ends_on") == [
        (dt.date(2021, 5, 1), dt.date(2021, 5, 31)),
        (dt.date(2021, 6, 1), dt.date(2021, 12, 31)),
    ]
