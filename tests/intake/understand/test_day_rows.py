"""Figures of several days on one sheet: a row, or a group of rows, for each of them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

STAFF = ("unit_written", "enforcement_staff", "reported_on")
MAY, JUNE = dt.date(2021, 5, 31), dt.date(2021, 6, 30)
OF_EACH_DAY = [
    ("市图书馆", 20, MAY),
    ("市文化馆", 10, MAY),
    ("市图书馆", 21, JUNE),
    ("市文化馆", 11, JUNE),
]


@pytest.mark.parametrize(
    ("may", "june"),
    [
        ("截至2021年5月31日|<|<", "截至2021年6月30日|<|<"),
        ("2021年5月31日||", "2021年6月30日||"),
        ("d:2021-05-31||", "d:2021-06-30||"),
        ("一、5月|<|<", "二、6月|<|<"),
        ("统计时点:2021年5月31日||", "统计时点:2021年6月30日||"),
    ],
)
def test_a_day_alone_in_its_row_is_that_of_the_rows_below(may: str, june: str) -> None:
    reading = read(
        grid(f"""
        |法制审核人员配备表|<|<|
        |单位|执法人员总数|法制审核人员数|
        |{may}|
        |市图书馆|20|2|
        |市文化馆|10|1|
        |{june}|
        |市图书馆|21|2|
        |市文化馆|11|1|
        """)
    )
    assert rows(only(reading), *STAFF) == OF_EACH_DAY
    assert codes(reading) == []
    assert reading.counts[0].title == 3


def test_a_day_over_blanks_beside_its_units_is_that_of_them_all() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表|<|<|<|
        |统计时点|单位|执法人员总数|法制审核人员数|
        |2021年5月31日|市图书馆|20|2|
        ||市文化馆|10|1|
        |2021年6月30日|市图书馆|21|2|
        ||市文化馆|11|1|
        """)
    )
    assert rows(only(reading), *STAFF) == OF_EACH_DAY
    assert codes(reading) == [("filled_down", "A2")]


def test_a_day_behind_the_figures_is_lent_to_no_other_row() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表|<|<|<|
        |单位|执法人员总数|法制审核人员数|填报日期|
        |市图书馆|20|2|2021年5月31日|
        |市文化馆|10|1|2021年6月30日|
        |市博物馆|11|1||
        """)
    )
    assert [day for (day,) in rows(only(reading), "reported_on")] == [MAY, JUNE, JUNE]


def test_months_between_counts_of_what_was_done_are_no_days() -> None:
    reading = read(
        grid("""
        |双随机抽查情况(2021年6月30日)|<|<|
        |单位|计划抽查数|完成抽查数|
        |5月|<|<|
        |市图书馆|20|2|
        |6月|<|<|
        |市图书馆|21|2|
        """)
    )
    assert "unit_twice" in dict(codes(reading))


def test_one_day_at_the_foot_is_that_of_the_sheet() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表|<|<|
        |单位|执法人员总数|法制审核人员数|
        |市图书馆|20|2|
        |市文化馆|10|1|
        |截至2021年6月30日|||
        """)
    )
    assert {day for (day,) in rows(only(reading), "reported_on")} == {JUNE}
