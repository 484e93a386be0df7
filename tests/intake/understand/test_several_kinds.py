"""Figures of several kinds in one table: each kind takes its own columns, none a cell twice."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, read, rows


def taken(reading):
    return {table.kind: table for table in reading.tables}


def test_figures_of_three_kinds_in_one_row_are_taken_as_each_of_them() -> None:
    reading = read(
        grid("""
|2021年二季度法治政府建设统计表|<|<|<|<|<|<|<|
|填报单位：市执法支队|<|<|<|<|填报日期：2021年6月30日|<|<|
|执法人员总数|法制审核人员数|重大执法决定数|经法制审核数|移送司法机关案件数|计划抽查数|完成抽查数|备注|
|41|3|9|8|0|20|18|无|
""")
    )
    tables = taken(reading)
    assert rows(tables["staffing"], "enforcement_staff", "legal_reviewers") == [(41, 3)]
    acts = ("major_decisions", "major_reviewed", "referred_cases")
    assert rows(tables["enforcement"], *acts) == [(9, 8, 0)]
    assert rows(tables["random_inspection"], "planned", "completed") == [(20, 18)]
    for table in tables.values():
        assert table.unit == "漯河市文化市场综合行政执法支队"
        assert str(table.reported_on) == "2021-06-30"
    assert [table.unmatched for table in reading.tables] == [{"H": "备注"}, {}, {}]
    assert codes(reading) == []
    (count,) = reading.counts
    assert (count.taken, count.unmatched, count.outside) == (7, 1, 0)


def test_units_down_the_sheet_have_a_row_of_each_kind_and_an_error_at_its_cell_once() -> None:
    reading = read(
        grid("""
|各单位法治工作情况(2021年6月30日)|<|<|<|<|<|
|序号|单位|执法人员总数|法制审核人员数|重大执法决定数|经法制审核数|
|1|市执法支队|41|3|看情况|8|
|2|市博物馆|12|若干|#REF!|0|
|3|没听说过的单位|10|1|2|1|
|合计||63|||9|
""")
    )
    tables = taken(reading)
    assert rows(tables["staffing"], "enforcement_staff") == [(41,), (12,), (10,)]
    assert rows(tables["enforcement"], "major_decisions", "major_reviewed") == [
        (None, 8), (None, 0), (2, 1),
    ]  # fmt: skip
    named = [(one.code, one.cell) for one in reading.problems if one.severity == "error"]
    assert sorted(named) == [
        ("error_cell", "E4"), ("not_a_number", "D4"), ("not_a_number", "E3"),
        ("unit_unknown", "B5"),
    ]  # fmt: skip
    (count,) = reading.counts
    assert count.outside == 0
    assert count.total == (
        count.taken + count.heading + count.title + count.subtotal + count.numbering
        + count.problem + count.unmatched + count.note
    )  # fmt: skip


def test_a_form_of_figures_of_several_kinds_is_taken_as_each_of_them() -> None:
    reading = read(
        grid("""
|法治政府建设季报|<|
|填报单位|市执法支队|
|填报日期|2021年6月30日|
|执法人员总数|41|
|法制审核人员数|3|
|重大执法决定数|9|
|经法制审核数|8|
""")
    )
    tables = taken(reading)
    assert rows(tables["staffing"], "enforcement_staff", "legal_reviewers") == [(41, 3)]
    assert rows(tables["enforcement"], "major_decisions", "major_reviewed") == [(9, 8)]
    assert codes(reading) == []
    assert sum(count.outside + count.unmatched for count in reading.counts) == 0


def test_the_next_sheet_goes_on_with_both_kinds() -> None:
    heads = "单位|执法人员总数|法制审核人员数|重大执法决定数|经法制审核数"
    reading = read(
        grid(f"""
|各单位法治工作情况(2021年6月30日)|<|<|<|<|
|{heads}|
|市执法支队|41|3|9|8|
|市博物馆|12|1|0|0|
"""),
        grid(
            """
|市图书馆|5|1|1|1|
|市文化馆|6|1|2|2|
""",
            name="Sheet2",
        ),
    )
    found = [(table.kind, table.sheet, table.rows) for table in reading.tables]
    assert found == [
        ("staffing", "Sheet1", 2), ("enforcement", "Sheet1", 2),
        ("staffing", "Sheet2", 2), ("enforcement", "Sheet2", 2),
    ]  # fmt: skip


def test_a_single_column_of_another_kind_is_left_and_shown() -> None:
    reading = read(
        grid("""
|法制审核人员配备表(2021年6月30日)|<|<|<|
|单位|执法人员总数|法制审核人员数|重大执法决定数|
|市执法支队|41|3|9|
""")
    )
    assert [table.kind for table in reading.tables] == ["staffing"]
    assert reading.tables[0].unmatched == {"D": "重大执法决定数"}


def test_staff_of_several_months_is_no_sum_over_them() -> None:
    reading = read(
        grid("""
|市执法支队二季度执法队伍情况|<|<|
|月份|执法人员总数|法制审核人员数|
|4月|40|2|
|5月|40|2|
|6月|41|3|
|二季度合计|41|3|
""")
    )
    assert rows(reading.tables[0], "enforcement_staff") == [(40,), (40,), (41,)]
    assert "subtotal_differs" not in codes(reading)
