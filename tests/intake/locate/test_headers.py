from __future__ import annotations

import datetime as dt

import pytest

from dashboard.intake.locate.grid import grid_of
from dashboard.intake.locate.headers import Header, find_headers
from tests.intake.sheets import grid, only, read, rows


def headers(text: str) -> list[Header]:
    cells = grid_of(grid(text))
    return find_headers(cells, 0, cells.width - 1)


@pytest.mark.parametrize(
    ("text", "rows", "paths"),
    [
        pytest.param(
            "|题目|<|\n|事项|受理日期|\n|甲|2021-6-1|",
            (1, 1),
            [("事项",), ("受理日期",)],
            id="one row",
        ),
        pytest.param(
            """
            |单位|人数|<|比例|
            |^|执法人员总数|法制审核人员数|^|
            |市图书馆|12|1|8%|
            """,
            (0, 1),
            [("单位",), ("人数", "执法人员总数"), ("人数", "法制审核人员数"), ("比例",)],
            id="merged group",
        ),
        pytest.param(
            """
            |单位|人数||比例|
            ||执法人员总数|法制审核人员数||
            |市图书馆|12|1|8%|
            """,
            (0, 1),
            [("单位",), ("人数", "执法人员总数"), ("人数", "法制审核人员数"), ("比例",)],
            id="group without merges",
        ),
        pytest.param(
            "|执法人员总数|法制审核人员数|\n|(人)|(人)|\n|12|1|",
            (0, 1),
            [("执法人员总数", "(人)"), ("法制审核人员数", "(人)")],
            id="row of unit marks",
        ),
        pytest.param(
            "|事项|受理日期|存在问题|<|\n|甲|2021-6-1|乙|丙|",
            (0, 0),
            [("事项",), ("受理日期",), ("存在问题",), ("存在问题",)],
            id="heading over two columns",
        ),
    ],
)
def test_a_header_is_found_with_its_groups(
    text: str, rows: tuple[int, int], paths: list[tuple[str, ...]]
) -> None:
    (header,) = headers(text)
    assert (header.top, header.bottom) == rows
    assert [head.path for head in header.heads] == paths


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("|填报单位|市图书馆|联系人|张三|", id="labels and values"),
        pytest.param("|执法人员总数|12|\n|法制审核人员数|1|\n|法律顾问数|1|", id="a form"),
        pytest.param("|市图书馆|甲|漯河日报|\n|市文化馆|乙|河南日报|", id="rows of data"),
        pytest.param("|进行中|已完成|未启动|", id="words of a vocabulary"),
    ],
)
def test_what_only_looks_like_headings_is_no_header(text: str) -> None:
    assert headers(text) == []


def test_a_heading_merged_over_columns_is_shared_from_the_second_on() -> None:
    (header,) = headers("|事项|受理日期|存在问题|<|\n|甲|2021-6-1|乙|丙|")
    assert [head.shared for head in header.heads] == [False, False, False, True]


@pytest.mark.parametrize("words", [("优秀", "合格"), ("甲组", "乙组")])
def test_words_under_a_merged_heading_alone_are_headings(words: tuple[str, str]) -> None:
    first, second = words
    (header,) = headers(
        f"|案卷号|案由|评查等次|<|存在问题|\n|||{first}|{second}||\n|1号|甲|√||无|\n|2号|乙||√||"
    )
    assert (header.top, header.bottom) == (0, 1)
    assert [head.path[-1] for head in header.heads[2:4]] == [first, second]


def test_a_title_merged_down_beside_the_table_does_not_make_its_rows_headings() -> None:
    (header,) = headers(
        "|投诉台账|序号|投诉事项|受理日期|\n|^|1|甲|2021-6-1|\n|^|2|乙|2021-6-2|\n|^|3|丙|2021-6-3|"
    )
    assert (header.top, header.bottom) == (0, 0)


