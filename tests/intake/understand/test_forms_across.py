"""The forms of evidence across, the names of what was handed in under each."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_each_name_is_evidence_of_the_form_over_it() -> None:
    reading = read(
        grid("""
        |市图书馆印证资料清单(2021年6月30日)|<|<|<|
        |任务编号|文件|图片|视频|
        |4.4.1|关于审核的通知|培训照片||
        |4.4.2|规范执法方案||执法录像|
        """)
    )
    assert rows(only(reading), "task_id", "title", "form") == [
        ("4.4.1", "关于审核的通知", "document"),
        ("4.4.1", "培训照片", "picture"),
        ("4.4.2", "规范执法方案", "document"),
        ("4.4.2", "执法录像", "video"),
    ]
    assert codes(reading) == []


def test_a_link_is_its_own_name_and_where_it_leads() -> None:
    reading = read(
        grid("""
        |市图书馆印证资料清单(2021年6月30日)|<|<|
        |任务编号|文件|链接|
        |4.4.1|关于审核的通知|http://a.cn/1|
        """)
    )
    assert rows(only(reading), "title", "form", "location") == [
        ("关于审核的通知", "document", None),
        ("http://a.cn/1", "link", "http://a.cn/1"),
    ]
    assert codes(reading) == []


def test_how_many_there_are_of_each_form_is_no_name() -> None:
    table = only(
        read(
            grid("""
            |市图书馆印证资料清单(2021年6月30日)|<|<|<|
            |任务编号|材料名称|图片|视频|
            |4.4.1|汇编|3|2|
            """)
        )
    )
    assert rows(table, "title", "form") == [("汇编", None)]


def test_pictures_and_links_of_a_report_are_no_evidence_of_a_task() -> None:
    table = only(
        read(
            grid("""
            |市图书馆宣传报道(2021年6月30日)|<|<|<|
            |标题|媒体|新闻链接|图片|
            |甲|漯河日报|www.a.gov.cn|照片一.jpg|
            """)
        )
    )
    assert table.kind == "publicity"
    assert rows(table, "title") == [("甲",)]
