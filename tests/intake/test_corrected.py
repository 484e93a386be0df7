"""What a person settled holds for the unit and kind it was settled for, and for nobody else."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dashboard.intake.corrected import concerns, header_words
from dashboard.intake.model import Correction
from tests.intake.sheets import CONTEXT, grid, only, read, rows

LIBRARY = "漯河市图书馆"
SETTLED = Correction("heading", "complaint", LIBRARY, "列甲", "closed_on")
DAY = dt.date(2021, 6, 9)


def complaints(unit, *, subject="占道经营", heading="列甲", name="Sheet1"):
    return grid(
        f"""
|填报单位:{unit}||填报日期:2021-6-30||
|事项|受理日期|办理期限|{heading}|
|{subject}|2021-6-1|2021-7-1|2021-6-9|
""",
        name=name,
    )


def closed(*sheets, corrections=(SETTLED,), file="报表.xlsx"):
    context = dataclasses.replace(CONTEXT, corrections=tuple(corrections))
    tables = read(*sheets, file=file, context=context).tables
    return [day for table in tables for day in table.data["closed_on"]]


@pytest.mark.parametrize(
    ("sheet", "taken"),
    [
        pytest.param(complaints("市图书馆"), [DAY], id="the unit's own sheet"),
        pytest.param(
            complaints("市图书馆", heading="列 甲"), [DAY], id="the heading spelled apart"
        ),
        pytest.param(complaints("市图书馆", heading="列乙"), [None], id="another heading"),
        pytest.param(complaints("市文化馆"), [None], id="another unit"),
        pytest.param(
            complaints("市文化馆", subject="市图书馆"),
            [None],
            id="another unit naming it in a cell",
        ),
    ],
)
def test_a_heading_is_settled_for_the_sheets_of_one_unit(sheet, taken):
    assert closed(sheet) == taken


def test_a_table_of_several_units_is_not_read_by_what_was_settled_for_one_of_them():
    sheet = grid("""
|填报日期:2021-6-30|||||
|单位|事项|受理日期|办理期限|列甲|
|市图书馆|甲|2021-6-1|2021-7-1|2021-6-9|
|市文化馆|乙|2021-6-1|2021-7-1|2021-6-9|
""")
    assert closed(sheet) == [None, None]
    scoped = Correction(
        "heading", "complaint", None, "列甲", "closed_on", sheet="Sheet1", file="汇总*.xlsx"
    )
    assert closed(sheet, corrections=[scoped], file="2021-06/汇总0630.xlsx") == [DAY, DAY]
    assert closed(sheet, corrections=[scoped], file="别的.xlsx") == [None, None]
    own = complaints("市文化馆")
    assert closed(own, corrections=[scoped], file="汇总0630.xlsx") == [None]


def test_each_table_of_a_file_is_read_by_what_was_settled_for_its_own_unit():
    sheets = [complaints("市图书馆", name="甲"), complaints("市文化馆", name="乙")]
    assert closed(*sheets) == [DAY, None]


def test_a_sheet_whose_unit_another_sheet_states_is_read_by_what_was_settled_for_that_unit():
    second = grid("""
