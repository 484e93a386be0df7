"""Cells merged over what should be several: columns, or units."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_a_cell_over_several_columns_is_named() -> None:
    reading = read(
        grid("""
|市图书馆规范性文件台账 2021年6月30日|||||
|文件名称|印发日期|评估论证|公开征求意见|合法性审核|
|甲办法|2021-03-01|是|<|<|
|乙办法|2021-03-02|是|否|是|
""")
    )
    assert rows(only(reading), "assessed", "consulted") == [(True, None), (True, False)]
    assert codes(reading) == [("merged_columns", "C3")]
    assert "评估论证、公开征求意见、合法性审核" in reading.problems[0].message


def test_nothing_over_several_columns_is_nothing() -> None:
    reading = read(
        grid("""
|市图书馆案卷评查表 2021年6月30日||||
|案卷号|案由|一票否决项|存在问题|
|漯文罚〔2021〕1号|甲案|无|<|
""")
    )
    assert codes(reading) == []


def test_a_number_over_several_units_is_of_none_of_them() -> None:
    reading = read(
        grid("""
|法制审核人员配备表 2021年6月30日|||
|单位|执法人员总数|法制审核人员数|
|市图书馆|40|3|
|市文化馆|^|2|
|市博物馆|31|4|
""")
    )
    assert rows(only(reading), "enforcement_staff") == [(None,), (None,), (31,)]
    assert codes(reading) == [("merged_units", "B3")]


def test_a_number_over_the_rows_of_one_unit_is_its_own() -> None:
    reading = read(
        grid("""
|双随机抽查情况 2021年6月30日||||
|单位|计划抽查数|完成抽查数|结果已公开数|
|市图书馆|40|30|20|
|^|^|^|^|
|市文化馆|20|10|5|
""")
    )
    assert "merged_units" not in {code for code, _ in codes(reading)}


def test_a_second_column_under_a_merged_heading_is_named() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|<|完成进度|
|4.4.1|配强法制审核力量|张三|李四|50%|
""")
    )
    assert rows(only(reading), "person") == [("张三",)]
    assert codes(reading) == [("heading_repeated", "C2")]


def test_the_parts_of_a_date_under_a_merged_heading_are_one_date() -> None:
    reading = read(
        grid("""
|市图书馆投诉举报办理 2021年6月30日||||
|事项|受理日期|<|<|
|^|年|月|日|
|噪声扰民|2021|6|9|
""")
    )
    assert codes(reading) == []


def test_a_day_of_which_month_and_day_have_a_column_each() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉举报办理 2021年6月30日||||
|事项|受理时间|<|办结时间|<|
|^|月|日|月|日|
|噪声扰民|6|9|6|12|
|违规收费|6|15|||
""")
        )
    )
    assert [str(day) for day in table.data["received_on"]] == ["2021-06-09", "2021-06-15"]
    assert [day and str(day) for day in table.data["closed_on"]] == ["2021-06-12", None]
