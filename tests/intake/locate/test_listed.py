"""A table of one column right above another."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read

TABLE = """
|材料名称|任务编号|材料类型|
|配备通知|4.4.1|文件|
|评查会议|4.4.2|图片|
"""


def _over(lines: str) -> str:
    return "|市图书馆印证资料 2021年6月30日|||\n" + lines + TABLE


def test_its_rows_are_named_and_are_no_lines_of_a_title() -> None:
    reading = read(grid(_over("|任务名称|||\n|配强法制审核力量|||\n|开展案卷评查|||\n")))
    table = only(reading)
    assert (table.unit, table.rows) == ("漯河市图书馆", 2)
    assert ("list_left_out", "A2") in codes(reading)
    count = reading.counts[0]
    assert (count.outside, count.title) == (3, 1)


def test_words_of_a_vocabulary_are_rows_though_they_end_like_titles() -> None:
    reading = read(grid(_over("|清单名称|||\n|权责清单|||\n|公共服务清单|||\n")))
    assert ("list_left_out", "A2") in codes(reading)


def test_a_single_row_counts_where_a_blank_one_parts_it() -> None:
    reading = read(grid(_over("|任务名称|||\n|配强法制审核力量|||\n||||\n")))
    assert ("list_left_out", "A2") in codes(reading)


def test_twenty_rows_are_no_others_than_two() -> None:
    items = "".join(f"|具体工作事项{number}|||\n" for number in range(20))
    reading = read(grid(_over(f"|任务名称|||\n{items}")))
    assert ("list_left_out", "A2") in codes(reading)
    assert reading.counts[0].outside == 21


def test_between_two_tables_it_is_named_too() -> None:
    above = "|标题|媒体|级别|\n|法治讲座|漯河日报|市级|\n||||\n"
    reading = read(grid(_over(above + "|任务名称|||\n|配强审核力量|||\n|案卷评查|||\n")))
    assert [one.kind for one in reading.tables] == ["publicity", "evidence"]
    assert ("list_left_out", "A5") in codes(reading)


@pytest.mark.parametrize(
    "lines",
    [
        "|任务分解|||\n|附件1|||\n|2021年度|||\n",
        "|任务分解|||\n|(市图书馆)|||\n|填报日期:2021年6月30日|||\n",
        "|问题清单|||\n|市图书馆|||\n|政策法规科|||\n",
        "|材料名称|<|<|\n|配备通知|||\n|评查会议|||\n",
        "|任务名称|||\n",
    ],
)
def test_lines_of_a_title_stay_what_they_are(lines: str) -> None:
    reading = read(grid(_over(lines)))
    assert only(reading).rows == 2
    assert "list_left_out" not in {code for code, _ in codes(reading)}
