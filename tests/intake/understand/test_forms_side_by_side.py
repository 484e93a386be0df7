"""Forms side by side on one sheet, each with the same labels."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, read, rows

COLUMNS = ("case_no", "cause", "total", "grade")
RECORDS = [("甲1号", "甲案", 90, "excellent"), ("乙1号", "乙案", 80, "pass")]


def test_each_of_two_forms_side_by_side_is_a_record() -> None:
    reading = read(
        grid("""
        |市图书馆案卷评查登记表(2021年6月30日)|<|<|<|<|
        |案卷号|甲1号||案卷号|乙1号|
        |案由|甲案||案由|乙案|
        |总分|90||总分|80|
        |等次|优秀||等次|合格|
        """)
    )
    assert [row for table in reading.tables for row in rows(table, *COLUMNS)] == RECORDS
    assert codes(reading) == []
    assert reading.counts[0].outside == 0


def test_forms_of_two_columns_of_labels_may_stand_side_by_side() -> None:
    reading = read(
        grid("""
        |市图书馆案卷评查登记表(2021年6月30日)|<|<|<|<|<|<|<|
        |案卷号|甲1号|案由|甲案|案卷号|乙1号|案由|乙案|
        |总分|90|等次|优秀|总分|80|等次|合格|
        """)
    )
    assert [row for table in reading.tables for row in rows(table, *COLUMNS)] == RECORDS
