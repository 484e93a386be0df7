"""Several columns that say one thing: a changed deadline, ticks under 公开 and 未公开."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

JUNE, JULY, AUGUST = dt.date(2021, 6, 30), dt.date(2021, 7, 31), dt.date(2021, 8, 31)


def _deadlines(first: str, changed: str, more: str = "") -> str:
    return f"""
|市图书馆任务分解台账 2021年6月30日||||||
|任务编号|任务名称|责任人|{first}|{changed}|完成进度|
|4.4.1|配强法制审核力量|张三|2021-06-30|2021-08-31|50%|
|4.4.2|开展案卷评查|李四|2021-07-31||50%|
{more}"""


@pytest.mark.parametrize(
    ("first", "changed"),
    [
        ("原完成时限", "调整后完成时限"),
        ("原定完成时限", "变更后完成时限"),
        ("计划完成时限", "调整完成时限"),
        ("完成时限", "延期后的完成时限"),
        ("完成时限(原)", "完成时限(调整后)"),
        ("原时限", "现时限"),
        ("调整前完成时间", "调整后完成时间"),
    ],
)
def test_a_changed_deadline_counts_where_it_is_filled(first: str, changed: str) -> None:
    reading = read(grid(_deadlines(first, changed)))
    table = only(reading)
    assert rows(table, "due_on") == [(AUGUST,), (JULY,)]
    assert table.row_cells is not None
    assert [cells and cells["due_on"] for cells in table.row_cells] == ["E3", "D4"]
    assert not table.unmatched


def test_the_changed_deadline_may_stand_first_and_under_a_group() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务分解台账 2021年6月30日|<|<|<|<|<|
|任务编号|任务名称|责任人|完成时限|<|完成进度|
|^|^|^|变更后|原定|^|
|4.4.1|配强法制审核力量|张三|2021-08-31|2021-06-30|50%|
|4.4.2|开展案卷评查|李四|不变|2021-07-31|50%|
""")
        )
    )
    assert rows(table, "due_on") == [(AUGUST,), (JULY,)]


def test_a_changed_deadline_that_is_no_day_is_not_the_original_one() -> None:
    more = (
        "|4.4.3|公开清单|王五|2021-06-30|#REF!|50%|\n|4.4.4|清理文件|赵六|2021-06-30|另行通知|5%|"
    )
    reading = read(grid(_deadlines("原完成时限", "调整后完成时限", more)))
    assert rows(only(reading), "due_on")[2:] == [(None,), (None,)]
    assert ("error_cell", "E5") in codes(reading)
    assert ("date_not_settled", "E6") in codes(reading)


def test_a_deadline_changed_twice_is_a_doubt() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|调整后完成时限|延期后完成时限|
|4.4.1|配强法制审核力量|张三|2021-06-30|2021-07-31|2021-08-31|
""")
    )
    assert rows(only(reading), "due_on") == [(JUNE,)]
    assert [code for code, _ in codes(reading)].count("heading_repeated") == 2


def test_a_day_of_the_change_without_its_own_name_is_a_doubt() -> None:
    reading = read(grid(_deadlines("完成时限", "延期日期")))
    assert rows(only(reading), "due_on") == [(JUNE,), (JULY,)]
    assert ("heading_repeated", "E2") in codes(reading)


def test_what_is_told_of_the_change_changes_nothing() -> None:
    reading = read(grid(_deadlines("完成时限", "延期原因").replace("2021-08-31", "材料未齐")))
    assert rows(only(reading), "due_on") == [(JUNE,), (JULY,)]


def _lists(yes: str, no: str, row: str) -> str:
    return f"""
