"""Figures whose names run down the sheet: what stands beside them, and what they are parts of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.intake.sheets import CONTEXT, codes, grid, only, read, rows

AT_YEARS_END = replace(CONTEXT, received_on=dt.date(2021, 12, 31))
STAFF = ("enforcement_staff", "legal_reviewers", "qualified_reviewers", "certified_staff")


def test_a_part_of_each_figure_is_no_second_unit() -> None:
    reading = read(
        grid("""
|法制审核人员配备情况|<|<|<|
|填报单位:市图书馆|||2021年6月28日|
|类别|人数|其中:女|备注|
|执法人员总数|12|4||
|法制审核人员数|2|0|孙海涛|
|取得法律职业资格人数|1|0||
""")
    )
    assert rows(only(reading), *STAFF[:3]) == [(12, 2, 1)]
    assert codes(reading) == []


def test_how_many_there_are_in_all_is_no_count_of_the_qualified() -> None:
    reading = read(
        grid("""
|行政执法人员情况统计表|<|<|
|填报单位:市图书馆||2021年6月28日|
|机构数||1|
|编制数||50|
|实有人数||47|
|行政执法人员||45|
|法制审核人员||3|
|取得法律职业资格人员||2|
""")
    )
    assert rows(only(reading), *STAFF[:3]) == [(45, 3, 2)]


def test_figures_of_two_days_side_by_side_are_of_each_day() -> None:
    for days in ("截至6月底|截至9月底", "6月30日|9月30日", "截止2021年6月|截止2021年9月"):
        reading = read(
            grid(f"""
|市图书馆三项制度情况(2021年)|<|<|<|<|
|序号|指标|{days}|备注|
|1|公示制度|已建立|已建立||
|2|重大执法决定数|6|9||
|3|经法制审核数|6|9||
"""),
            context=AT_YEARS_END,
        )
        table = only(reading)
        assert rows(table, "major_decisions", "reported_on") == [
            (6, dt.date(2021, 6, 30)),
            (9, dt.date(2021, 9, 30)),
        ]
        assert "unit_twice" not in dict(codes(reading))
