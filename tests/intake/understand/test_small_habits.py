"""Words of registers: the best score under a table, who took the notes, a bare 日期."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_best_and_the_least_score_are_no_cases() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查打分表 2021年6月30日|||||
|序号|案卷号|合法性得分|合理性得分|总分|等次|
|1|甲1号|39|19|96|优秀|
|2|甲2号|30|10|55|不合格|
|最高分||39|19|96||
|最低分||30|10|55||
|平均||34.5|14.5|75.5||
""")
        )
    )
    assert rows(table, "case_no", "total") == [("甲1号", 96), ("甲2号", 55)]


def test_who_took_the_notes_is_no_complaint() -> None:
    table = only(
        read(
            grid("""
|市图书馆举报电话受理记录 2021年6月30日||||
|序|来电时间|反映问题|答复时间|
|1|2021年6月9日|噪声扰民|2021年6月11日|
|||||
||记录人:|李娜|电话:3130001|
""")
        )
    )
    assert rows(table, "subject") == [("噪声扰民",)]


def test_the_day_of_a_register_of_complaints_is_that_of_receipt() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉举报登记 2021年6月30日|||
|日期|投诉事项|办结日期|
|6月9日|噪声扰民|6月11日|
""")
        )
    )
    assert rows(table, "received_on", "closed_on") == [(dt.date(2021, 6, 9), dt.date(2021, 6, 11))]


def test_a_list_of_names_that_does_not_say_who_reviews_lacks_a_column() -> None:
    reading = read(
        grid("""
|市图书馆行政执法人员花名册 2021年6月30日||||
|序号|姓名|执法证号|岗位|
|1|张三|L01|执法|
|2|李四|L02|法制审核|
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(2, None)]
    assert "column_missing" in dict(codes(reading))


def test_a_month_over_the_days_of_a_register_is_no_complaint() -> None:
    reading = read(
        grid("""
|市图书馆2021年投诉举报登记|||
|日期|投诉事项|办结日期|
|五月|||
|5月8日|甲|5月12日|
|六月|||
|9日|乙|6月15日|
""")
    )
    days = [("甲", dt.date(2021, 5, 8)), ("乙", dt.date(2021, 6, 9))]
    assert rows(only(reading), "subject", "received_on") == days
    assert "not_a_date" not in dict(codes(reading))


def test_the_day_in_what_was_done_is_the_day_of_it() -> None:
    reading = read(
        grid("""
|市图书馆投诉举报办理情况 2021年6月30日||||
|投诉事项|受理日期|办理期限|办结情况|
|甲|6月1日|6月15日|已办结(6月12日)|
|乙|6月3日|6月17日|6月10日办结|
|丙|6月20日|7月4日|在办|
|丁|6月20日|7月4日|√|
""")
    )
    days = [(dt.date(2021, 6, 12),), (dt.date(2021, 6, 10),), (None,), (None,)]
    assert rows(only(reading), "closed_on") == days
    assert ("not_a_date", "D6") in codes(reading)


@pytest.mark.parametrize(
    ("mark", "written", "value"),
    [
        ("(万户)", "3", 30_000),
        ("(万户)", "1.2", 12_000),
        ("(万户)", "s:1.23", 12_300),
        ("/百家", "3", 300),
        ("(单位:万)", "3", 30_000),
        ("（十万户）", "3", 300_000),
        ("(万户)", "s:3万户", 30_000),
        ("(户)", "3", 3),
        ("(三万户以上)", "3", 3),
    ],
)
def test_what_a_number_stands_for_may_be_in_its_heading(
    mark: str, written: str, value: int
) -> None:
    table = only(
        read(
            grid(f"""
|市图书馆抽查事项计划 2021年6月30日|||
|抽查事项|抽查对象|抽查基数{mark}|
|网吧检查|网吧|{written}|
""")
        )
    )
    assert table.data["base"] == [value]


