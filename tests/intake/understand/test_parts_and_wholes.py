"""Columns that have a part of what is asked beside the one that has all of it."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows


def test_of_the_quarter_and_the_year_so_far_the_year_is_taken() -> None:
    table = only(
        read(
            grid("""
|三项制度统计表(2021年6月30日)||||||
|单位|公示制度|全过程记录|重大执法决定数|<|经法制审核数|<|
|^|^|^|本季|累计|本季|累计|
|市图书馆|是|是|2|5|1|4|
""")
        )
    )
    assert rows(table, "major_decisions", "major_reviewed") == [(5, 4)]


def test_a_heading_that_says_so_far_is_taken_before_that_of_the_month() -> None:
    table = only(
        read(
            grid("""
|2021年6月三项制度月报||||||
|单位|公示制度|全过程记录|本月重大执法决定数|累计重大执法决定数|本月经法制审核数|累计经法制审核数|
|市图书馆|是|是|1|6|1|5|
""")
        )
    )
    assert rows(table, "major_decisions", "major_reviewed") == [(6, 5)]


def test_the_total_of_the_quarters_is_taken_and_no_quarter_is_another_column() -> None:
    table = only(
        read(
            grid("""
|双随机抽查进度表(截至2021年6月30日)||||||
|单位|计划抽查数|<|<|完成抽查数|<|<|
|^|一季度|二季度|合计|一季度|二季度|合计|
|市图书馆|10|20|30|8|15|23|
""")
        )
    )
    assert rows(table, "planned", "completed", "joint_planned", "joint_completed") == [
        (30, 23, None, None)
    ]


def test_the_sum_of_reviewers_is_taken_though_a_part_has_a_name_of_the_column() -> None:
    table = only(
        read(
            grid("""
|法制审核人员配备情况统计表(2021年6月30日)|||||
|单位|执法人员总数|法制审核人员|<|<|取得法律职业资格人数|
|^|^|专职|兼职|小计|^|
|市图书馆|32|1|1|2|1|
""")
        )
    )
    assert rows(table, "legal_reviewers") == [(2,)]


def test_the_sum_of_the_items_of_a_score_is_taken() -> None:
    table = only(
        read(
            grid("""
|案卷评查打分表 2021年6月30日|||||||
|案卷号|一、合法性(50分)|<|<|三、文书规范(40分)|<|<|总分|
|^|主体适格|事实清楚|小计|制作规范|归档规范|小计|^|
|甲1号|20|28|48|18|19|37|94|
""")
        )
    )
    assert rows(table, "legality", "documents", "total") == [(48, 37, 94)]


def test_what_was_taken_off_is_not_the_score() -> None:
    reading = read(
        grid("""
|案卷评查扣分表 2021年6月30日|||||||
|单位|案卷号|案由|合法性扣分|合理性扣分|文书扣分|最终得分|等次|
|市图书馆|甲1号|某案|2|0|5|93|优秀|
|市图书馆|甲2号|某案|10|4|8|78|合格|
""")
    )
    scores = ("legality", "reasonableness", "documents", "total")
    assert rows(only(reading), *scores) == [(None, None, None, 93), (None, None, None, 78)]


def test_what_was_taken_off_under_a_group_is_not_the_score() -> None:
    reading = read(
        grid("""
|案卷评查表 2021年6月30日||||||
|单位|案卷号|扣分情况|<|<|总分|
|^|^|合法性|合理性|文书规范|^|
|市图书馆|甲1号|2|0|5|93|
""")
    )
    assert rows(only(reading), "legality", "total") == [(None, 93)]


def test_the_grade_in_the_end_is_taken_before_the_own_one() -> None:
    table = only(
        read(
            grid("""
|案卷评查汇总 2021年6月30日||||||
|单位|案卷号|自评得分|最终得分|自评等次|最终等次|
|市图书馆|甲1号|95|82|优秀|合格|
|市图书馆|甲2号|88||合格||
""")
        )
    )
    assert rows(table, "total", "grade") == [(82, "pass"), (None, None)]


def test_the_group_of_the_year_so_far_is_taken_before_that_of_the_month() -> None:
    table = only(
        read(
            grid("""
