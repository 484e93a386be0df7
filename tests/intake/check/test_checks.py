"""Cells that contradict one another, either side of the edge."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, read

STAFFING = """
|填报日期:2021-6-30||||
|单位|执法人员总数|法制审核人员数|比例|
|市图书馆|{}|{}|{}|
"""
CASES = """
|填报日期:2021-6-30||||||
|单位|案卷号|合法性得分|合理性得分|文书规范得分|总分|
|执法支队|A-1|40|30|30|100|
|执法支队|A-2|38|28|28|94|
|执法支队|A-3|{}|{}|{}|{}|
"""
COMPLAINT = """
|填报日期:2021-6-30||||
|单位|事项|受理日期|办理期限|办结日期|
|市图书馆|甲|{}|{}|{}|
"""


@pytest.mark.parametrize(
    ("staff", "reviewers", "ratio", "expected"),
    [
        pytest.param("20", "20", "", [], id="all of them"),
        pytest.param("20", "21", "", [("part_above_whole", "C3")], id="one too many"),
        pytest.param("0", "0", "", [], id="nobody"),
        pytest.param("19", "1", "5.26%", [], id="ratio as rounded"),
        pytest.param("19", "1", "6%", [("ratio_differs", "D3")], id="another ratio"),
    ],
)
def test_staffing(staff: str, reviewers: str, ratio: str, expected: list[object]) -> None:
    assert codes(read(grid(STAFFING.format(staff, reviewers, ratio)))) == expected


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param((30, 30, 30, 90), [], id="adds up"),
        pytest.param((30, 20, 20, 75), [("total_not_parts", "F5")], id="others add up, it not"),
        pytest.param((30, 20, "", 75), [], id="a part is blank"),
    ],
)
def test_totals_of_cases(scores: tuple[object, ...], expected: list[object]) -> None:
    assert codes(read(grid(CASES.format(*scores)))) == expected


@pytest.mark.parametrize(
    ("received", "due", "closed", "expected"),
    [
        pytest.param("2021-6-1", "2021-6-1", "2021-6-1", [], id="all on one day"),
        pytest.param("2021-6-2", "2021-6-1", "", [("dates_reversed", "D3")], id="due before"),
        pytest.param("2021-6-2", "", "2021-6-1", [("dates_reversed", "E3")], id="closed before"),
        pytest.param("", "2021-6-1", "2021-6-1", [], id="received is blank"),
    ],
)
def test_dates_of_complaints(received: str, due: str, closed: str, expected: list[object]) -> None:
    assert codes(read(grid(COMPLAINT.format(received, due, closed)))) == expected


def test_equal_figures_of_a_unit_that_stands_twice_would_be_added_up() -> None:
    reading = read(
        grid("""
|填报日期:2021-6-30||
|单位|执法人员总数|法制审核人员数|
|市图书馆|10|1|
|市图书馆|10|1|
""")
    )
    assert codes(reading) == [("rows_repeated", "A4")]


def test_every_problem_names_sheet_and_cell_and_says_what_to_do() -> None:
    reading = read(grid(STAFFING.format("10", "11", ""), name="一月"))
    (found,) = reading.problems
    assert (found.sheet, found.cell, found.severity) == ("一月", "C3", "warning")
    assert "法制审核人员数" in found.message
    assert found.message.endswith("请核对后更正。")


def test_hidden_columns_of_which_something_is_taken_are_named():
    sheet = grid(
        """
|市图书馆投诉举报办理 2021年6月30日|||||
|序号|事项|受理日期|办理期限|备注|
|1|噪声扰民|2021-06-01|2021-06-15|无|
|2|违规收费|2021-06-02|2021-06-16|无|
""",
        hidden_columns=frozenset((0, 2, 3, 4)),
    )
    named = [one for one in read(sheet).problems if one.code == "hidden_columns"]
    assert [one.cell for one in named] == ["C2"]
    assert "C(受理日期)、D(办理期限)" in named[0].message
