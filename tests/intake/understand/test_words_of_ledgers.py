"""Ledgers of tasks, materials, documents and decisions under the headings of other offices."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_four_lists_of_a_task_are_its_columns() -> None:
    table = only(
        read(
            grid("""
|市图书馆法治政府创建“四个清单”|<|<|<|<|
|填报单位:市图书馆 填报时间:2021年7月5日|<|<|<|<|
|任务清单|措施清单|责任清单|时限清单|完成情况|
|公布公共服务清单|清单上网上墙|何玉杰|7月15日前|已完成|
|馆内制度清理|逐件提出意见|赵秀梅|8月底前|正在进行|
""")
        )
    )
    assert table.kind == "task_progress"
    assert rows(table, "title", "measure", "person", "due_on", "status") == [
        ("公布公共服务清单", "清单上网上墙", "何玉杰", dt.date(2021, 7, 15), "done"),
        ("馆内制度清理", "逐件提出意见", "赵秀梅", dt.date(2021, 8, 31), "in_progress"),
    ]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("办理情况", "note"),
        ("执行情况", "note"),
        ("取得成效", "note"),
        ("需协调解决的问题", "problem"),
        ("未完成原因", "problem"),
        ("存在不足", "problem"),
    ],
)
def test_what_was_done_and_what_was_in_the_way_of_a_task(heading: str, column: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账(2021年6月30日)|<|<|<|
|任务编号|任务名称|完成进度|{heading}|
|4.1.2|落实权责清单制度|60%|人手不足,清单编到第三章|
""")
    )
    assert rows(only(reading), column) == [("人手不足,清单编到第三章",)]
    assert codes(reading) == []


@pytest.mark.parametrize("heading", ["目标任务", "承担任务", "工作事项", "任务要点"])
def test_a_task_by_other_names(heading: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账(2021年6月30日)|<|<|
|{heading}|责任人|完成进度|
|落实权责清单制度|张三|60%|
""")
    )
    assert rows(only(reading), "title") == [("落实权责清单制度",)]


def test_the_materials_that_a_unit_is_to_show_are_its_evidence() -> None:
    table = only(
        read(
            grid("""
|市文化馆印证资料收集情况表(2021年7月5日)|<|<|<|
|应提供资料|资料形式|是否提供|存档地点|
|会议纪要|会议记录|√|一楼档案室|
|开班照片|照片|未报送|.|
""")
        )
    )
    assert rows(table, "title", "form", "provision", "location") == [
        ("会议纪要", "document", "uploaded", "一楼档案室"),
        ("开班照片", "picture", "missing", None),
    ]


def test_the_steps_of_a_document_as_days_and_numbers() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件台账(2021年7月20日)|<|<|<|<|<|<|
|文件名称|发布日期|论证时间|征求意见起止时间|审议会议|公布时间|备案号|
|农村广播管理办法|2021年6月21日|2021年4月1日|2021年4月10日至5月10日|局党组会2021年第9次|2021年6月22日|漯备〔2021〕12号|
""")
        )
    )
    steps = rows(table, "assessed", "consulted", "deliberated", "published", "filed")
    assert steps == [(True,) * 5]
    assert rows(table, "issued_on") == [(dt.date(2021, 6, 21),)]


def test_a_document_s_only_day_of_publication_is_the_day_it_was_issued() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件台账(2021年7月20日)|<|<|
|文件名称|文号|公布时间|
|农村广播管理办法|漯文〔2021〕1号|2021年6月21日|
""")
        )
    )
    assert rows(table, "issued_on", "published") == [(dt.date(2021, 6, 21), None)]


def test_the_day_of_publication_is_nearer_to_that_of_issue_than_the_day_of_force() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件台账(2021年7月20日)|<|<|<|
|文件名称|文号|公布日期|施行日期|
|农村广播管理办法|漯文〔2021〕1号|2021年6月21日|2021年8月1日|
""")
        )
    )
    assert rows(table, "issued_on", "published") == [(dt.date(2021, 6, 21), None)]


def test_the_steps_of_a_decision_by_who_met_and_who_was_heard() -> None:
    table = only(
        read(
            grid("""
|市图书馆重大行政决策台账(2021年7月20日)|<|<|<|<|
|议题|上会时间|听证|法律顾问意见|党组会研究|
|新馆选址|2021年6月21日|召开听证会|合法|局党组会2021年第9次|
""")
        )
    )
    assert rows(table, "title", "participation", "legality_reviewed", "collective_discussion") == [
        ("新馆选址", "yes", "yes", "yes")
    ]


def test_what_was_done_speaks_for_a_heading_that_only_resembles_the_step() -> None:
    table = only(
        read(
            grid("""
|市图书馆行政规范性文件情况表(2021年7月9日)|<|<|<|
|文件名称|文号|意见征集情况|网站公开情况|
|借阅办法|漯文〔2021〕1号|网上征集意见15天|局门户网站|
""")
        )
    )
    assert rows(table, "consulted", "published") == [(True, True)]


def test_the_end_of_a_plan_is_not_the_day_of_the_report() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务分解台账(2021年7月9日)|<|<|
|任务编号|任务名称|预计截止日期|
|4.1.2|权责清单|2021年8月1日|
""")
        )
    )
    assert table.reported_on == dt.date(2021, 7, 9)
    assert rows(table, "due_on") == [(dt.date(2021, 8, 1),)]


def test_a_deadline_under_a_group_is_one_though_its_days_look_like_numbers() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务推进表(2021年7月2日)|<|<|<|
|基本情况|<|落实情况|<|
|任务|举措|时限|进度|
|执法公示|网站公示|s:6.30|100%|
|全过程记录|配备记录仪|s:7.15|75%|
""")
        )
    )
    assert rows(table, "due_on", "note") == [
        (dt.date(2021, 6, 30), None),
        (dt.date(2021, 7, 15), None),
    ]


@pytest.mark.parametrize("heading", ["具体落实人", "责任人", "经办人员"])
def test_who_does_a_task_comes_before_the_leader_who_answers_for_it(heading: str) -> None:
    table = only(
        read(
            grid(f"""
|市图书馆任务推进表(2021年7月2日)|<|<|<|
|重点工作|责任领导|{heading}|完成度|
|公布清单|刘卫东|何玉杰|80%|
""")
        )
    )
    assert rows(table, "person") == [("何玉杰",)]
