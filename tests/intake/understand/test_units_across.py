"""Units across, each over its own headings or under each of them; rows that are days."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

STAFF = ("unit_written", "enforcement_staff", "legal_reviewers", "reported_on")
JUNE, JULY = dt.date(2021, 6, 30), dt.date(2021, 7, 10)


def test_each_unit_over_two_headings_is_a_row_of_its_own() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|<|
        |市图书馆|<|市文化馆|<|
        |执法人员|审核人员|执法人员|审核人员|
        |20|2|10|1|
        """)
    )
    table = only(reading)
    assert rows(table, *STAFF) == [("市图书馆", 20, 2, JUNE), ("市文化馆", 10, 1, JUNE)]
    assert codes(reading) == []
    assert table.data["source_row"] == [4, 4]
    assert table.header_rows == [2, 3]
    assert table.row_cells == [
        {"unit": "A2", "enforcement_staff": "A4", "legal_reviewers": "B4"},
        {"unit": "C2", "enforcement_staff": "C4", "legal_reviewers": "D4"},
    ]


@pytest.mark.parametrize("heading", ["统计时点", "日期", "时间", "项目", ""])
def test_each_row_may_be_a_day_of_all_units(heading: str) -> None:
    reading = read(
        grid(f"""
        |法制审核人员配备表|<|<|<|<|
        |{heading}|市图书馆|<|市文化馆|<|
        |^|执法人员数|审核人员数|执法人员数|审核人员数|
        |2021年6月30日|20|2|10|1|
        |2021年7月10日|21|2|11|1|
        |填表人:张三|||||
        """)
    )
    assert rows(only(reading), *STAFF) == [
        ("市图书馆", 20, 2, JUNE),
        ("市文化馆", 10, 1, JUNE),
        ("市图书馆", 21, 2, JULY),
        ("市文化馆", 11, 1, JULY),
    ]
    assert codes(reading) == []
    assert reading.counts[0].outside == 0


def test_units_may_stand_under_each_of_the_headings() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表|<|<|<|<|
        |日期|执法人员|<|审核人员|<|
        |^|市图书馆|市文化馆|市图书馆|市文化馆|
        |2021年6月30日|20|10|2|1|
        """)
    )
    assert rows(only(reading), *STAFF) == [("市图书馆", 20, 2, JUNE), ("市文化馆", 10, 1, JUNE)]


def test_what_all_units_have_together_is_a_total() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|<|<|<|<|
        |项目|市图书馆|<|市文化馆|<|合计|<|
        |^|执法人员|审核人员|执法人员|审核人员|执法人员|审核人员|
        |人数|20|2|10|1|30|3|
        """)
    )
    assert rows(only(reading), *STAFF[1:3]) == [(20, 2), (10, 1)]
    assert reading.counts[0].subtotal == 2
    assert reading.counts[0].outside == 0


def test_a_name_that_is_no_units_over_the_same_headings_is_named() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|<|<|<|
        |市图书馆|<|市文化馆|<|税务大队|<|
        |执法人员|审核人员|执法人员|审核人员|执法人员|审核人员|
        |20|2|10|1|7|1|
        """)
    )
    assert rows(only(reading), *STAFF[:2])[2] == ("税务大队", 7)
    assert codes(reading) == [("unit_unknown", "E2")]


def test_tasks_down_and_units_across_without_merges() -> None:
    table = only(
        read(
            grid("""
            |填报日期:2021-6-30||||||
            |任务编号|任务名称|市图书馆||市文化馆||
            |||完成进度|状态|完成进度|状态|
            |一、审核|<|<|<|<|<|
            |4.4.1|加强审核|50%|进行中|100%|已完成|
            |4.4.2|规范执法|||30%|进行中|
            """)
        )
    )
    assert rows(table, "unit_written", "task_id", "progress", "status") == [
        ("市图书馆", "4.4.1", 0.5, "in_progress"),
        ("市文化馆", "4.4.1", 1.0, "done"),
        ("市图书馆", "4.4.2", None, None),
        ("市文化馆", "4.4.2", 0.3, "in_progress"),
    ]
    assert table.data["source_row"] == [5, 5, 6, 6]


def test_a_faulty_cell_under_a_unit_is_named_where_it_stands() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|<|
        |市图书馆|<|市文化馆|<|
        |执法人员|审核人员|执法人员|审核人员|
        |20|2|若干|#REF!|
        """)
    )
    named = {cell for _, cell in codes(reading)}
    assert {"C4", "D4"} <= named
    assert rows(only(reading), *STAFF[1:3]) == [(20, 2), (None, None)]


def test_a_units_figures_of_several_days_are_each_of_their_day() -> None:
    reading = read(
        grid("""
        |市图书馆法制审核人员配备表|<|<|
        |月份|执法人员数|法制审核人员数|
        |5月|20|2|
        |6月|21|2|
        """)
    )
    days = [dt.date(2021, 5, 31), JUNE]
    assert rows(only(reading), "enforcement_staff", "reported_on") == [
        (20, days[0]),
        (21, days[1]),
    ]
    assert codes(reading) == []


def test_what_was_done_in_a_month_is_not_the_state_at_its_end() -> None:
    reading = read(
        grid("""
        |双随机抽查情况(2021年6月30日)|<|<|<|<|
        |月份|市图书馆|<|市文化馆|<|
        |^|计划抽查数|完成抽查数|计划抽查数|完成抽查数|
        |5月|20|2|10|1|
        |6月|21|2|10|1|
        """)
    )
    assert {day for (day,) in rows(only(reading), "reported_on")} == {JUNE}
    assert codes(reading) == [("rows_repeated", "A5"), ("unit_twice", "B5")]


