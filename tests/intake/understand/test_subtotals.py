"""A unit's counts by field, with their sum in a row of its own."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows

COLUMNS = ("unit_written", "planned", "completed")


def test_the_sum_of_a_units_rows_is_the_units() -> None:
    reading = read(
        grid("""
|双随机抽查统计表 2021年6月30日||||
|单位|领域|计划抽查数|完成抽查数|
|市图书馆|网吧|20|10|
|^|歌舞厅|40|20|
|^|小计|60|30|
|市文化馆|网吧|30|12|
|^|旅行社|20|8|
|^|小计|50|20|
|总计||110|50|
""")
    )
    assert rows(only(reading), *COLUMNS) == [("市图书馆", 60, 30), ("市文化馆", 50, 20)]
    assert codes(reading) == []


def test_where_no_cells_are_merged_the_rows_contradict_one_another() -> None:
    reading = read(
        grid("""
|双随机抽查统计表 2021年6月30日||||
|单位|领域|计划抽查数|完成抽查数|
|市图书馆|网吧|20|10|
|市文化馆|网吧|20|10|
||歌舞厅|40|20|
||小计|60|30|
""")
    )
    assert rows(only(reading), "planned") == [(20,), (20,), (40,)]
    assert "unit_twice" in dict(codes(reading))


def test_what_is_not_their_sum_is_not_taken_for_them() -> None:
    reading = read(
        grid("""
|双随机抽查统计表 2021年6月30日||||
|单位|领域|计划抽查数|完成抽查数|
|市图书馆|网吧|20|10|
|^|歌舞厅|40|20|
|^|小计|65|30|
""")
    )
    assert rows(only(reading), "planned") == [(20,), (40,)]
    assert {"unit_twice", "subtotal_differs"} <= set(dict(codes(reading)))


def test_a_sum_over_units_is_no_units() -> None:
    reading = read(
        grid("""
|双随机抽查统计表 2021年6月30日||||
|序号|单位|计划抽查数|完成抽查数|
|1|市图书馆|20|10|
|2|市文化馆|40|20|
|小计||60|30|
""")
    )
    assert rows(only(reading), "planned") == [(20,), (40,)]
