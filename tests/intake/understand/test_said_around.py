"""What rows over and under the rows, and one cell of two days, say of them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


@pytest.mark.parametrize(
    "foot",
    [
        "填报单位:市图书馆 2021年7月2日",
        "制表:督导组 2021年7月2日",
        "漯河市图书馆 2021.7.2",
        "填表人:张三(2021-7-2)",
        "填报单位：市图书馆　　２０２１年７月２日",
    ],
)
def test_the_day_behind_who_signed_is_that_of_the_sheet(foot: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账|<|<|
|任务编号|任务名称|完成时限|
|4.1.2|权责清单|7月底|
|{foot}|||
""")
    )
    table = only(reading)
    assert table.reported_on == dt.date(2021, 7, 2)
    assert rows(table, "due_on") == [(dt.date(2021, 7, 31),)]


def test_the_day_of_a_document_in_a_note_is_not() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务分解台账|<|<|
|任务编号|任务名称|完成时限|
|4.1.2|权责清单|2021年7月底|
|注:依据市局通知 2021年5月28日|||
""")
        )
    )
    assert table.reported_on == dt.date(2021, 7, 15)


@pytest.mark.parametrize(
    "over", ["任务编号:4.1.2", "任务4.1.2 落实权责清单制度", "对应任务:四(一)2"]
)
def test_a_row_that_names_the_task_gives_it_to_the_rows_below(over: str) -> None:
    reading = read(
        grid(f"""
|市图书馆印证资料(2021年7月2日)|<|<|
|序号|材料名称|材料类型|
|{over}|<|<|
|1|公共服务清单|文件|
|2|公示照片|图片|
""")
    )
    assert rows(only(reading), "task_id", "title") == [
        ("4.1.2", "公共服务清单"),
        ("4.1.2", "公示照片"),
    ]
    assert codes(reading) == []


def test_documents_under_what_becomes_of_them() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件清理目录(2021年7月2日)|<|<|
|序号|文件名称|文号|
|一、继续有效的文件(2件)|<|<|
|1|饭店奖励办法|漯文〔2019〕1号|
|2|场馆开放办法|漯文〔2019〕2号|
|二、宣布失效的规范性文件|<|<|
|3|网吧意见|漯文〔2012〕3号|
|三、不需要修改的文件|<|<|
|4|借阅规则|漯文〔2015〕4号|
""")
        )
    )
    assert rows(table, "title", "validity", "cleaned") == [
        ("饭店奖励办法", "in_force", True),
        ("场馆开放办法", "in_force", True),
        ("网吧意见", "expired", True),
        ("借阅规则", None, None),
    ]


def test_spans_under_one_heading_are_beginning_and_end() -> None:
    table = only(
        read(
            grid("""
|创建步骤(2021年)|<|<|
|序号|步骤|时间安排|
|1|动员部署|2021年5月|
|2|集中督导|2021年6月1日至12月31日|
|3|收集印证资料|6月20日-8月10日|
""")
        )
    )
    assert rows(table, "name", "starts_on", "ends_on") == [
        ("动员部署", dt.date(2021, 5, 1), dt.date(2021, 5, 31)),
        ("集中督导", dt.date(2021, 6, 1), dt.date(2021, 12, 31)),
        ("收集印证资料", dt.date(2021, 6, 20), dt.date(2021, 8, 10)),
    ]


def test_days_alone_are_no_spans() -> None:
    table = only(
        read(
            grid("""
|创建步骤(2021年)|<|<|
|序号|步骤|开始时间|
|1|动员部署|2021年5月28日|
|2|集中督导|2021年6月1日|
""")
        )
    )
    assert "ends_on" not in table.columns


def test_a_summary_in_pairs_stands_between_title_and_table() -> None:
    reading = read(
        grid("""
|市场管理科任务完成统计(截至7月10日)|<|<|<|<|<|
|任务总数|4|已完成|1|进行中|3项|
|任务编号|任务名称|责任人|完成时限|状态|完成进度|
|4.1.2|权责清单|石晶|7月15日|已完成|100%|
""")
    )
    table = only(reading)
    assert (table.unit, table.reported_on) == ("市场管理科", dt.date(2021, 7, 10))
    assert rows(table, "due_on", "progress") == [(dt.date(2021, 7, 15), 1.0)]


def test_months_in_full_width_digits_are_months() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务月度进度表(2021年7月9日)|<|<|<|
|任务名称|责任人|５月进度|６月进度|
|权责清单|张三|40%|70%|
""")
        )
    )
    assert rows(table, "progress") == [(0.7,)]
