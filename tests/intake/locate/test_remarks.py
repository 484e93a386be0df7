"""Lines that clerks type between and under rows: what is a remark, and what it does not cost."""

from __future__ import annotations

import pytest

from dashboard.intake.locate.remarks import is_remark, shows_how_to_fill
from tests.intake.sheets import codes, grid, only, read, rows

HEAD = """
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|完成进度|
"""
FIRST = "|4.1.1|深化行政审批|张三|2021-07-31|80%|\n"
SECOND = "|4.1.2|落实权责清单|李四|2021-08-31|60%|\n"
REMARKS = (
    "以下为新增事项 (第二批) 6月份新增: 以上已上报 ——以下空白—— 以下无内容 完 …… "
    "新增内容如下: 1.本表一式两份。 详见附件 -----"
)
RECORDS = (
    "补充材料 新增任务 1.请示件办理 "
    "市图书馆: 完善办事指南 完成清单公布 以下简称本局的规则 新增停车位 第三批次集中清理工作 "
    "2.落实权责清单 补充医疗保险办法 4.1.1 结束语评审"
)
BOTH = [("4.1.1", 0.8), ("4.1.2", 0.6)]


@pytest.mark.parametrize("text", REMARKS.split())
def test_a_remark_is_no_row_and_costs_none(text: str) -> None:
    between = read(grid(f"{HEAD}{FIRST}|{text}|||||\n{SECOND}"))
    after = read(grid(f"{HEAD}{FIRST}{SECOND}||{text}||||\n"))
    for reading in (between, after):
        assert rows(only(reading), "task_id", "progress") == BOTH
        assert codes(reading) == []


@pytest.mark.parametrize("text", RECORDS.split())
def test_what_may_be_a_record_is_no_remark(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize("mark", ["……", "...", "/", "——"])
def test_a_row_of_strokes_is_no_row(mark: str) -> None:
    reading = read(grid(f"{HEAD}{FIRST}{SECOND}{f'|{mark}' * 5}|"))
    assert rows(only(reading), "task_id", "progress") == BOTH
    assert codes(reading) == []


@pytest.mark.parametrize(
    "row",
    [
        "|填写说明|按总表填写|填姓名|格式:2021-06-09|填百分数|",
        "|(必填)|(必填)|(姓名)|(如2021-06-09)|(%)|",
        "|按总表编号|按总表名称|据实填写|如2021年6月9日|例:80%|",
    ],
)
def test_how_to_fill_in_each_column_is_no_row(row: str) -> None:
    reading = read(grid(f"{HEAD}{row}\n{FIRST}{SECOND}"))
    assert rows(only(reading), "task_id", "progress") == BOTH
    assert codes(reading) == []


@pytest.mark.parametrize(
    "cells",
    [
        ["4.1.1", "按规定公开清单", "张三", "长期", "已完成"],
        ["按规定公开清单", "请各单位报送", "按季度"],
        ["规范填写执法台账", "统一填写要求", "指导各大队"],
        ["按时完成清单公布", "按要求填报系统", "按月检查"],
        ["如期完成审批改革", "例会推进", "须每月调度"],
    ],
)
def test_a_first_row_of_texts_is_a_row(cells: list[str]) -> None:
    assert not shows_how_to_fill(list(cells), list(range(len(cells))))


def test_rows_under_a_note_go_on_where_they_answer_what_the_rows_above_did() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日||||
|清单名称|是否公开|公开日期|公开网址|
|权责清单|是|2021-06-01|http://a.cn/1|
|公共服务清单|是|2021-06-02|http://a.cn/2|
|注:以下两项尚未公开||||
|负面清单|否|||
|收费清单|否|||
|填表人|张三|||
""")
    )
    assert rows(only(reading), "published") == [(True,), (True,), (False,), (False,)]
    assert codes(reading) == []


def test_a_number_alone_below_the_table_is_no_row() -> None:
    reading = read(
        grid(f"{HEAD}{FIRST}{SECOND}|||||\n|||||\n||1||||\n".replace("|||||\n", "|.|||||\n"))
    )
    assert rows(only(reading), "task_id", "progress") == BOTH


def test_a_row_of_one_cell_is_taken_and_named() -> None:
    reading = read(grid(f"{HEAD}{FIRST}|||王五、赵六|||\n{SECOND}||整改通知书|||\n"))
    assert rows(only(reading), "task_id")[0] == ("4.1.1",)
    assert ("row_of_one_cell", "C4") in codes(reading)
    [named] = [one for one in reading.problems if one.code == "row_of_one_cell"]
    assert named.details["rows"] == "4、6"


def test_a_list_of_which_nothing_but_the_names_is_filled_is_not_named() -> None:
    reading = read(
        grid("""
|市图书馆清单公开情况 2021年6月30日||||
|清单名称|是否公开|公开日期|公开网址|
|权责清单|是|2021-06-01|http://a.cn/1|
|公共服务清单||||
|负面清单||||
""")
    )
    assert "row_of_one_cell" not in dict(codes(reading))


def test_a_row_that_answers_no_is_no_row_of_strokes() -> None:
    reading = read(
        grid("""
|行政执法三项制度情况 2021年6月30日|||||
|单位|公示制度|全过程记录|重大执法决定数|经法制审核数|
|市图书馆|无|无|无|无|
|市文化馆|/|/|/|/|
|市博物馆|是|是|2|2|
""")
    )
    assert rows(only(reading), "publicity")[:2] == [(False,), (None,)]


def test_figures_that_begin_like_a_note_are_figures() -> None:
    reading = read(
        grid("""
|市图书馆法制审核人员配备表 2021年6月30日||
|执法人员总数|法制审核人员数|
|共26人|2|
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(26, 2)]


def test_a_count_of_rows_beside_their_average_is_no_row() -> None:
    reading = read(grid(f"{HEAD}{FIRST}{SECOND}|共2项||||p:0.7|\n"))
    assert rows(only(reading), "task_id", "progress") == BOTH
