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


def test_the_sum_of_a_units_own_parts_is_the_units_though_they_are_named_like_units() -> None:
    for heading, parts in (
        ("内设机构", ("法制科", "一大队")),
        ("大队", ("直属一大队", "直属二大队")),
    ):
        for first in (True, False):
            total = "|全支队合计|46|3|\n"
            body = f"|{parts[0]}|20|3|\n|{parts[1]}|26|0|\n"
            table = only(
                read(
                    grid(f"""
|市执法支队法制审核人员配备表 2021年6月30日|||
|{heading}|执法人员总数|法制审核人员数|
{total + body if first else body + total}
""")
                )
            )
            assert rows(table, "enforcement_staff", "legal_reviewers") == [(46, 3)]