|市图书馆清单公开情况 2021年6月30日||||
|清单名称|{yes}|{no}|公开网址|
|权责清单|√||https://a.gov.cn/1|
|公共服务清单||√||
{row}"""


@pytest.mark.parametrize(("yes", "no"), [("公开", "未公开"), ("已公开", "未公开")])
def test_a_tick_under_the_contrary_says_no(yes: str, no: str) -> None:
    reading = read(grid(_lists(yes, no, "|负面清单||||")))
    table = only(reading)
    assert rows(table, "list", "published") == [
        ("powers", True),
        ("services", False),
        ("negative", None),
    ]
    assert table.row_cells is not None
    assert table.row_cells[1] is not None
    assert table.row_cells[1]["published"] == "C4"
    assert not table.unmatched


def test_crosses_under_one_of_both_say_nothing_else() -> None:
    row = "|负面清单|√|×||\n|收费清单|×|√||"
    table = only(read(grid(_lists("公开", "未公开", row))))
    assert rows(table, "published") == [(True,), (False,), (True,), (False,)]


def test_ticks_under_both_are_named() -> None:
    reading = read(grid(_lists("公开", "未公开", "|负面清单|√|√||")))
    assert rows(only(reading), "published")[2] == (None,)
    assert ("ticks_unclear", "B5") in codes(reading)


def test_a_cross_under_the_contrary_alone_is_named() -> None:
    reading = read(grid(_lists("公开", "未公开", "|负面清单||×||")))
    assert rows(only(reading), "published")[2] == (None,)
    assert ("ticks_unclear", "B5") in codes(reading)


def test_the_contrary_without_its_opposite_still_says_no() -> None:
    table = only(
        read(
            grid("""
|市图书馆清单公开情况 2021年6月30日|||
|清单名称|未公开|公开网址|
|权责清单||https://a.gov.cn/1|
|公共服务清单|√||
""")
        )
    )
    assert rows(table, "published") == [(None,), (False,)]


def test_one_odd_answer_among_ticks_leaves_the_others_what_they_are() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日|<|<|<|
|清单名称|是否公开|<|公开网址|
|^|是|否|^|
|权责清单|√||https://a.gov.cn/1|
|公共服务清单||√||
|负面清单|部分|||
""")
    )
    assert rows(only(reading), "published") == [(True,), (False,), (None,)]
    assert ("not_yes_or_no", "B6") in codes(reading)


@pytest.mark.parametrize(
    ("kind", "headings", "column", "expected"),
    [
        ("规范性文件台账", "文件名称|文号|备案|未备案", "filed", [True, False]),
        ("重大行政决策台账", "决策事项|时间|已归档|未归档", "recorded", ["yes", "no"]),
        ("案卷评查表", "案卷号|案由|错案|非错案", "wrong_case", [True, False]),
        ("案卷评查表", "案卷号|案由|合格|不合格", "grade", ["pass", "fail"]),
        ("督导问题整改台账", "编号|存在问题|已整改|未整改", "status", ["closed", "open"]),
    ],
)  # fmt: skip
def test_pairs_of_opposites_of_other_kinds(
    kind: str, headings: str, column: str, expected: list[object]
) -> None:
    table = only(
        read(
            grid(f"""
|市图书馆{kind} 2021年6月30日||||
|{headings}|
|漯文〔2021〕1号|甲|√||
|漯文〔2021〕2号|乙||√|
""")
        )
    )
    assert table.data[column] == expected


def test_a_task_ticked_as_not_completed_is_asked_about() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|责任人|已完成|未完成|
|4.4.1|配强法制审核力量|张三|√||
|4.4.2|开展案卷评查|李四||√|
""")
    )
    assert rows(only(reading), "status") == [("done",), (None,)]
    assert ("unknown_choice", "E4") in codes(reading)


def test_a_tick_that_a_complaint_is_closed_is_no_day_and_is_named() -> None:
    reading = read(
        grid("""
|市图书馆投诉举报办理 2021年6月30日||||
|事项|受理日期|办理期限|已办结|未办结|
|噪声扰民|2021-06-01|2021-06-15|√||
|违规收费|2021-06-02|2021-06-16||√|
""")
    )
    assert ("heading_doubtful", "D2") in codes(reading)


@pytest.mark.parametrize(
    ("one", "two", "three"), [("√", "√", "√"), ("2", "3", "1"), ("2份", "3张", "1段")]
)
def test_forms_of_evidence_in_columns_are_taken_or_named(one: str, two: str, three: str) -> None:
    reading = read(
        grid(f"""
