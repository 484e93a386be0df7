"""Sheets that name more than one unit, or none that is one."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read

CASES = """
|案卷号|案卷类型|案由|总分|
|甲1号|行政处罚|网吧|93|
"""


@pytest.mark.parametrize(
    "line", ["评查对象:市图书馆、市文化馆", "市图书馆和市文化馆案卷评查表", "市图书馆/市文化馆"]
)
def test_a_title_of_two_units_says_of_none_that_it_is_its(line: str) -> None:
    reading = read(grid(f"|2021年6月30日||||\n|{line}|<|<|<|{CASES}"))
    assert ("unit_several", None) in codes(reading)
    assert only(reading).unit not in ("漯河市图书馆", "漯河市文化馆")


def test_the_sheets_own_name_settles_it() -> None:
    text = f"|2021年6月30日||||\n|市图书馆和市文化馆案卷评查表|<|<|<|{CASES}"
    reading = read(grid(text, "市图书馆"))
    assert only(reading).unit == "漯河市图书馆"
    assert codes(reading) == []


def test_a_directory_without_headings_is_none() -> None:
    reading = read(
        grid("""
|单位名录|||||||
|漯河市图书馆|市图书馆|图书馆|局属单位|否|张馆长|李红霞|0395-3151234|
|漯河市美术馆|市美术馆||局属单位|否|陈馆长|吴刚|0395-3152345|
|政策法规科|法规科||机关科室|否|刘科长|刘洋|0395-3154567|
"""),
        file="单位名录.xlsx",
    )
    assert reading.status == "refused"
