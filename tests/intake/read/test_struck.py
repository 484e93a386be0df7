"""Cells that are struck out."""

from __future__ import annotations

import openpyxl
import pytest
import xlwt
from openpyxl.styles import Font

from dashboard.intake.read.struck import struck_styles
from dashboard.intake.read.workbook import Workbook
from dashboard.intake.understand import understand
from tests.intake.read import books
from tests.intake.sheets import CONTEXT

ROWS = [
    ["市图书馆双随机抽查情况 2021年6月30日"],
    ["单位", "计划抽查数", "完成抽查数", "结果已公开数"],
    ["市图书馆", 10, 9, 8],
    ["市文化馆", 12, 9, 7],
    ["市博物馆", 12.5, 9, 7],
]
STRUCK = {(3, 0), (3, 1), (4, 2), (4, 1)}


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            cell = sheet.cell(row + 1, column + 1, value)
            cell.font = Font(strike=(row, column) in STRUCK, bold=column == 0)
    sheet.cell(9, 9).font = Font(strike=True)
    return books.saved(book)


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            struck = "on" if (row, column) in STRUCK else "off"
            sheet.write(row, column, value, xlwt.easyxf(f"font: struck_out {struck}"))
    return books.saved(book)


@pytest.mark.parametrize("book", [xlsx, xls])
def test_the_cells_are_told(read, book):
    assert read(book()).sheets[0].struck_cells == STRUCK


@pytest.mark.parametrize("book", [xlsx, xls])
def test_rows_of_struck_cells_are_taken_and_named(read, book):
    workbook: Workbook = read(book())
    reading = understand(workbook, "报表.xlsx", CONTEXT)
    [named] = [one for one in reading.problems if one.code == "struck_out"]
    assert (named.cell, named.details["rows"]) == ("A4", "4-5")
    assert reading.tables[0].rows == 3


def test_a_font_of_a_condition_or_one_switched_off_strikes_nothing():
    fonts = '<fonts><font/><font><strike val="0"/></font><font><strike/></font></fonts>'
    formats = '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>'
    dxfs = "<dxfs><dxf><font><strike/></font></dxf></dxfs>"
    styles = f"<styleSheet>{fonts}{formats}{dxfs}</styleSheet>"
    assert struck_styles(styles.encode()) == {2}
    assert (
        struck_styles(styles.replace("<font><strike/></font></fonts>", "</fonts>").encode())
        == set()
    )
    assert struck_styles(None) == set()
