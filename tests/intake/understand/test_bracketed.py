"""What stands in brackets: behind a name in a cell, and behind a heading."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_level_behind_an_outlet_is_its_level_where_no_column_says_it() -> None:
    for heading in ("刊发媒体及级别", "媒体(级别)", "媒体"):
        reading = read(
            grid(f"""
|市图书馆宣传报道台账(2021年6月30日)|<|<|
|题目|{heading}|刊发日期|
|法治阅读季|漯河日报(市级)|6月8日|
|法宣传周|河南日报(省级)|6月20日|
|送法下乡|大河网(客户端)|6月21日|
""")
        )
        table = only(reading)
        assert rows(table, "outlet", "level") == [
            ("漯河日报", "municipal"),
            ("河南日报", "provincial"),
            ("大河网(客户端)", None),
        ]
        assert table.columns["level"] == table.columns["outlet"] == "B"
        assert codes(reading) == []


def test_a_column_of_levels_leaves_the_outlets_as_they_are() -> None:
    table = only(
        read(
            grid("""
|市图书馆宣传报道台账(2021年6月30日)|<|<|<|
|题目|媒体|级别|刊发日期|
|法治阅读季|漯河日报(市级)|市级|6月8日|
""")
        )
    )
    assert rows(table, "outlet", "level") == [("漯河日报(市级)", "municipal")]


def test_the_number_behind_a_document_is_its_number() -> None:
    for heading in ("文件(文号)", "文件名称及文号"):
        table = only(
            read(
                grid(f"""
|市图书馆规范性文件台账(2021年6月30日)|<|<|
|{heading}|印发日期|合法性审核|
|读者管理办法(试行)(漯文旅〔2021〕40号)|2021.5.19|是|
|民宿管理办法(试行)|2021.5.20|是|
""")
            )
        )
        assert rows(table, "title", "doc_no") == [
            ("读者管理办法(试行)", "漯文旅〔2021〕40号"),
            ("民宿管理办法(试行)", None),
        ]


def test_the_link_behind_a_title_is_its_link() -> None:
    table = only(
        read(
            grid("""
|市图书馆宣传报道台账(2021年6月30日)|<|<|
|题目及链接|媒体|日期|
|普法小戏进乡村\\nhttp://www.lhrb.cn/1112.html|漯河日报|6月8日|
|宪法日豫剧专场|河南卫视|6月9日|
""")
        )
    )
    assert rows(table, "title", "url") == [
        ("普法小戏进乡村", "http://www.lhrb.cn/1112.html"),
        ("宪法日豫剧专场", None),
    ]


def test_a_second_count_in_brackets_is_what_the_heading_says() -> None:
    reading = read(
        grid("""
|法制审核力量情况(2021年6月30日)|<|<|
|单位|执法人员总数(其中持证)|法制审核人员(其中有法律职业资格)|
|市图书馆|46(44)|3(2)|
|市文化馆|18(18)|1(0)|
""")
    )
    names = ("enforcement_staff", "certified_staff", "legal_reviewers", "qualified_reviewers")
    assert rows(only(reading), *names) == [(46, 44, 3, 2), (18, 18, 1, 0)]
    assert codes(reading) == []


def test_a_second_count_that_no_heading_explains_is_named() -> None:
    reading = read(
        grid("""
|法制审核人员配备表(2021年6月30日)|<|<|
|单位|执法人员总数|法制审核人员数|
|市图书馆|46(44)|3|
""")
    )
    assert codes(reading) == [("several_numbers", "B3")]
