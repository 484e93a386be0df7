"""A unit's figures by kind of business or by field, down or across, with and without their sum."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

COUNTS = ("major_decisions", "major_reviewed", "referred_cases")


def test_kinds_of_business_across_with_their_sum() -> None:
    reading = read(
        grid("""
        |市图书馆行政执法三项制度情况(2021年6月30日)|<|<|<|<|
        |项目|行政处罚|行政许可|行政强制|合计|
        |公示制度|是|是|是||
        |重大执法决定数|10|5|2|17|
        |经法制审核数|10|4|2|16|
        |移送司法机关案件数|1|0|0|1|
        """)
    )
    table = only(reading)
    assert rows(table, "publicity", *COUNTS) == [(True, 17, 16, 1)]
    assert table.row_cells is not None
    assert table.row_cells[0] is not None
    assert table.row_cells[0]["major_decisions"] == "E4"
    assert codes(reading) == []


def test_kinds_of_business_across_without_their_sum_are_added_up() -> None:
    reading = read(
        grid("""
        |市图书馆行政执法三项制度情况(2021年6月30日)|<|<|<|
        |项目|行政处罚|行政许可|行政强制|
        |重大执法决定数|10|5|2|
        |经法制审核数|10|4|2|
        |移送司法机关案件数|1|0|0|
        """)
    )
    assert rows(only(reading), *COUNTS) == [(17, 16, 1)]
    assert codes(reading) == [("parts_added_up", "B3")]
    assert reading.status == "ok"


def test_kinds_of_business_down_without_their_sum_are_added_up() -> None:
    reading = read(
        grid("""
        |行政执法三项制度情况(2021年6月30日)|<|<|<|
        |单位|执法类别|重大执法决定数|经法制审核数|
        |市图书馆|行政处罚|10|9|
        |^|行政许可|5|4|
        |市文化馆|行政处罚|3|3|
        |总计||18|16|
        """)
    )
    assert rows(only(reading), "unit_written", *COUNTS[:2]) == [
        ("市图书馆", 15, 13),
        ("市文化馆", 3, 3),
    ]
    assert codes(reading) == [("parts_added_up", "C3")]


def test_kinds_of_business_under_each_count_are_added_up() -> None:
    reading = read(
        grid("""
        |三项制度情况(2021年6月30日)|<|<|<|<|<|<|
        |单位|公示制度|全过程记录|重大执法决定数|<|经法制审核数|<|
        |^|^|^|行政处罚|行政许可|行政处罚|行政许可|
        |市图书馆|是|是|10|5|10|4|
        |市文化馆|是|否|1|0|1|0|
        """)
    )
    assert rows(only(reading), "publicity", "recording", *COUNTS[:2]) == [
        (True, True, 15, 14),
        (True, False, 1, 1 + 0),
    ]
    assert codes(reading) == [("parts_added_up", "D4"), ("parts_added_up", "D5")]


@pytest.mark.parametrize(
    ("parts", "total"),
    [("10|5|", ""), ("10|若干|", ""), ("10|5|", "18|"), ("10||", "")],
    ids=["answers differ", "a count not understood", "another total", "a count absent"],
)
def test_what_does_not_add_up_is_named(parts: str, total: str) -> None:
    answers = "是|否|" if (parts, total) == ("10|5|", "") else "是|是|"
    reading = read(
        grid(f"""
        |市图书馆行政执法三项制度情况(2021年6月30日)|<|<|{"<|" if total else ""}
        |项目|行政处罚|行政许可|{"合计|" if total else ""}
        |公示制度|{answers}
        |重大执法决定数|{parts}{total}
        |经法制审核数|1|1|{"2|" if total else ""}
        """)
    )
    assert len(rows(only(reading), "major_decisions")) == 2
    assert "unit_twice" in dict(codes(reading))
    assert "parts_added_up" not in dict(codes(reading))


def test_persons_are_not_added_up_for_one_may_do_two_things() -> None:
    reading = read(
        grid("""
        |市图书馆法制审核人员配备(2021年6月30日)|<|<|
        |项目|行政处罚|行政许可|
        |执法人员总数|10|5|
        |法制审核人员数|1|1|
        """)
    )
    assert "unit_twice" in dict(codes(reading))


def test_any_parts_are_taken_by_a_total_that_is_their_sum() -> None:
    reading = read(
        grid("""
        |市图书馆双随机抽查情况(2021年6月30日)|<|<|<|
        |项目|合计|文化市场|旅游市场|
        |计划抽查数|15|10|5|
        |完成抽查数|12|8|4|
        """)
    )
    assert rows(only(reading), "planned", "completed") == [(15, 12)]
    assert codes(reading) == []


def test_a_total_in_each_units_own_rows_is_that_units() -> None:
    reading = read(
        grid("""
        |双随机抽查统计表 2021年6月30日||||
        |单位|领域|计划抽查数|完成抽查数|
        |市图书馆|网吧|20|10|
        |市图书馆|歌舞厅|40|20|
        |市图书馆|小计|60|30|
        |市文化馆|网吧|30|12|
        |市文化馆|旅行社|20|8|
        |市文化馆|小计|50|20|
        """)
    )
    table = only(reading)
    assert rows(table, "unit_written", "planned") == [("市图书馆", 60), ("市文化馆", 50)]
    assert codes(reading) == []


def test_a_total_under_the_name_of_a_unit_is_that_units() -> None:
    reading = read(
        grid("""
        |双随机抽查统计表 2021年6月30日|||
        |领域|计划抽查数|完成抽查数|
        |市图书馆|<|<|
        |网吧|20|10|
        |歌舞厅|40|20|
        |小计|60|30|
        |市文化馆|<|<|
        |网吧|30|12|
        |旅行社|20|8|
        |小计|50|20|
        """)
    )
    assert rows(only(reading), "unit", "planned") == [("漯河市图书馆", 60), ("漯河市文化馆", 50)]
    assert codes(reading) == []


def test_a_total_over_names_of_bodies_is_no_units() -> None:
    reading = read(
        grid("""
        |市图书馆双随机抽查统计表 2021年6月30日|||
        |站所|计划抽查数|完成抽查数|
        |城东工作站|20|10|
        |城西工作站|40|20|
        |合计|60|30|
        """)
    )
    assert rows(only(reading), "planned") == [(20,), (40,)]
