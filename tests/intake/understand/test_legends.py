"""Signs that a sheet explains itself are read by its own words."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


@pytest.mark.parametrize(
    "legend",
    [
        "注：●已完成 ○未启动 ◎进行中",
        "说明：“●”表示已完成，“◎”表示正在推进，“○”表示尚未启动。",
        "●—已完成；○—未启动；◎—推进中",
        "图例：● 为已办结，○ 为未开展，◎ 为进行中",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_signs_mean_what_the_sheet_says_they_mean(legend, above) -> None:
    line = f"|{legend}|<|<|<|<|"
    body = """
|任务编号|任务内容|责任人|完成时限|状态|
|4.1.2|落实权责清单制度|李红霞|2021-07-01|●|
|4.2.3|强化备案|王建国|2021-07-01|○|
|4.3.1|健全决策机制|王建国|2021-07-01|◎|"""
    title = "|市图书馆任务分解台账(2021年6月30日)|<|<|<|<|"
    reading = read(grid(f"{title}\n{line}{body}" if above else f"{title}{body}\n{line}"))
    statuses = [("done",), ("not_started",), ("in_progress",)]
    assert rows(only(reading), "status") == statuses
    assert codes(reading) == []


def test_a_sign_that_is_not_explained_stays_a_problem() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年6月30日)|<|<|<|
|注：●已完成 ○未启动|<|<|<|
|任务编号|任务内容|完成时限|状态|
|4.1.2|落实权责清单制度|2021-07-01|●|
|4.2.3|强化备案|2021-07-01|☆|
""")
    )
    assert rows(only(reading), "status") == [("done",), (None,)]
    assert codes(reading) == [("unknown_choice", "D5")]


def test_lists_across_are_public_by_the_signs_of_the_sheet() -> None:
    reading = read(
        grid("""
|清单公开情况表(2021年6月30日)|<|<|<|
|○—已公开；×—未公开|<|<|<|
|单位|权责清单|公共服务清单|负面清单|
|市图书馆|○|×|○|
""")
    )
    assert rows(only(reading), "list", "published") == [
        ("powers", True), ("services", False), ("negative", True),
    ]  # fmt: skip


def test_a_sign_before_a_name_explains_nothing() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年6月30日)|<|<|<|
|★重点任务由馆长负责|<|<|<|
|任务编号|任务内容|完成时限|状态|
|4.1.2|落实权责清单制度|2021-07-01|★|
""")
    )
    assert codes(reading) == [("unknown_choice", "D4")]