|事项|受理日期|办理期限|列甲|
|噪声|2021-6-1|2021-7-1|2021-6-9|
""", name="乙")  # fmt: skip
    assert closed(complaints("市图书馆", name="甲"), second) == [DAY, DAY]
    assert closed(complaints("市文化馆", name="甲"), second) == [None, None]


def test_a_column_that_was_misjudged_can_be_given_to_another_heading():
    settled = [
        Correction("heading", "complaint", LIBRARY, "办理期限", None),
        Correction("heading", "complaint", LIBRARY, "列甲", "due_on"),
    ]
    context = dataclasses.replace(CONTEXT, corrections=tuple(settled))
    table = only(read(complaints("市图书馆"), context=context))
    assert (table.columns["due_on"], table.data["due_on"]) == ("D", [DAY])
    assert table.unmatched == {"C": "办理期限"}
    assert table.headings["D"] == "列甲"


ODD = """
|填报单位:{unit}|||
|标题|媒体|级别|
|以上为样式|||
|题|刊|级|
|甲|漯河日报|市级|
"""
ROW = Correction(
    "header_row",
    "publicity",
    LIBRARY,
    written=header_words(("题", "刊", "级")),
    sheet="6月",
    header_row=4,
)
WORDS = tuple(
    Correction("heading", "publicity", LIBRARY, one, column)
    for one, column in (("题", "title"), ("刊", "outlet"), ("级", "level"))
)


@pytest.mark.parametrize(
    ("text", "name", "header_rows"),
    [
        pytest.param(ODD.format(unit="市图书馆"), "6月", [4], id="the unit's own sheet"),
        pytest.param(ODD.format(unit="市文化馆"), "6月", [2], id="another unit"),
        pytest.param(ODD.format(unit="市图书馆"), "7月", [2], id="another sheet"),
        pytest.param(
            ODD.format(unit="市图书馆").replace("刊", "报"), "6月", [2], id="other words there"
        ),
    ],
)
def test_the_row_of_headings_is_settled_where_the_same_words_stand_in_it(text, name, header_rows):
    context = dataclasses.replace(CONTEXT, corrections=(ROW, *WORDS))
    table = only(read(grid(text, name=name), context=context))
    assert table.header_rows == header_rows
    if header_rows == [4]:
        assert rows(table, "title", "level") == [("甲", "municipal")]


def test_a_sheet_that_nothing_recognised_is_read_once_its_headings_are_named():
    sheet = grid("""
|填报单位:市图书馆|||填报日期:2021-6-30|
|甲项|乙项|丙项|丁项|
|占道经营|2021-6-1|2021-7-1|2021-6-9|
""")
    assert read(sheet).status == "refused"
    said = [
        Correction("header_row", "complaint", LIBRARY, "甲项\n乙项\n丙项\n丁项", header_row=2),
        Correction("heading", "complaint", LIBRARY, "甲项", "subject"),
        Correction("heading", "complaint", LIBRARY, "丁项", "closed_on"),
    ]
    context = dataclasses.replace(CONTEXT, corrections=tuple(said))
    table = only(read(sheet, context=context))
    assert rows(table, "subject", "closed_on") == [("占道经营", DAY)]


def test_a_sheet_that_goes_on_is_read_by_what_was_settled_for_the_one_before_it():
    first = complaints("市图书馆", name="一")
    first.rows += [[f"件{n}", "2021-6-1", "2021-7-1", "2021-6-9"] for n in range(4)]
    second = grid("\n".join(f"|续{n}|2021-6-1|2021-7-1|2021-6-9|" for n in range(5)), name="二")
    assert len(read(first, second).tables) == 2
    assert closed(first, second) == [DAY] * 10


@pytest.mark.parametrize(
    ("units", "concerned"),
    [
        ({LIBRARY}, True),
        ({LIBRARY, "漯河市文化馆"}, True),
        ({"漯河市文化馆"}, False),
        ({"漯河市文化馆", ""}, True),
        (set(), True),
    ],
)
def test_a_file_is_read_anew_only_where_it_may_be_of_the_unit(units, concerned):
    assert concerns(SETTLED, "报表.xlsx", units) is concerned


MIXED = "执法人员总数|法制审核人员数|列甲|重大执法决定数|经法制审核数"


@pytest.mark.parametrize(
    ("settled", "advisers"),
    [
        (Correction("heading", "staffing", LIBRARY, "列甲", "legal_advisers"), 1),
        (
            Correction("header_row", "staffing", LIBRARY, MIXED.replace("|", "\n"), header_row=2),
            None,
        ),
    ],
)
def test_what_is_settled_for_one_kind_leaves_the_figures_of_another_in_the_table(settled, advisers):
    context = dataclasses.replace(CONTEXT, corrections=(settled,))
    sheet = grid(f"""
|市图书馆法治工作情况||||填报日期:2021-6-30|
|{MIXED}|
|41|3|1|9|8|
""")
    tables = read(sheet, context=context).tables
    assert [table.kind for table in tables] == ["staffing", "enforcement"]
    figures = ("enforcement_staff", "legal_reviewers", "legal_advisers")
    assert rows(tables[0], *figures) == [(41, 3, advisers)]
    assert rows(tables[1], "major_decisions", "major_reviewed") == [(9, 8)]