|市图书馆印证资料清单 2021年6月30日|||||
|任务编号|材料名称|文件|图片|视频|提供方式|
|4.4.1|配备通知|{one}|||已上传|
|4.4.2|评查会议|{one}|{two}||已上传|
|4.4.3|活动录像|||{three}|已上传|
""")
    )
    table = only(reading)
    assert rows(table, "form") == [("document",), (None,), ("video",)]
    assert ("ticks_unclear", "C4") in codes(reading)
    assert not table.unmatched


def test_how_many_there_are_is_not_what_one_is_called() -> None:
    reading = read(
        grid("""
|市图书馆印证资料清单 2021年6月30日||||
|任务编号|文件|图片|视频|提供方式|
|4.4.1|2|||已上传|
|4.4.2|1|3||已上传|
""")
    )
    assert rows(only(reading), "title") == [(None,), (None,)]
    assert ("column_missing", "A2") in codes(reading)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("自评{0}", "复评{0}"),
        ("填报{0}", "核实{0}"),
        ("上半年{0}", "下半年{0}"),
        ("{0}1", "{0}2"),
        ("{0}(一)", "{0}(二)"),
    ],
)
@pytest.mark.parametrize("column", ["完成抽查数", "结果已公开数"])
def test_of_two_columns_for_one_thing_the_one_left_is_named(
    first: str, second: str, column: str
) -> None:
    headings = f"{first}|{second}".replace("{0}", column)
    reading = read(
        grid(f"""
|双随机抽查情况 2021年6月30日||||
|单位|计划抽查数|{headings}|
|市图书馆|40|20|12|
""")
    )
    named = {cell for code, cell in codes(reading) if code.startswith("heading_")}
    assert named & {"C2", "D2"}


def test_a_column_of_the_period_before_needs_no_word() -> None:
    reading = read(
        grid("""
|双随机抽查情况 2021年6月30日||||
|单位|计划抽查数|上月完成抽查数|本月完成抽查数|
|市图书馆|40|12|20|
""")
    )
    assert rows(only(reading), "completed") == [(20,)]
    assert codes(reading) == []


def test_the_section_of_last_year_is_no_unit() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|去年责任科室|今年责任科室|完成进度|
|4.4.1|配强法制审核力量|办公室|政策法规科|50%|
""")
        )
    )
    assert (table.unit, table.data["section"]) == ("漯河市图书馆", ["政策法规科"])


def test_a_no_that_was_changed_to_is_no_stroke() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件台账 2021年6月30日||||
|文件名称|印发日期|备案|备案(更正)|
|甲办法|2021-03-01|是|否|
|乙办法|2021-03-02|是||
|丙办法|2021-03-03|否|不变|
""")
        )
    )
    assert table.data["filed"] == [False, True, False]


def test_names_of_evidence_under_its_forms_are_rows_of_their_own() -> None:
    reading = read(
        grid("""
|市图书馆印证资料清单 2021年6月30日||||
|任务编号|文件|图片|视频|提供方式|
|4.4.1|配备通知|||已上传|
|4.4.2|评查方案|会议照片||已上传|
|4.4.3||||未提供|
""")
    )
    table = only(reading)
    assert rows(table, "task_id", "title", "form", "provision", "source_row") == [
        ("4.4.1", "配备通知", "document", "uploaded", 3),
        ("4.4.2", "评查方案", "document", "uploaded", 4),
        ("4.4.2", "会议照片", "picture", "uploaded", 4),
        ("4.4.3", None, None, "missing", 5),
    ]
    assert codes(reading) == [("required_blank", "B5")]


@pytest.mark.parametrize(
    ("yes", "no"), [("完成", "未完成"), ("符合", "不符合"), ("√", "×"), ("已", "未"), ("有", "无")]
)
def test_opposites_under_a_heading_that_asks(yes: str, no: str) -> None:
    table = only(
        read(
            grid(f"""
|市图书馆重大行政决策台账 2021年6月30日|<|<|<|
|决策事项|决策日期|决策后评估|<|
|^|^|{yes}|{no}|
|甲决策|2021-03-01||√|
|乙决策|2021-03-02|√||
|丙决策|2021-03-03|||
""")
        )
    )
    assert table.data["post_evaluated"] == ["no", "yes", None]


def test_opposites_in_brackets() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件台账 2021年6月30日||||
|文件名称|印发日期|备案(是)|备案(否)|
|甲办法|2021-03-01|√||
|乙办法|2021-03-02||√|
""")
        )
    )
    assert table.data["filed"] == [True, False]


