"""Rows and sheets that were copied and left standing."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, read

HEAD = """
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|完成进度|
"""
ROWS = """|4.1.1|深化行政审批|张三|2021-07-31|80%|
|4.1.2|落实权责清单|李四|2021-08-31|60%|
"""


def _repeated(*sheets: str) -> list[tuple[str | None, str, str, str]]:
    reading = read(*(grid(text, name) for text, name in zip(sheets, "甲乙丙", strict=False)))
    found = [one for one in reading.problems if one.code == "rows_repeated"]
    return [
        (one.cell, one.details["rows"], one.details["where"], one.details["first"]) for one in found
    ]


def test_a_block_copied_below_is_named() -> None:
    assert _repeated(f"{HEAD}{ROWS}|.|||||\n{ROWS}") == [("A6", "6-7", "", "3-4")]


def test_so_it_is_where_only_its_figures_were_changed() -> None:
    assert _repeated(f"{HEAD}{ROWS}{ROWS.replace('80%', '10%')}") == [("A5", "5-6", "", "3-4")]


def test_a_task_of_several_measures_or_days_is_no_repetition() -> None:
    other = ROWS.replace("2021-07-31", "2021-09-30").replace("李四", "王五")
    assert _repeated(f"{HEAD}{ROWS}{other}") == []


def test_rows_that_a_merge_holds_together_are_no_repetition() -> None:
    merged = """
|市图书馆任务分解台账 2021年6月30日|||||
|任务编号|任务名称|责任人|完成时限|进展情况|
|4.1.1|深化行政审批|张三|2021-07-31|已印发|
|^|^|^|^|已公示|
"""
    assert _repeated(merged) == []


def test_the_copy_of_a_sheet_is_named_where_it_says_another_thing() -> None:
    changed = ROWS.replace("80%", "10%")
    copies = (f"{HEAD}{ROWS}", f"{HEAD}{changed}")
    assert _repeated(*copies) == [("A3", "3", "工作表“甲”", "3")]


def test_so_it_is_where_a_day_was_changed() -> None:
    changed = ROWS.replace("2021-08-31", "2021-09-30")
    copies = (f"{HEAD}{ROWS}", f"{HEAD}{changed}")
    assert _repeated(*copies) == [("A4", "4", "工作表“甲”", "4")]


def test_a_sheet_of_another_day_is_no_copy() -> None:
    earlier = f"{HEAD}{ROWS}".replace("6月30日", "5月31日")
    assert _repeated(earlier, f"{HEAD}{ROWS}") == []


def test_other_units_have_tasks_of_the_same_name() -> None:
    other = f"{HEAD}{ROWS}".replace("市图书馆", "市文化馆")
    assert _repeated(f"{HEAD}{ROWS}", other) == []


def test_plans_and_inspection_items() -> None:
    plan = """
|任务分解总表||||
|任务编号|重点任务|任务名称|工作要求|
|4.1.1|领域|深化|甲|
|4.1.1|领域|落实|乙|
"""
    assert _repeated(plan) == [("A4", "4", "", "3")]
    items = """
|市图书馆抽查事项计划 2021年6月30日||||
|抽查事项|抽查对象|抽查基数|抽查比例|
|网吧检查|网吧|12|5%|
|网吧检查|网吧|13|5%|
|网吧检查|影院|13|5%|
"""
    assert _repeated(items) == [("A4", "4", "", "3")]


def test_a_ledgers_rows_have_identities() -> None:
    reading = read(
        grid("""
|市图书馆宣传报道 2021年6月30日|||
|标题|媒体|日期|
|法治|日报|6月1日|
|法治|日报|6月1日|
""")
    )
    assert [code for code, _ in codes(reading)] == ["duplicate_identity"]


def test_rows_of_a_ledger_without_identity_would_count_twice() -> None:
    issues = """
|市图书馆督导问题整改台账 2021年6月30日||||
|存在问题|整改措施|整改责任人|整改时限|整改状态|
|台账不全|补充|张三|2021-07-31|整改中|
|台账不全|补充|张三|2021-07-31|已整改|
"""
    assert _repeated(issues) == [("A4", "4", "", "3")]
    assert _repeated(issues.replace("整改责任人", "督导日期").replace("张三", "2021-06-10")) == []


def test_a_ledgers_later_row_takes_the_place_of_one_that_says_another_thing() -> None:
    ledger = """
|市图书馆清单公开情况 2021年6月30日|||
|清单名称|是否公开|公开日期|
|权责清单|是|2021-06-01|
|负面清单|否||
"""
    changed = ledger.replace("2021-06-01", "2021-06-02")
    reading = read(grid(ledger, "甲"), grid(changed, "乙"))
    [named] = [one for one in reading.problems if one.code == "row_replaced"]
    assert (named.sheet, named.details["labels"]) == ("乙", "公开日期")
    assert codes(read(grid(ledger, "甲"), grid(ledger, "乙"))) == []
