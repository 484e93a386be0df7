"""Random inspections whose sorts run down the sheet, with what was planned and done across."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

COUNTS = ("planned", "completed", "joint_planned", "joint_completed", "results_published")


@pytest.mark.parametrize(
    ("table", "counts"),
    [
        pytest.param(
            """
|指标|年度计划|累计完成|完成率|
|随机抽查(次)|40|25|62.5%|
|跨部门联合抽查(次)|6|3|50%|
|抽查结果公示(次)||25||
""",
            (40, 25, 6, 3, 25),
            id="a rate beside, the results below",
        ),
        pytest.param(
            """
|抽查类型|计划数|完成数|结果公示数|
|部门内部抽查|100|90|90|
|跨部门联合抽查|20|16|16|
|合计|120|106|106|
""",
            (120, 106, 20, 16, 106),
            id="parts and their total",
        ),
        pytest.param(
            """
|序号|类别|应抽查数|已抽查数|
|1|双随机抽查|30|12|
|2|其中:部门联合抽查|5|0|
""",
            (30, 12, 5, 0, None),
            id="the joint ones among all",
        ),
    ],
)
def test_the_sorts_of_inspections_are_one_row(table: str, counts: tuple[int, ...]) -> None:
    title = "|双随机抽查情况表|<|<|\n|填报单位:市图书馆||2021年6月30日|"
    reading = read(grid(f"{title}{table}"))
    held = [name for name, count in zip(COUNTS, counts, strict=True) if count is not None]
    assert rows(only(reading), *held) == [tuple(c for c in counts if c is not None)]
    assert codes(reading) == []


def test_each_unit_has_its_sorts() -> None:
    table = only(
        read(
            grid("""
|双随机抽查情况表(2021年6月30日)|<|<|<|
|单位|抽查类型|计划数|完成数|
|市图书馆|部门内部|10|9|
|^|跨部门联合|2|1|
|^|小计|12|10|
|市文化馆|部门内部|20|8|
|^|跨部门联合|4|3|
|^|小计|24|11|
|合计|<|36|21|
""")
        )
    )
    assert rows(table, "unit", *COUNTS[:4]) == [
        ("漯河市图书馆", 12, 10, 2, 1),
        ("漯河市文化馆", 24, 11, 4, 3),
    ]


def test_what_is_inspected_is_no_sort() -> None:
    table = only(
        read(
            grid("""
|市图书馆双随机抽查情况表(2021年6月30日)|<|<|
|抽查类别|计划数|完成数|
|网吧检查|10|9|
|合计|10|9|
""")
        )
    )
    assert rows(table, "planned", "completed") == [(10, 9)]


def test_units_may_stand_across_their_sorts() -> None:
    table = only(
        read(
            grid("""
|双随机抽查完成情况表(2021年6月30日)|<|<|<|<|
|指标|市图书馆|<|市文化馆|<|
|^|计划|完成|计划|完成|
|抽查户数|120|108|40|35|
|跨部门联合抽查户数|20|18|6|5|
""")
        )
    )
    assert rows(table, "unit", *COUNTS[:4]) == [
        ("漯河市图书馆", 120, 108, 20, 18),
        ("漯河市文化馆", 40, 35, 6, 5),
    ]
