"""Lists of units beside the directory that is known."""

from __future__ import annotations

from tests.intake.sheets import UNITS, codes, grid, read

LIAISONS = """
|{title}(2021年6月30日)|<|<|<|
|单位名称|主要负责人|联络员|联系电话|
|漯河市图书馆|张三|李四|3131001|
|漯河市文化馆|王五|赵六|3131002|
"""


def test_a_list_of_some_units_is_named_before_it_stands_for_all() -> None:
    reading = read(grid(LIAISONS.format(title="创建工作联络员名单")))
    assert dict(codes(reading))["directory_in_part"]
    (told,) = [one for one in reading.problems if one.code == "directory_in_part"]
    assert told.details["count"] == str(len(UNITS) - 2)
    assert UNITS[2].name in str(told.details["names"])


def test_what_says_that_it_is_the_directory_replaces_it_without_a_word() -> None:
    assert codes(read(grid(LIAISONS.format(title="单位名录")))) == []
    named = read(grid(LIAISONS.format(title="创建工作联络员名单")), file="单位名录.xlsx")
    assert "directory_in_part" not in dict(codes(named))


def test_a_list_of_all_units_leaves_nothing_out() -> None:
    units = "".join(f"|{one.name}|张三|李四|3131001|\n" for one in UNITS)
    head = "\n".join(LIAISONS.format(title="创建工作联络员名单").split("\n")[:3])
    assert "directory_in_part" not in dict(codes(read(grid(f"{head}\n{units}"))))
