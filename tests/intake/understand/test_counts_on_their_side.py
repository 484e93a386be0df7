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


IN_STEPS = """
|执法人员|总数|<|46||
|^|其中|持证人员|44||
|^|^|正在办证|2||
|法制审核人员|总数|<|3||
|^|其中|专职|2||
|^|^|取得法律职业资格|2||
|法律顾问|聘请人数|<|1||
"""


def test_labels_in_groups_within_groups_stand_before_their_figures() -> None:
    for head in ("", "|类 别|项 目|<|人 数|备 注|\n"):
        reading = read(
            grid(f"""
|行政执法人员和法制审核人员信息采集表|<|<|<|<|
|采集单位|市图书馆||采集时间|2021年6月22日|
{head}{IN_STEPS}""")
        )
        table = only(reading)
        assert rows(table, *STAFF, "legal_advisers") == [(46, 3, 2, 44, 1)]
        assert (table.unit, table.reported_on) == ("漯河市图书馆", dt.date(2021, 6, 22))


def test_a_line_of_unit_and_bare_date_heads_no_records() -> None:
    reading = read(
        grid("""
|法制审核人员情况表|<|<|<|
|填报单位|市图书馆||2021年6月22日|
|类别|项目|人数|备注|
|执法人员|总数|46||
|^|持证人员|44||
|法制审核人员|总数|3||
|^|取得法律职业资格|2||
""")
    )
    assert rows(only(reading), *STAFF, "unit") == [(46, 3, 2, 44, "漯河市图书馆")]
    assert codes(reading) == []


def test_whether_and_how_many_are_one_record() -> None:
    reading = read(
        grid("""
|“三项制度”落实情况统计表|<|<|<|<|
|填报单位:|市图书馆|||2021年6月22日|
|内容|是否落实|数量|具体情况|备注|
|公示制度|是||公示处罚决定9件||
|全过程记录|否||执法记录仪22台||
|重大执法决定|是|8件|||
|移送司法机关|有|1件|侵犯著作权||
""")
    )
    names = ("publicity", "recording", "major_decisions", "referred_cases")
    assert rows(only(reading), *names) == [(True, False, 8, 1)]
    assert codes(reading) == []


def test_figures_of_the_month_before_are_no_second_record() -> None:
    reading = read(
        grid("""
|行政执法队伍建设情况月报|<|<|<|
|填报单位|市图书馆|填报月份|2021年6月|
|指标|本月末|上月末|增减|
|执法人员总数|19|18|1|
|法制审核人员|2|1|1|
""")
    )
    table = only(reading)
    assert rows(table, *STAFF[:2], "unit") == [(19, 2, "漯河市图书馆")]
    assert table.reported_on == dt.date(2021, 6, 30)


def test_what_is_told_beside_an_answer_is_no_second_record() -> None:
    reading = read(
        grid("""
|行政执法三项制度落实情况表|<|<|
|填报单位:市图书馆||2021年6月22日|
|制度|落实情况|相关数据|
|行政执法公示制度|已建立|公示执法信息12条|
|执法全过程记录制度|已建立|执法记录仪4台|
""")
    )
    assert rows(only(reading), "publicity", "recording") == [(True, True)]
    assert codes(reading) == []