def test_a_header_that_repeats_takes_no_row_of_data_above_it() -> None:
    head = "|单位|制度落实|||重大执法决定数|\n||公示制度|全过程记录|归档||\n"
    first, again = headers(
        head + "|市图书馆|是|否|是|s:4|\n|市文化馆||否||约4|\n" + head + "|市博物馆|是|否|是|s:4|"
    )
    assert (first.top, first.bottom, again.top, again.bottom) == (0, 1, 4, 5)


def test_a_group_over_all_the_headings_below_it_is_no_title_where_a_heading_stands_beside() -> None:
    (header,) = headers(
        "|投诉事项|办理情况|<|\n||受理日期|办结日期|\n|甲|2021-6-1|2021-6-2|\n|乙|2021-6-1|2021-6-2|"
    )
    assert [head.path for head in header.heads] == [
        ("投诉事项",),
        ("办理情况", "受理日期"),
        ("办理情况", "办结日期"),
    ]


def test_a_line_of_label_and_value_over_headings_makes_them_no_form() -> None:
    (header,) = headers("""
|案卷评查评委打分汇总表|<|<|<|<|
|评查日期|2021年10月21日||||
|单位|案卷号|案由|评委一|平均得分|
|市图书馆|甲1号|某案|85|86|
""")
    assert (header.top, header.bottom) == (2, 2)


def test_headings_of_which_every_other_is_known_are_no_labels_with_values() -> None:
    (header,) = headers("""
|督导问题整改情况表|<|<|<|<|<|
|被督导单位|原反馈问题|整改措施|原定时限|复查人|复查日期|
|市博物馆|清单更新不及时|按月更新|8月10日|王楠|10月12日|
|市文化馆|学习方案缺失|制定方案|7月30日|王楠|10月13日|
""")
    assert (header.top, header.bottom) == (1, 1)


@pytest.mark.parametrize(
    "over",
    [
        "|市图书馆任务进展表|2021年7月9日||||",
        "|填报日期|2021年7月9日||||",
        "|填报单位|市图书馆|填报日期|2021年7月9日|||",
    ],
)
@pytest.mark.parametrize("groups", ["|基本情况|||落实情况||", "|基本情况|<|<|落实情况|<|<|"])
def test_lines_over_groups_are_no_headings(over: str, groups: str) -> None:
    table = only(
        read(
            grid(f"""
{over}
{groups}
|任务编号|任务名称|责任人|完成时限|进展情况|完成进度|
|4.1.2|权责清单|张三|7月31日|已公布|70%|
"""),
            file="市图书馆.xlsx",
        )
    )
    assert table.reported_on == dt.date(2021, 7, 9)
    assert rows(table, "task_id", "due_on") == [("4.1.2", dt.date(2021, 7, 31))]


INSPECTED = {
    "planned": 30, "completed": 28, "joint_planned": 2, "joint_completed": 1,
    "results_published": 27,
}  # fmt: skip
ENFORCED = {
    "publicity": True, "recording": True, "major_decisions": 9, "major_reviewed": 8,
    "referred_cases": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("groups", "leaves", "figures", "taken"),
    [
        (
            "抽查任务|<|跨部门联合抽查|<|结果公示",
            "计划(家)|完成(家)|计划(次)|完成(次)|已公示(家)",
            "30|28|2|1|27",
            INSPECTED,
        ),
        (
            "双随机抽查|<|跨部门联合抽查|<|结果公示",
            "计划|完成|计划|完成|已公示",
            "s:30|s:28|s:2|s:1|s:27",
            INSPECTED,
        ),
        (
            "行政执法公示制度|行政执法全过程记录制度|重大执法决定法制审核制度|<|移送案件",
            "是否落实|是否落实|重大执法决定数|经法制审核数|件数",
            "已落实|已落实|9|8|0",
            ENFORCED,
        ),
    ],
)
def test_below_groups_each_column_has_a_heading_of_its_own(groups, leaves, figures, taken):
    reading = read(
        grid(f"""
|执法支队工作情况(2021年6月30日)|<|<|<|<|
|{groups}|
|{leaves}|
|{figures}|
""")
    )
    table = only(reading)
    assert {name: table.data[name] for name in taken} == {k: [v] for k, v in taken.items()}
    assert [one.code for one in reading.problems if one.severity == "error"] == []