def test_what_all_numbers_stand_for_may_be_said_over_the_table() -> None:
    table = only(
        read(
            grid("""
|双随机抽查情况 2021年6月30日||||
|||||单位:百家|
|单位|计划抽查数|完成抽查数|结果已公开数|
|市图书馆|4|3|s:250家|
""")
        )
    )
    assert rows(table, "planned", "completed", "results_published") == [(400, 300, 250)]


def test_cells_under_no_heading_are_named() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成进度||
|4.4.1|配强法制审核力量|张三|50%|已催|
|4.4.2|开展案卷评查|李四|60%||
|4.1.1|公开清单|王五|70%|已催|
""")
    )
    assert codes(reading) == [("heading_missing", "E2")]
    assert "其中 2 格" in reading.problems[0].message


def test_a_blank_column_before_those_who_help_parts_nothing() -> None:
    table = only(
        read(
            grid("""
|市图书馆抽查事项计划 2021年6月30日||||||
|抽查事项|抽查对象||抽查基数|抽查比例|配合部门|
|网吧检查|网吧||120|5%|市公安局|
""")
        )
    )
    assert rows(table, "item", "base", "joint") == [("网吧检查", 120, True)]


def test_a_percent_sign_over_units_is_none_of_theirs() -> None:
    table = only(
        read(
            grid("""
|任务分解台账 2021年6月30日||||
|单位(%)|任务编号|任务名称|完成进度|
|市图书馆|4.4.1|配强法制审核力量|50%|
""")
        )
    )
    assert rows(table, "unit", "progress") == [("漯河市图书馆", 0.5)]


def test_names_across_under_a_heading_that_says_nothing_are_what_the_rows_are_about() -> None:
    reading = read(
        grid("""
|市图书馆规范性文件程序(2021年6月30日)|<|<|
|程序|甲办法|乙办法|
|评估论证|是|否|
|公开征求意见|是|是|
|合法性审核|是|是|
""")
    )
    assert rows(only(reading), "title", "assessed") == [("甲办法", True), ("乙办法", False)]
    assert codes(reading) == [("heading_guessed", "A2")]


def test_neither_answers_nor_names_that_come_again_are_what_rows_are_about() -> None:
    drawing = """
|市图书馆规范性文件台账(2021年6月30日)|<|<|
|项目|评估论证|备案|
|{}|是|是|
|{}|否|是|
"""
    for names in (("是", "否"), ("办法", "办法"), ("1", "2")):
        reading = read(grid(drawing.format(*names)))
        assert "column_missing" in dict(codes(reading))


def test_a_single_label_beside_a_heading_of_values_is_no_table_without_cells() -> None:
    reading = read(
        grid("""
|案卷评查表|<|
|完成进度|数量|
|公共服务清单|<|
|√|20|
|20|20|
|2021-6-9|4.4.1|
""")
    )
    assert reading.status == "refused"


ROSTER = """
|漯河市图书馆执法人员基本情况一览表|<|<|<|
|截止时间:2021年6月30日|<|<|<|
|{head}|姓名|执法证编号|是否法制审核岗|
|馆领导|高翔|L2-001|否|
|^|贾敏|L2-002|否|
|办公室|张冰|L2-003|是|
|采编组|付强|L2-006|否|
"""


@pytest.mark.parametrize("head", ["部门", "所在科室"])
def test_departments_of_a_unit_are_none_of_the_bureaus(head: str) -> None:
    table = only(read(grid(ROSTER.format(head=head))))
    assert rows(table, "unit", "enforcement_staff", "legal_reviewers") == [("漯河市图书馆", 4, 1)]


def test_an_office_in_the_roster_of_a_unit_is_its_own() -> None:
    table = only(
        read(
            grid("""
|漯河市图书馆执法人员名册(2021年6月30日)|<|<|<|
|姓名|所在科室|执法证件号码|是否法制审核岗|
|甲某|办公室|L1|否|
|乙某|办公室|L2|是|
""")
        )
    )
    assert rows(table, "unit", "enforcement_staff", "legal_reviewers", "certified_staff") == [
        ("漯河市图书馆", 2, 1, 2)
    ]


def test_departments_of_the_bureau_are_its_units() -> None:
    table = only(
        read(
            grid("""
