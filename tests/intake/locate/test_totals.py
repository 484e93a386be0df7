"""Words for totals in rows of data, and rows of totals with words beside them."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read, rows

WORDS = "正在汇总 已汇总 数据累计 报局办汇总 情况汇总 完成合计 年度总计"


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_among_the_words_of_a_row_is_no_total(word: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日||||||
|序号|任务编号|任务名称|责任人|完成时限|进展情况|
|1|4.1.1|深化行政审批|张三|2021-07-31|{word}|
|2|4.1.2|落实权责清单|李四|2021-08-31|已公开|
""")
    )
    assert rows(only(reading), "task_id", "note")[0] == ("4.1.1", word)


@pytest.mark.parametrize("title", ["案卷评查汇总", "法治培训情况汇总", "执法数据合计"])
def test_the_name_of_a_material_is_no_total(title: str) -> None:
    for number in ("1", ""):
        reading = read(
            grid(f"""
|市图书馆印证资料清单 2021年6月30日|||||
|序号|任务编号|材料名称|材料类型|材料日期|
|{number}|4.1.1|{title}|文件|d:2021-06-01|
|2|4.1.2|培训照片|图片|d:2021-06-02|
""")
        )
        assert rows(only(reading), "title") == [(title,), ("培训照片",)]


@pytest.mark.parametrize(
    "total",
    [
        "|合计||30|4|含兼职|",
        "|全市合计||30|4||",
        "||局属单位小计|30|4||",
        "||合 计(2家)|30|4|/|",
        "|汇总||30|4|—|",
        "||总计|30人|4人||",
        "|3|合计|30|4|共计2家|",
        "||共计|#REF!|#REF!||",
        "||各单位合计|=?|=?||",
        "|全市合计|含兼职|30|4|另2人借调|",
    ],
)
def test_rows_of_totals(total: str) -> None:
    reading = read(
        grid(f"""
|法制审核人员配备表 2021年6月30日|||||
|序号|单位|执法人员总数|法制审核人员数|备注|
|1|市图书馆|10|1||
|2|市文化馆|20|3||
{total}
""")
    )
    assert rows(only(reading), "enforcement_staff") == [(10,), (20,)]
    assert not [code for code, _ in codes(reading) if code in ("unit_unknown", "required_blank")]


def test_a_decision_called_a_total_among_ticks_is_a_row() -> None:
    reading = read(
        grid("""
|市图书馆重大行政决策台账 2021年6月30日|||||
|决策事项|决策日期|公众参与|专家论证|合法性审查|
|数据累计|2021-06-09|√|√|√|
|规划编制|2021-06-10|√|√|√|
""")
    )
    assert rows(only(reading), "title") == [("数据累计",), ("规划编制",)]


@pytest.mark.parametrize(
    "summary",
    [
        "|平均进度||||37.5%|",
        "|办结率||||50%|",
        "|全局平均完成率||||p:0.5|",
        "|上年同期||||45%|",
        "|同比增长||||5.2%|",
        "|6月小计||||2|",
        "||合计2项|||2|",
        "||省级 汇总|||2|",
    ],
)
def test_a_row_of_figures_made_of_others_is_none_of_the_table(summary: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|完成进度|
|4.1.1|深化行政审批|张三|2021-07-31|25%|
|4.1.2|落实权责清单|李四|2021-08-31|50%|
{summary}
""")
    )
    assert rows(only(reading), "task_id", "progress") == [("4.1.1", 0.25), ("4.1.2", 0.5)]
    assert [one.code for one in reading.problems if one.severity == "error"] == []


@pytest.mark.parametrize("title", ["提高办结率", "满意率", "完成率 汇总"])
def test_a_task_that_is_called_like_a_share_is_a_task(title: str) -> None:
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|完成进度|
|4.1.1|深化行政审批|张三|2021-07-31|25%|
|4.1.2|{title}|李四|2021-08-31|50%|
""")
    )
    assert rows(only(reading), "task_id") == [("4.1.1",), ("4.1.2",)]


def test_a_remark_in_place_of_a_number_is_none_of_the_rows() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日||||
|序号|清单名称|是否公开|公开日期|备注|
|1|收费清单|是|2021-06-01||
|2|负面清单|是|2021-06-02||
|备注|1.收费清单按季更新。||2.服务清单拟10月公开。||
""")
    )
    assert rows(only(reading), "list", "published") == [("fees", True), ("negative", True)]
