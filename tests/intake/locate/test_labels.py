from __future__ import annotations

import time

import pytest

from dashboard.intake.locate.grid import grid_of
from dashboard.intake.locate.labels import date_lines, unit_line
from tests.intake.sheets import grid

FULL = {"(": "\uff08", ")": "\uff09", ":": "\uff1a"}


def lines(text: str) -> tuple[str | None, list[str]]:
    cells = grid_of(grid(text))
    unit = unit_line(cells, [0], 0, cells.width - 1)
    return unit and unit.text, [line.text for line in date_lines(cells, [0], 0, cells.width - 1)]


@pytest.mark.parametrize(
    ("text", "unit", "dates"),
    [
        ("|填报单位:市图书馆|填报日期:2021-6-30|", "市图书馆", ["2021-6-30"]),
        ("|填报单位(盖章):市图书馆|||", "市图书馆", []),
        ("|填报单位:|市图书馆|填报日期:|2021-6-30|", "市图书馆", ["2021-6-30"]),
        ("|填报单位|市图书馆|填报日期|2021-6-30|", "市图书馆", ["2021-6-30"]),
        ("|单位:市图书馆    填表人:张三    日期:2021年6月30日|", "市图书馆", ["2021年6月30日"]),
        ("|单位:人|统计时点:2021-06-30|", None, ["2021-06-30"]),
        ("|填报单位:________|填报日期:   年  月  日|", None, ["年 月 日"]),
        ("|截至2021年6月30日|", None, ["2021年6月30日"]),
        ("|填报日期|2021年|6月|30日|", None, ["2021年6月30日"]),
    ],
)
@pytest.mark.parametrize("wide", [False, True], ids=["half-width", "full-width"])
def test_lines_of_unit_and_date_are_read(
    text: str, unit: str | None, dates: list[str], wide: bool
) -> None:
    drawn = text.translate(str.maketrans(FULL)) if wide else text
    assert lines(drawn) == (unit, dates)


def test_a_review_date_is_no_reporting_date() -> None:
    assert lines("|评查日期:2021-6-1|")[1] == []


def test_a_line_is_looked_for_in_the_beginning_of_a_long_cell() -> None:
    told = "填报单位:市图书馆  填报日期:2021-6-30"
    assert lines(f"|{told}  {'说明' * 400}|")[0] is not None
    assert lines(f"|{'说明 ' * 4000}{told}|") == (None, [])


def test_cells_of_megabytes_cost_no_seconds() -> None:
    began = time.process_time()
    assert lines("|" + f"{'fI' * 500_000}|" * 20) == (None, [])
    assert time.process_time() - began < 1
