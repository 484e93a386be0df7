"""Rows that hold nothing of what is asked, and something else."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read


def _with(row: str) -> str:
    return f"""
|市图书馆投诉举报办理 2021年6月30日|||||
|序号|事项|受理日期|办理期限|备注|
|1|噪声扰民|2021-06-01|2021-06-15|已回访|
{row}
"""


def test_a_row_that_tells_something_else_is_named() -> None:
    reading = read(grid(_with("|2||||收到两件匿名举报,未登记|")))
    assert only(reading).rows == 1
    assert codes(reading) == [("row_without_content", "A4")]


@pytest.mark.parametrize("row", ["|2|||||", "|2|无||||", "|2||||无|", "|2|/|/|/|/|"])
def test_a_row_that_tells_nothing_needs_no_word(row: str) -> None:
    assert codes(read(grid(_with(row)))) == []