|双随机抽查月报 2021年6月30日||||
|单位|当月|<|累计|<|
|^|计划抽查数|完成抽查数|计划抽查数|完成抽查数|
|市图书馆|10|8|60|30|
""")
        )
    )
    assert rows(table, "planned", "completed") == [(60, 30)]


def test_the_months_from_january_on_are_the_year_so_far() -> None:
    table = only(
        read(
            grid("""
|三项制度对比表(2021年6月30日)||||||
|单位|公示制度|全过程记录|重大执法决定数|<|经法制审核数|<|
|^|^|^|2020年|2021年1-6月|2020年|2021年1-6月|
|市图书馆|是|是|9|4|8|3|
""")
        )
    )
    assert rows(table, "major_decisions", "major_reviewed") == [(4, 3)]


def test_one_month_of_several_is_named_and_not_taken_for_them_all() -> None:
    reading = read(
        grid("""
|双随机抽查完成情况(截至2021年3月31日)||||
|单位|年度计划抽查数|完成抽查数|<|<|
|^|^|1月|2月|3月|
|市图书馆|60|2|3|5|
""")
    )
    assert rows(only(reading), "planned", "completed") == [(60, None)]
    assert "heading_doubtful" in dict(codes(reading))


def test_what_should_be_is_not_what_is() -> None:
    table = only(
        read(
            grid("""
|法制审核人员配备 2021年6月30日|||||
|单位|执法人员总数|应配法制审核人员|实配法制审核人员|取得法律职业资格人数|
|市图书馆|32|2|1|1|
""")
        )
    )
    assert rows(table, "legal_reviewers") == [(1,)]


def test_decisions_to_be_reviewed_are_all_of_them_and_not_the_reviewed() -> None:
    table = only(
        read(
            grid("""
|行政执法三项制度落实统计 2021年6月30日||||||
|单位|公示制度|全过程记录|重大执法决定法制审核|<|<|
|^|^|^|应审核(件)|已审核(件)|审核率|
|市图书馆|是|是|4|3|75%|
""")
        )
    )
    assert rows(table, "major_decisions", "major_reviewed") == [(4, 3)]


def test_of_two_columns_of_units_the_one_with_names_of_units_is_meant() -> None:
    table = only(
        read(
            grid("""
|随机抽查计划 2021年3月10日|||||
|抽查事项|被检查单位|抽查比例|检查时间|检查单位|
|旅行社检查|全市旅行社|20%|8月|市图书馆|
|导游检查|导游|5%|9月|市图书馆|
""")
        )
    )
    assert rows(table, "unit_written") == [("市图书馆",), ("市图书馆",)]


def test_of_two_names_of_a_column_the_nearer_one_is_meant() -> None:
    table = only(
        read(
            grid("""
|市图书馆投诉举报台账 2021年6月30日|||||||
|投诉内容|投诉时间|受理时间|转办时间|要求办结时间|实际办结时间|回访时间|
|甲|6月1日|6月2日|6月3日|6月16日|6月10日|6月12日|
""")
        )
    )
    days = rows(table, "received_on", "due_on", "closed_on")[0]
    assert [day.day for day in days] == [2, 16, 10]


def test_what_was_found_in_the_end_stands() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查 2021年6月30日|||||
|案卷号|自查|<|复查|<|
|^|得分|等次|得分|等次|
|甲1号|92|优秀|80|合格|
""")
        )
    )
    assert rows(table, "total", "grade") == [(80, "pass")]


def test_a_part_left_out_beside_the_one_taken_is_named() -> None:
    reading = read(
        grid("""
|法制审核人员配备 2021年6月30日|||||
|单位|执法人员总数|法制审核人员|<|取得法律职业资格人数|
|^|^|专职|兼职|^|
|市图书馆|18|1|1|1|
""")
    )
    assert ("heading_repeated", "D3") in codes(reading)
    assert "ratio_differs" not in dict(codes(reading))


