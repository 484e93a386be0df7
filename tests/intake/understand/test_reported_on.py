"""The day a sheet reports on, among other days and what was typed wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read

TABLE = """
|任务编号|任务名称|责任人|完成时限|完成进度|
|4.1.1|深化行政审批|张三|2021-07-31|80%|
"""


@pytest.mark.parametrize(
    "instruction",
    [
        "填表说明:本表每周报送一次,完成进度填百分数,日期填2021-06-09格式。",
        "日期格式:2021-06-09",
        "注:1.日期请填写为2021/6/9;2.进度填百分数",
        "说明:时间按“2021年6月9日”的格式填写",
        "(日期如2021.6.9)",
    ],
)
def test_a_day_that_shows_how_to_write_one_is_not_the_day_of_the_report(instruction: str) -> None:
    text = f"|市图书馆任务分解台账(2021年6月30日)|<|<|<|<|\n|{instruction}|||||{TABLE}"
    assert only(read(grid(text))).reported_on == dt.date(2021, 6, 30)
    alone = read(grid(f"|市图书馆任务分解台账|<|<|<|<|\n|{instruction}|||||{TABLE}"))
    assert only(alone).reported_by == "arrival"
    assert codes(alone) == [("reported_on_arrival", "A3")]


@pytest.mark.parametrize(
    ("written", "named"),
    [("2012年6月30日", True), ("2020年6月30日", True), ("2020年12月31日", False)],
)
def test_a_year_long_before_the_plan_is_named(written: str, named: bool) -> None:
    text = f"|市图书馆任务分解台账||||填报日期:{written}|{TABLE}"
    assert (("reported_before_season", "A2") in codes(read(grid(text)))) is named