def test_a_person_who_was_changed() -> None:
    table = only(
        read(
            grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|调整后责任人|完成进度|
|4.4.1|配强法制审核力量|张三|李四|50%|
|4.4.2|开展案卷评查|张三||50%|
""")
        )
    )
    assert table.data["person"] == ["李四", "张三"]


@pytest.mark.parametrize(("yes", "no"), [("√", "×"), ("是", "否"), ("√", "/")])
def test_crosses_under_the_words_of_a_choice_choose_nothing(yes: str, no: str) -> None:
    table = only(
        read(
            grid(f"""
|市图书馆案卷评查表 2021年6月30日|||||
|案卷号|案由|优秀|合格|不合格|
|漯文罚〔2021〕1号|甲案|{yes}|{no}|{no}|
|漯文罚〔2021〕2号|乙案|{no}|{no}|{yes}|
|漯文罚〔2021〕3号|丙案|{no}|{yes}|{no}|
""")
        )
    )
    assert table.data["grade"] == ["excellent", "fail", "pass"]
    assert not table.unmatched


def test_as_many_words_of_a_choice_as_headings_are_a_header() -> None:
    table = only(
        read(
            grid("""
|市图书馆宣传报道 2021年6月30日|||||||
|标题|媒体|国家级|省级|市级|县区级|日期|链接|
|法治讲座进馆|漯河日报|||√||2021-06-01|https://n.cn/1|
|评查案卷见成效|河南日报||√|||2021-06-02|https://n.cn/2|
""")
        )
    )
    assert table.data["level"] == ["municipal", "provincial"]


def test_the_day_of_an_answer_is_no_second_answer() -> None:
    reading = read(
        grid("""
|市图书馆规范性文件台账 2021年6月30日||||
|文件名称|印发日期|是否备案|备案日期|
|甲办法|2021-03-01|是|2021-03-20|
""")
    )
    assert codes(reading) == []


def test_to_what_day_it_was_put_off_is_the_deadline() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉举报办理 2021年6月30日|||||
|事项|受理日期|办理期限|延期至|办结日期|
|噪声扰民|2021-06-01|2021-06-30|2021-07-31|2021-06-20|
|违规收费|2021-06-03|2021-06-30||2021-06-10|
""")
        )
    )
    assert rows(table, "due_on") == [(JULY,), (JUNE,)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("上半年计划抽查数", "全年计划抽查数"),
        ("计划抽查数", "2020年计划抽查数"),
        ("计划抽查数", "上年同期计划抽查数"),
    ],
)
def test_a_part_beside_the_whole_and_last_year_beside_this_need_no_word(
    first: str, second: str
) -> None:
    reading = read(
        grid(f"""
|双随机抽查情况 2021年6月30日||||
|单位|{first}|{second}|完成抽查数|
|市图书馆|20|40|10|
""")
    )
    assert codes(reading) == []


def test_who_helps_is_not_who_is_in_charge() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任科室|配合科室|完成进度|
|4.4.1|配强法制审核力量|政策法规科|办公室|50%|
""")
    )
    assert only(reading).data["section"] == ["政策法规科"]
    assert codes(reading) == []


def test_a_bare_deadline_that_was_put_off() -> None:
    table = only(
        read(
            grid("""
|市图书馆整改台账 2021年6月30日|||||
|问题编号|存在问题|整改措施|整改时限|延期后时限|
|M-1|台账不规范|重建台账|2021-06-30||
|M-2|无法律顾问|聘请|2021-06-30|2021-08-31|
""")
        )
    )
    assert rows(table, "due_on") == [(JUNE,), (AUGUST,)]


def test_what_was_found_in_the_end_counts() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查表 2021年6月30日|||||
|案卷号|案由|初评等次|终评等次|总分|
|漯文罚〔2021〕1号|超时营业|优秀|合格|86|
|漯文罚〔2021〕2号|无证演出|合格||70|
""")
        )
    )
    assert table.data["grade"] == ["pass", "pass"]
