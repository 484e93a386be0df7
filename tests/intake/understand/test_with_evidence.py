"""Ledgers of tasks that name beside each task what the unit can show for it."""

from __future__ import annotations

import datetime as dt

from dashboard.intake.model import FileReading, TakenTable
from tests.intake.sheets import codes, grid, only, read, rows


def taken(reading: FileReading) -> dict[str, TakenTable]:
    return {table.kind: table for table in reading.tables}


def test_materials_beside_tasks_are_evidence_for_them() -> None:
    reading = read(
        grid("""
|市图书馆创建工作台账及任务分解(2021年7月9日)|<|<|<|<|<|<|<|
|任务编号|任务名称|责任人|完成时限|工作进展|印证资料名称|资料类型|提供方式|
|4.1.2|权责清单|张三|7月31日|已公布|公示照片|图片|已上传|
|4.2.3|文件清理|李四|8月31日|清理41件|清理目录|文件|实地核查时提供|
|4.3.2|决策程序|李四|9月30日|||||
""")
    )
    tables = taken(reading)
    assert rows(tables["task_progress"], "task_id", "note") == [
        ("4.1.2", "已公布"),
        ("4.2.3", "清理41件"),
        ("4.3.2", None),
    ]
    assert rows(tables["evidence"], "task_id", "title", "form", "provision") == [
        ("4.1.2", "公示照片", "picture", "uploaded"),
        ("4.2.3", "清理目录", "document", "on_site"),
    ]
    assert tables["evidence"].reported_on == dt.date(2021, 7, 9)
    assert [table.unmatched for table in reading.tables] == [{}, {}]
    assert codes(reading) == []


def test_a_column_of_materials_alone_is_evidence_where_it_says_so() -> None:
    reading = read(
        grid("""
|市图书馆创建工作台账(2021年7月9日)|<|<|<|
|任务编号|任务名称|工作进展|印证资料|
|4.1.2|权责清单|已公布|公示照片2张、清单1份|
""")
    )
    assert rows(taken(reading)["evidence"], "task_id", "title") == [
        ("4.1.2", "公示照片2张、清单1份")
    ]


def test_several_materials_of_a_merged_task() -> None:
    reading = read(
        grid("""
|市图书馆创建工作台账(2021年7月9日)|<|<|<|<|
|任务编号|任务名称|工作进展|佐证材料|材料类型|
|4.1.2|权责清单|已公布|公示照片|图片|
|^|^|^|清单|文件|
|4.2.3|文件清理|已完成|清理目录|文件|
""")
    )
    tables = taken(reading)
    assert rows(tables["evidence"], "task_id", "title") == [
        ("4.1.2", "公示照片"),
        ("4.1.2", "清单"),
        ("4.2.3", "清理目录"),
    ]
    assert rows(tables["task_progress"], "task_id") == [("4.1.2",), ("4.2.3",)]


def test_tasks_beside_materials_are_taken_too_and_each_once() -> None:
    reading = read(
        grid("""
|市图书馆印证资料台账(2021年7月9日)|<|<|<|<|<|
|任务编号|重点任务|工作进展|印证材料|材料类型|提供方式|
|4.1.2|权责清单|已公布|公示照片|图片|已上传|
|4.1.2|权责清单|已公布|清单|文件|已上传|
|4.2.3|文件清理|清理41件|清理目录|文件|未提供|
""")
    )
    tables = taken(reading)
    assert rows(tables["evidence"], "task_id", "title", "provision") == [
        ("4.1.2", "公示照片", "uploaded"),
        ("4.1.2", "清单", "uploaded"),
        ("4.2.3", "清理目录", "missing"),
    ]
    assert rows(tables["task_progress"], "task_id", "title", "note") == [
        ("4.1.2", "权责清单", "已公布"),
        ("4.2.3", "文件清理", "清理41件"),
    ]


def test_no_material_is_no_evidence() -> None:
    reading = read(
        grid("""
|市图书馆创建工作台账(2021年7月9日)|<|<|<|
|任务编号|任务名称|工作进展|印证资料|
|4.1.2|权责清单|已公布|公示照片|
|4.2.3|文件清理|未开展|无|
|4.3.2|决策程序|未开展|/|
""")
    )
    assert rows(taken(reading)["evidence"], "task_id") == [("4.1.2",)]


def test_what_may_be_any_material_is_no_evidence_alone() -> None:
    table = only(
        read(
            grid("""
|市图书馆创建工作台账(2021年7月9日)|<|<|<|
|任务编号|任务名称|工作进展|资料清单|
|4.1.2|权责清单|已公布|另附|
""")
        )
    )
    assert table.kind == "task_progress"


def test_how_far_a_list_of_materials_is_makes_no_ledger_of_tasks() -> None:
    table = only(
        read(
            grid("""
|市图书馆印证资料清单(2021年7月9日)|<|<|<|<|
|任务编号|任务名称|材料名称|材料类型|完成情况|
|4.1.2|权责清单|公示照片|图片|已完成|
""")
        )
    )
    assert table.kind == "evidence"


def test_states_before_the_materials_are_those_of_the_tasks() -> None:
    reading = read(
        grid("""
|市图书馆创建台账(2021年7月9日)|<|<|<|
|任务|完成情况|佐证材料|存放位置|
|权责清单|已完成|公布通知|01盒|
|文件清理|进行中|清理目录|02盒|
""")
    )
    tables = taken(reading)
    assert rows(tables["task_progress"], "title", "status") == [
        ("权责清单", "done"),
        ("文件清理", "in_progress"),
    ]
    assert rows(tables["evidence"], "task_id", "title", "location") == [
        (None, "公布通知", "01盒"),
        (None, "清理目录", "02盒"),
    ]
