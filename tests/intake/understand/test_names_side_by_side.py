"""Lists of names in blocks side by side: one list, counted once."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows

COUNTS = ("enforcement_staff", "legal_reviewers")


def test_blocks_of_names_are_one_list() -> None:
    reading = read(
        grid("""
        |市图书馆执法人员名册(2021年6月30日)|<|<|<|<|<|
        |序号|姓名|是否审核|序号|姓名|是否审核|
        |1|张三|是|4|赵六|否|
        |2|李四|否|5|钱七|是|
        |3|王五|否||||
        |填表人:孙八|||审核人:周九|||
        """)
    )
    assert rows(only(reading), *COUNTS) == [(5, 2)]
    assert codes(reading) == []
    count = reading.counts[0]
    assert (count.taken, count.numbering, count.note, count.outside) == (10, 5, 2, 0)


def test_a_blank_column_may_part_the_blocks() -> None:
    reading = read(
        grid("""
        |市图书馆执法人员名册(2021年6月30日)|<|<|<|<|<|<|
        |序号|姓名|是否法制审核人员||序号|姓名|是否法制审核人员|
        |1|张三|是||3|赵六|否|
        |2|李四|否||4|钱七|若干|
        """)
    )
    assert rows(only(reading), *COUNTS) == [(4, None)]
    assert codes(reading) == [("not_yes_or_no", "G4")]


def test_the_persons_of_each_unit_are_counted_in_all_blocks() -> None:
    reading = read(
        grid("""
        |执法人员名册(2021年6月30日)|<|<|<|<|<|
        |单位|姓名|是否法制审核人员|单位|姓名|是否法制审核人员|
        |市图书馆|张三|是|市文化馆|赵六|否|
        |^|李四|否|^|钱七|是|
        |市文化馆|王五|否|||
        """)
    )
    assert rows(only(reading), "unit_written", *COUNTS) == [("市图书馆", 2, 1), ("市文化馆", 3, 1)]


def test_a_name_that_reaches_over_the_blocks_is_over_both() -> None:
    reading = read(
        grid("""
        |执法人员名册(2021年6月30日)|<|<|<|
        |姓名|是否法制审核人员|姓名|是否法制审核人员|
        |市图书馆|<|<|<|
        |张三|是|李四|否|
        |市文化馆|<|<|<|
        |王五|否|赵六|是|
        |钱七|是|||
        """)
    )
    assert rows(only(reading), "unit", *COUNTS) == [("漯河市图书馆", 2, 1), ("漯河市文化馆", 3, 2)]


def test_blocks_with_titles_of_their_own_stay_apart() -> None:
    reading = read(
        grid("""
        |填报日期:2021-6-30||||
        |市图书馆执法人员名册|<|市文化馆执法人员名册|<|
        |姓名|是否法制审核人员|姓名|是否法制审核人员|
        |张三|是|李四|否|
        |王五|否|||
        """)
    )
    counted = [rows(table, "unit", *COUNTS) for table in reading.tables]
    assert counted == [[("漯河市图书馆", 2, 1)], [("漯河市文化馆", 1, 0)]]


def test_each_block_may_say_whose_it_is() -> None:
    reading = read(
        grid("""
        |执法人员名册(2021年6月30日)|<|<|<|
        |填报单位:市图书馆|<|填报单位:市文化馆|<|
        |姓名|是否法制审核人员|姓名|是否法制审核人员|
        |张三|是|李四|否|
        |王五|否|||
        """)
    )
    assert [rows(table, *COUNTS) for table in reading.tables] == [[(2, 1)], [(1, 0)]]
