"""Tables too wide for the page: their other columns stand in a second table below."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows

WHOLE = [("甲办法", "漯文〔2021〕1号", True, True), ("乙办法", "漯文〔2021〕2号", False, None)]
COLUMNS = ("title", "doc_no", "assessed", "filed")
UPPER = """
|市图书馆规范性文件台账(2021年6月30日)|<|<|
|序号|文件名称|文号|
|1|甲办法|漯文〔2021〕1号|
|2|乙办法|漯文〔2021〕2号|
"""


def test_the_other_columns_of_the_same_names_are_of_the_same_rows() -> None:
    reading = read(
        grid(f"""{UPPER}
        |规范性文件台账(续)|<|<|
        |文件名称|评估论证|备案|
        |甲办法|是|是|
        |乙办法|否||
        |填表人:张三|||
        """)
    )
    table = only(reading)
    assert rows(table, *COLUMNS) == WHOLE
    assert table.data["source_row"] == [3, 4]
    assert table.header_rows == [2, 6]
    assert codes(reading) == []
    assert reading.counts[0].outside == 0


def test_numbers_tell_the_rows_where_the_table_says_that_it_goes_on() -> None:
    reading = read(
        grid(f"""{UPPER}
        |续表|<|<|
        |序号|评估论证|公开征求意见|
        |1|是|是|
        |2|否|是|
        |续表|<|<|
        |序号|备案|合法性审核|
        |1|是|是|
        |2||是|
        """)
    )
    assert rows(only(reading), *COLUMNS) == WHOLE
    assert codes(reading) == []


def test_numbers_tell_the_rows_beside_the_first_part() -> None:
    reading = read(
        grid("""
        |市图书馆规范性文件台账(2021年6月30日)|<|<|<|<|<|<|
        |序号|文件名称|文号||序号|评估论证|备案|
        |1|甲办法|漯文〔2021〕1号||1|是|是|
        |2|乙办法|漯文〔2021〕2号||2|否||
        """)
    )
    assert rows(only(reading), *COLUMNS) == WHOLE
    assert codes(reading) == []


def test_numbers_alone_tell_nothing() -> None:
    reading = read(
        grid(f"""{UPPER}
        |||
        |序号|评估论证|备案|
        |1|是|是|
        |2|否||
        """)
    )
    assert rows(reading.tables[0], "assessed") == [(None,), (None,)]
    assert "unknown_kind" in dict(codes(reading))


def test_other_names_or_another_order_are_other_rows() -> None:
    reading = read(
        grid(f"""{UPPER}
        |规范性文件台账(续)|<|<|
        |文件名称|评估论证|备案|
        |乙办法|否||
        |甲办法|是|是|
        """)
    )
    assert len(reading.tables) == 2


def test_tables_of_other_kinds_of_the_same_units_stay_apart() -> None:
    reading = read(
        grid("""
        |填报日期:2021-6-30|||
        |法制审核人员配备表|<|<|
        |单位|执法人员总数|法制审核人员数|
        |市图书馆|20|2|
        |市文化馆|10|1|
        |双随机抽查情况|<|<|
        |单位|计划抽查数|完成抽查数|
        |市图书馆|5|3|
        |市文化馆|6|4|
        """)
    )
    assert [table.kind for table in reading.tables] == ["staffing", "random_inspection"]


def test_a_units_other_figures_below_are_in_its_row() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|
        |单位|执法人员总数|法制审核人员数|
        |市图书馆|20|2|
        |市文化馆|10|1|
        |法制审核人员配备表(续)|<|<|
        |单位|取得法律职业资格人数|法律顾问数|
        |市图书馆|1|1|
        |市文化馆|1|0|
        """)
    )
    columns = ("enforcement_staff", "qualified_reviewers", "legal_advisers")
    assert rows(only(reading), *columns) == [(20, 1, 1), (10, 1, 0)]
    assert codes(reading) == []


def test_on_another_sheet_the_columns_that_the_later_row_lacks_are_named() -> None:
    upper = grid(UPPER, name="表1")
    lower = grid(
        """
        |市图书馆规范性文件台账(2021年6月30日)|<|<|
        |文件名称|评估论证|备案|
        |甲办法|是|是|
        |丙办法|否||
        """,
        name="表2",
    )
    reading = read(upper, lower)
    assert codes(reading) == [("row_replaced", "A3")]
    assert "文号" in reading.problems[0].message
    assert "表1!A3" in reading.problems[0].message


def test_a_later_row_that_says_more_replaces_the_earlier_without_a_word() -> None:
    whole = UPPER.replace("|文号|", "|文号|备案|").replace("号|\n", "号|是|\n")
    assert codes(read(grid(UPPER, name="5月"), grid(whole, name="6月"))) == []
