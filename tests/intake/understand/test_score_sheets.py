"""A case on a sheet of its own: a form with a table of what each item was given."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

COLUMNS = ("case_no", "cause", "legality", "reasonableness", "documents", "total", "grade")


def test_the_score_stands_in_the_column_of_scores() -> None:
    reading = read(
        grid("""
|行政执法案卷评查评分表|<|<|<|<|
|案卷号|甲1号||承办单位|市图书馆|
|案由|某案||评查日期|2021年6月9日|
|评查项目|标准分|扣分|得分|扣分原因|
|合法性|40|2|38|告知书未签收|
|合理性|20|0|20||
|文书规范|40|5|35|笔录漏页码|
|总分|100|7|93||
|等次|优秀||||
""")
    )
    table = only(reading)
    assert rows(table, *COLUMNS) == [("甲1号", "某案", 38, 20, 35, 93, "excellent")]


def test_the_score_stands_there_though_one_column_has_the_labels() -> None:
    reading = read(
        grid("""
|市图书馆行政执法案卷评查评分表 2021年6月30日|<|<|<|
|案卷号|甲1号|||
|案由|某案|||
|评查项目|满分|扣分|得分|
|合法性|40|2|38|
|合理性|20|0|20|
|文书规范|40|5|35|
|总分|100|7|93|
|等次|优秀|||
""")
    )
    assert rows(only(reading), *COLUMNS) == [("甲1号", "某案", 38, 20, 35, 93, "excellent")]
    assert "unit_twice" not in dict(codes(reading))


def test_what_an_item_was_not_given_is_blank_and_not_its_full_marks() -> None:
    reading = read(
        grid("""
|案卷评查评分表 2021年6月30日|<|<|<|
|案卷号|甲1号|承办单位|市图书馆|
|案由|某案|等次|合格|
|项目|标准分|扣分|得分|
|合法性|40|2|38|
|合理性|20|||
|文书规范|40|5|35|
|总分|100||73|
""")
    )
    assert rows(only(reading), "legality", "reasonableness", "total") == [(38, None, 73)]


def test_an_item_of_several_rows_has_its_score_in_their_sum() -> None:
    reading = read(
        grid("""
|案卷评查评分表 2021年6月30日|<|<|<|<|
|案卷号|甲1号||承办单位|市图书馆|
|案由|某案||评查日期|2021年6月9日|
|项目|内容|分值|扣分|得分|
|合法性|主体适格|20|0|20|
|^|事实清楚|20|2|18|
|^|小计|40|2|38|
|文书规范|文书规范|40|5|35|
|总分||100|7|93|
|等次|优秀||||
""")
    )
    assert rows(only(reading), "legality", "total", "grade") == [(38, 93, "excellent")]


def test_an_item_ends_where_the_next_row_is_labelled_elsewhere() -> None:
    reading = read(
        grid("""
|案卷评查评分表 2021年6月30日|<|<|<|<|
|案卷号:甲1号||||承办单位:市图书馆|
|序号|评查项目|分值|得分|扣分理由|
|1|合法性|40|38|无|
|2|合理性|20|20||
|3|文书规范|40|35|缺页|
|合计|<|100|93||
""")
    )
    scores = ("legality", "reasonableness", "documents", "total")
    assert rows(only(reading), *scores) == [(38, 20, 35, 93)]


@pytest.mark.parametrize("first", ["|案卷号|甲1号|案由|某案|", "|案卷号|甲1号|||\n|案由|某案|||"])
def test_a_sheet_of_deductions_alone_has_no_scores_and_says_so(first: str) -> None:
    reading = read(
        grid(f"""
|市图书馆案卷评查评分表 2021年6月30日|<|<|<|
{first}
|项目|标准分|扣分|扣分原因|
|合法性|40|2|证据不足|
|合理性|20|0||
|文书规范|40|5|缺页|
|总得分|93|||
|等次|优秀|||
""")
    )
    scores = ("legality", "reasonableness", "documents", "total", "grade")
    assert rows(only(reading), *scores) == [(None, None, None, 93, "excellent")]
    named = [one.details["text"] for one in reading.problems if one.code == "several_numbers"]
    assert named == ["标准分40、扣分2", "标准分20、扣分0", "标准分40、扣分5"]


def test_what_was_taken_off_and_given_stands_under_each_part() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查评分明细表(2021年6月30日)|<|<|<|<|<|<|<|<|<|
|案号|案由|行政行为合法性(50分)|<|行政行为合理性(20分)|<|执法文书规范性(30分)|<|总分|等次|
|^|^|扣分|得分|扣分|得分|扣分|得分|^|^|
|甲1号|某案|2|48|1|19|3|27|94|优秀|
|甲2号|另案|5|45|4|16|6|24|85|合格|
""")
        )
    )
    assert rows(table, *COLUMNS) == [
        ("甲1号", "某案", 48, 19, 27, 94, "excellent"),
        ("甲2号", "另案", 45, 16, 24, 85, "pass"),
    ]


def test_what_was_taken_off_is_no_label_though_typed_as_text() -> None:
    reading = read(
        grid("""
|行政处罚案卷评查评分标准|<|<|<|<|<|
|案卷号|甲1号||案由|某案||
|评查日期|2021年6月9日||评查人|李四||
|承办单位|市图书馆||结案日期|2021年5月30日||
|类别|评查内容|分值|扣分|得分|备注|
|合法性|执法主体合法|s:10|s:0|s:10||
|^|事实清楚|s:20|s:2|s:18|缺签名|
|^|程序合法|s:20|s:1|s:19||
|^|小计|s:50|s:3|s:47||
|合理性|裁量适当|s:20|s:1|s:19||
|文书规范|文书完整|s:15|s:2|s:13||
|^|归档规范|s:15|s:1|s:14||
|^|小计|s:30|s:3|s:27||
|总分||s:100|s:7|s:93||
|等次|优秀|||||
""")
    )
    assert rows(only(reading), *COLUMNS) == [("甲1号", "某案", 47, 19, 27, 93, "excellent")]
