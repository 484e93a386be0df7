"""Rows pasted one column beside their place."""

from __future__ import annotations

import pytest

from tests.intake.sheets import grid, read

HEAD = """
|市图书馆任务分解台账 2021年6月30日|||||||
|任务编号|任务名称|责任人|开始时间|完成时限|完成进度|状态|进展情况|
|4.1.1|深化行政审批|张三|2021-06-01|2021-07-31|80%|进行中|已印发|
"""


def _shifted(row: str) -> list[tuple[str | None, str, str]]:
    found = [one for one in read(grid(HEAD + row)).problems if one.code == "row_shifted"]
    return [(one.cell, one.details["row"], one.details["side"]) for one in found]


@pytest.mark.parametrize(
    ("row", "cell", "side"),
    [
        ("||4.1.2|落实权责清单|李四|2021-06-02|2021-08-31|60%|进行中|", "D4", "右"),
        ("|4.1.2|落实权责清单|李四||2021-06-02|2021-08-31|60%|进行中|", "F4", "右"),
        ("|4.1.2|落实权责清单|2021-06-02|2021-08-31|60%|进行中|公开||", "E4", "左"),
        ("|4.1.2|落实权责清单|李四|2021-06-02||2021-08-31|60%|进行中|", "F4", "右"),
    ],
)
def test_a_row_one_column_too_far_is_named(row: str, cell: str, side: str) -> None:
    assert _shifted(row) == [(cell, "4", side)]


INSPECTED = """
|双随机抽查情况 2021年6月30日|||||
|单位|计划抽查数|完成抽查数|结果已公开数||
|市图书馆|10|9|8||
"""


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("|市文化馆|10||8|7|", ["E4"]),
        ("|市文化馆|10|8|7|核对过|", []),
        ("|市文化馆|10||8|待补|", []),
        ("|市文化馆|10|8|7|7|", []),
    ],
)
def test_a_figure_pushed_out_of_the_table_is_named(row: str, cells: list[str]) -> None:
    problems = read(grid(INSPECTED + row)).problems
    assert [one.cell for one in problems if one.code == "row_shifted"] == cells
    [beside] = [one for one in problems if one.code == "heading_missing"]
    assert beside.details["rows"] == "4"


@pytest.mark.parametrize(
    "row",
    [
        "|4.1.2|落实权责清单|李四|2021-06-02|待定吧|60%|进行中|公开|",
        "|4.1.2|落实权责清单|李四|2021-06-02|2021-08-31|进行中|60%|公开|",
        "|4.1.2|落实权责清单|李四|2021-06-31|2021-08-31|180%|完成了一些|公开|",
        "|4.1.2|落实权责清单|李四|同上|同上|同上|同上|同上|",
        "|4.1.2|落实权责清单|李四|#REF!|#REF!|60%|进行中|公开|",
    ],
)
def test_single_slips_are_no_shift(row: str) -> None:
    assert _shifted(row) == []


@pytest.mark.parametrize("row", [3, 4])
def test_the_row_of_a_csv_pushed_out_by_one_costs_no_other(row: int) -> None:
    lines = [
        "2021-06-02|网吧营业|2021-06-12|2021-06-10|",
        "2021-06-23|无证演出|2021-07-03|2021-07-02|",
    ]
    lines[row - 3] = "|" + lines[row - 3].removesuffix("|")
    text = "\n".join(f"|{line}|" for line in ["||||", *lines])
    reading = read(
        grid(
            "|市图书馆投诉台账 2021年7月8日|||||"
            + text.replace("|||||", "\n|受理时间|举报内容|办结时限|办结时间||", 1)
        )
    )
    assert [table.rows for table in reading.tables] == [2]
    assert "row_shifted" in [one.code for one in reading.problems]


def test_a_list_of_names_with_cells_that_were_not_understood_is_counted() -> None:
    reading = read(
        grid("""
|行政执法人员名单 2021年6月30日||||
|单位|姓名|执法证号|是否法制审核人员|
|市图书馆|张三|L01|是|
|市图书馆|李四|L02|说不清|
|市文化馆|王五|L03|也许|
""")
    )
    assert [table.rows for table in reading.tables] == [2]
