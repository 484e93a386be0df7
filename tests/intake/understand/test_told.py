"""完成情况 in sentences: how far a task is, and what state that is where they say so."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_sentences_under_how_far_it_is_are_what_was_reported_of_it() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年7月6日)|<|<|
|任务编号|任务名称|责任人|完成情况|
|4.1.2|权责清单|张三|清单已于7月28日在馆网站公布,并报局公服科备案|
|4.2.1|文件制定|李四|已完成初稿,正在征求各部门意见|
|4.3.2|决策程序|王五|已完成|
|4.3.3|决策档案|王五|一般|
""")
    )
    assert rows(only(reading), "status", "note") == [
        (None, "清单已于7月28日在馆网站公布,并报局公服科备案"),
        (None, "已完成初稿,正在征求各部门意见"),
        ("done", None),
        (None, None),
    ]
    assert [code for code, _ in codes(reading)] == ["unknown_choice"]
    assert reading.counts[0].taken == 15


def test_a_column_of_its_own_for_what_was_reported_is_that() -> None:
    reading = read(
        grid("""
|市图书馆任务分解台账(2021年7月6日)|<|<|
|任务编号|任务名称|完成情况|进展情况|
|4.1.2|权责清单|清单已在馆网站公布并备案|见附件|
""")
    )
    assert rows(only(reading), "status", "note") == [(None, "见附件")]
    assert [code for code, _ in codes(reading)] == ["unknown_choice"]