|市图书馆转报投诉办理台账(2021年6月30日)|<|<|<|
|部门|投诉内容|受理日期|办结日期|
|政策法规科|政策咨询|6月1日|6月3日|
|市场管理科|网吧扰民|6月2日|6月9日|
""")
        )
    )
    assert rows(table, "unit") == [("政策法规科",), ("市场管理科",)]


def test_figures_of_departments_are_the_total_of_their_unit() -> None:
    reading = read(
        grid("""
|漯河市图书馆法制审核人员配备表(2021年6月30日)|<|<|
|部门|执法人员|法制审核人员|
|馆领导|5|0|
|办公室|6|1|
|采编组|4|0|
|合计|15|1|
""")
    )
    table = only(reading)
    assert rows(table, "unit", "enforcement_staff", "legal_reviewers") == [("漯河市图书馆", 15, 1)]


def test_joint_inspections_under_their_own_heading_are_not_all() -> None:
    table = only(
        read(
            grid("""
|双随机抽查工作月报(2021年6月30日)|<|<|<|<|<|
|执法主体|全年计划数|本月完成|累计完成|联合抽查|<|
|^|^|^|^|计划数|累计完成数|
|市图书馆|120|16|86|20|13|
|市文化馆|40|4|29|6|3|
""")
        )
    )
    names = ("planned", "completed", "joint_planned", "joint_completed")
    assert rows(table, *names) == [(120, 86, 20, 13), (40, 29, 6, 3)]


def test_an_answer_with_a_remark_is_an_answer() -> None:
    table = only(
        read(
            grid("""
|市图书馆行政执法工作月报表(2021年6月30日)|<|<|
|公示制度落实情况|全过程记录落实情况|重大执法决定(件)|
|已落实,7日内公示|已落实,全部音像记录|2|
""")
        )
    )
    assert rows(table, "publicity", "recording") == [(True, True)]


def test_parts_of_a_unit_are_counted_with_it() -> None:
    reading = read(
        grid("""
|执法人员及法制审核人员汇总表(2021年6月30日)|<|<|
|单位|执法人员总数|法制审核人员数|
|市图书馆|46|3|
|其中:一大队|11|1|
|二大队|12|0|
|市文化馆|19|1|
|合计|65|4|
""")
    )
    table = only(reading)
    assert rows(table, "unit", "enforcement_staff") == [("漯河市图书馆", 46), ("漯河市文化馆", 19)]
    assert codes(reading) == []


def test_how_many_there_were_below_the_rows_is_none_of_them() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉登记簿(2021年6月30日)|<|<|<|
|投诉事项|受理日期|办结期限|办结日期|
|自习室拥挤|6月1日|6月16日|6月3日|
|书目陈旧|6月4日|6月19日||
|本月共受理2件,办结1件。||||
""")
        )
    )
    assert rows(table, "subject") == [("自习室拥挤",), ("书目陈旧",)]


def test_names_of_reviewers_below_their_number_are_said_again() -> None:
    reading = read(
        grid("""
|市图书馆法制审核人员配备表(2021年6月30日)|<|<|
|执法人员总数|法制审核人员数|取得法律职业资格人数|
|46|2|1|
| | | |
|法制审核人员名单|<|<|
|姓名|职务|法律职业资格证号|
|陈志远|科长|A20124101030766|
|王丽华|副科长|无|
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(46, 2)]
    assert [code for code, _ in codes(reading)] == ["names_beside_counts"]


def test_what_became_of_a_finding_is_no_measure() -> None:
    table = only(
        read(
            grid("""
|市图书馆问题整改情况表(2021年9月15日)|<|<|<|
|存在问题|整改情况|完成时间|责任人|
|合同无审查记录|已补充审查记录并归档|8月30日|苏琳|
|设施不足|正在采购|10月31日|苏明|
""")
        )
    )
    assert rows(table, "status") == [(None,), ("in_progress",)]
    assert "measure" not in table.columns
