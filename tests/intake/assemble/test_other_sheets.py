"""What the sheets of a file say of one another, and at what cost."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.intake.assemble import lines
from dashboard.intake.model import Sheet
from tests.intake.sheets import grid, read

JUNE = dt.date(2021, 6, 30)


def _sheet(number: int, line: str = "") -> Sheet:
    return grid(
        f"""
|清单公开情况|||
{line}
|清单名称|是否公开|公开网址|
|权责清单|是|https://a.gov.cn/{number}|
""",
        f"表{number}",
    )


def test_a_day_on_which_the_other_sheets_agree_is_taken() -> None:
    sheets = [
        _sheet(1),
        _sheet(2, "|填报日期:2021年6月30日|||"),
        _sheet(3, "|填报日期:2021.6.30|||"),
    ]
    tables = read(*sheets).tables
    assert {(one.reported_on, one.reported_by) for one in tables[1:]} == {(JUNE, "sheet")}
    assert (tables[0].reported_on, tables[0].reported_by) == (JUNE, "workbook")


def test_two_days_on_other_sheets_are_none() -> None:
    sheets = [
        _sheet(1),
        _sheet(2, "|填报日期:2021年6月30日|||"),
        _sheet(3, "|填报日期:2021年6月9日|||"),
    ]
    assert read(*sheets).tables[0].reported_by == "arrival"


def test_a_unit_that_all_other_sheets_name_is_taken() -> None:
    sheets = [_sheet(1), _sheet(2, "|填报单位:市图书馆|||"), _sheet(3, "|填报单位:市图书馆|||")]
    assert [one.unit for one in read(*sheets).tables] == ["漯河市图书馆"] * 3


def test_two_units_on_other_sheets_are_none() -> None:
    sheets = [_sheet(1), _sheet(2, "|填报单位:市图书馆|||"), _sheet(3, "|填报单位:市文化馆|||")]
    assert read(*sheets).tables[0].unit is None


def test_lines_are_looked_at_as_often_as_there_are_sheets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = 0
    own = lines.date_lines

    def counting(*given: object) -> object:
        nonlocal looked
        looked += 1
        return own(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(lines, "date_lines", counting)
    counts = []
    for number in (10, 20):
        looked = 0
        read(*(_sheet(i) for i in range(number)))
        counts.append(looked)
    assert counts[1] == 2 * counts[0]