def test_one_unit_over_its_headings_is_no_table_of_units_across() -> None:
    table = only(
        read(
            grid("""
            |法制审核人员配备表(2021年6月30日)|<|<|
            |市图书馆|<|备注|
            |执法人员|审核人员|^|
            |20|2||
            """)
        )
    )
    assert rows(table, *STAFF[1:3]) == [(20, 2)]


def test_a_title_that_names_a_unit_over_each_block_is_that_unit() -> None:
    reading = read(
        grid("""
        |填报日期:2021-6-30||||
        |市图书馆双随机抽查情况|<|市文化馆双随机抽查情况|<|
        |计划抽查数|完成抽查数|计划抽查数|完成抽查数|
        |30|2|40|4|
        """)
    )
    named = [unit for table in reading.tables for (unit,) in rows(table, "unit")]
    assert named == ["漯河市图书馆", "漯河市文化馆"]
    assert {code for code, _ in codes(reading)} == set()


def test_groups_of_one_wording_are_no_titles() -> None:
    reading = read(
        grid("""
        |市图书馆双随机抽查情况(2021年6月30日)|<|<|<|
        |计划抽查情况|<|联合抽查情况|<|
        |计划数|完成数|计划数|完成数|
        |30|2|4|4|
        """)
    )
    assert len(reading.tables) == 1
    assert len(rows(only(reading), "planned")) == 1


@pytest.mark.parametrize(
    "days",
    ["2021年6月30日|<|2021年7月10日|<", "6月30日|<|7月10日|<", "d:2021-06-30|<|d:2021-07-10|<"],
)
def test_days_across_are_the_days_of_the_figures_under_them(days: str) -> None:
    reading = read(
        grid(f"""
        |市图书馆双随机抽查情况|<|<|<|
        |{days}|
        |计划抽查数|完成抽查数|计划抽查数|完成抽查数|
        |30|2|40|4|
        """)
    )
    figures = [
        row for t in reading.tables for row in rows(t, "planned", "completed", "reported_on")
    ]
    assert figures == [(30, 2, JUNE), (40, 4, JULY)]
    assert codes(reading) == []


def test_months_across_are_days_only_of_what_is_counted_at_their_end() -> None:
    drawing = """
        |市图书馆情况(2021年6月30日)|<|<|<|
        |5月|<|6月|<|
        |{0}|{1}|{0}|{1}|
        |30|2|40|4|
    """
    staff = read(grid(drawing.format("执法人员总数", "法制审核人员数")))
    figures = rows(only(staff), "enforcement_staff", "legal_reviewers", "reported_on")
    assert figures == [(30, 2, dt.date(2021, 5, 31)), (40, 4, JUNE)]
    checks = read(grid(drawing.format("计划抽查数", "完成抽查数")))
    assert len(rows(only(checks), "planned")) == 1
    assert "heading_repeated" in dict(codes(checks))


def test_units_across_may_stand_under_their_sort() -> None:
    reading = read(
        grid("""
        |法制审核人员配备表(2021年6月30日)|<|<|<|<|<|
        |局属单位|<|<|<|机关科室|<|
        |市图书馆|<|市文化馆|<|市场管理科|<|
        |执法人员|审核人员|执法人员|审核人员|执法人员|审核人员|
        |20|2|10|1|5|1|
        """)
    )
    assert rows(only(reading), *STAFF[:3]) == [
        ("市图书馆", 20, 2),
        ("市文化馆", 10, 1),
        ("市场管理科", 5, 1),
    ]
    assert codes(reading) == []


@pytest.mark.parametrize(
    "headings",
    [
        """|单位|权责清单|<|公共服务清单|<|
           |^|是否公开|公开日期|是否公开|公开日期|
           |市图书馆|是|2021-6-1|否||
           |市文化馆|否||是|2021-6-3|""",
        """|单位|是否公开|<|公开日期|<|
           |^|权责清单|公共服务清单|权责清单|公共服务清单|
           |市图书馆|是|否|2021-6-1||
           |市文化馆|否|是||2021-6-3|""",
    ],
)
def test_lists_across_may_say_more_than_one_thing(headings: str) -> None:
    reading = read(grid(f"|清单公开情况(2021年6月30日)|<|<|<|<|\n{headings}"))
    days = [
        (list_, said, day and day.day)
        for list_, said, day in rows(only(reading), "list", "published", "published_on")
    ]
    assert days == [
        ("powers", True, 1),
        ("services", False, None),
        ("powers", False, None),
        ("services", True, 3),
    ]
    assert codes(reading) == []


@pytest.mark.parametrize("corner", ["单位", ""])
def test_units_across_need_no_merges(corner: str) -> None:
    reading = read(
        grid(f"""
        |法制审核人员配备表(2021年6月30日)|||||
        |{corner}|市图书馆||市文化馆||
        |项目|执法人员|审核人员|执法人员|审核人员|
        |数量|20|2|10|1|
        """)
    )
    assert rows(only(reading), *STAFF[:3]) == [("市图书馆", 20, 2), ("市文化馆", 10, 1)]
    assert codes(reading) == []


def test_a_word_among_the_shares_of_units_across_costs_no_other_cell() -> None:
    reading = read(
        grid("""
        |局属单位重点任务进度一览表(2021年6月15日)|<|<|<|
        |任务|市图书馆|市文化馆|市博物馆|
        |4.1.2 落实权责清单制度|100%|90%|80%|
        |4.4.2 提高行政执法效能|60%|已完成|详见附件|
        """)
    )
    shares = {(unit, progress) for unit, progress in rows(only(reading), "unit", "progress")}
    assert {("漯河市图书馆", 0.6), ("漯河市文化馆", 1.0), ("漯河市博物馆", 0.8)} <= shares
    assert codes(reading) == [("not_a_percent", "D4")]