def test_a_part_of_the_staff_is_neither_certified_nor_a_ratio() -> None:
    table = only(
        read(
            grid("""
|法制审核人员配备 2021年6月30日||||||
|单位|执法人员总数|<|<|法制审核人员数|取得法律职业资格人数|
|^|在编|聘用|合计|^|^|
|市图书馆|15|3|18|1|1|
""")
        )
    )
    assert rows(table, "enforcement_staff", "certified_staff") == [(18, None)]


@pytest.mark.parametrize("parts", ["男|女", "在编|聘用", "上半年|下半年", "专职|兼职"])
def test_the_other_part_of_a_number_is_named(parts: str) -> None:
    reading = read(
        grid(f"""
|法制审核人员配备表 2021年6月30日|<|<|<|
|单位|法制审核人员数|执法人员总数|<|
|^|^|{parts}|
|市图书馆|3|30|10|
""")
    )
    assert ("heading_repeated", "D3") in codes(reading)


def test_the_sum_beside_its_parts_is_the_whole() -> None:
    reading = read(
        grid("""
|法制审核人员配备表 2021年6月30日|<|<|<|<|
|单位|法制审核人员数|执法人员总数|<|<|
|^|^|男|女|小计|
|市图书馆|3|30|10|40|
""")
    )
    assert rows(only(reading), "enforcement_staff") == [(40,)]


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        (("0.5", "1"), True),
        (("s:0.5", "s:1"), True),
        (("50", "100"), False),
        (("p:0.5", "p:1"), False),
        (("s:50%", "s:100%"), False),
        (("0", "0"), False),
    ],
)
def test_fractions_under_a_heading_of_percents_are_named(
    cells: tuple[str, str], *, named: bool
) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|责任人|完成进度(%)|
|4.4.1|配强法制审核力量|张三|{cells[0]}|
|4.4.2|开展案卷评查|李四|{cells[1]}|
""")
    )
    assert (("shares_up_to_one", "D2") in codes(reading)) == named


def test_of_several_months_the_last_is_how_far_it_is() -> None:
    flat = """
    |市图书馆任务台账(2021年6月30日)|<|<|<|<|<|
    |任务名称|责任人|4月进度|5月进度|6月进度|7月进度|
    |加强审核|张三|20%|40%|60%||
    """
    grouped = """
    |市图书馆任务台账(2021年6月30日)|<|<|<|<|
    |任务名称|责任人|完成进度|<|<|
    |^|^|4月|5月|6月|
    |加强审核|张三|20%|40%|60%|
    """
    for drawing in (flat, grouped):
        reading = read(grid(drawing))
        assert rows(only(reading), "progress") == [(0.6,)]
        assert {code for code, _ in codes(reading)} == {"heading_repeated"}


def test_progress_of_other_things_by_month_is_no_progress_of_the_task() -> None:
    reading = read(
        grid("""
        |市图书馆任务台账(2021年6月30日)|<|<|<|
        |任务名称|责任人|完成进度|6月计划进度|
        |加强审核|张三|20%|40%|
        """)
    )
    assert rows(only(reading), "progress") == [(0.2,)]


def test_the_sum_under_a_longer_heading_is_taken_before_its_parts() -> None:
    table = only(
        read(
            grid("""
|执法支队法制审核人员配备情况调查表(2021年6月30日)|<|<|<|<|<|
|执法人员总数|法制审核人员配备情况|<|<|<|法律顾问人数|
|^|专职|兼职|合计|其中:取得法律职业资格|^|
|52|2|1|3|2|1|
""")
        )
    )
    figures = ("enforcement_staff", "legal_reviewers", "qualified_reviewers", "legal_advisers")
    assert rows(table, *figures) == [(52, 3, 2, 1)]
