from __future__ import annotations

import csv
import datetime as dt

import openpyxl
import pytest

from dashboard.exports import write_csv, write_xlsx
from dashboard.exports.guard import guarded


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+86 123", "'+86 123"),
        ("-1", "'-1"),
        ("@sum(a1)", "'@sum(a1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("1-2", "1-2"),
        ("甲=乙", "甲=乙"),
        ("", ""),
        (-1, -1),
        (None, None),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_disarmed(value, written):
    assert guarded(value) == written


def test_csv_opens_rightly_in_excel(tmp_path):
    rows = [["甲单位", -5, None, dt.date(2021, 7, 1), "=1"]]
    path = write_csv(tmp_path / "a.csv", ["单位", "数", "空", "日", "文"], rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["甲单位", "-5", "", "2021-07-01", "'=1"]


def test_a_workbook_holds_text_and_numbers_but_no_formula(tmp_path):
    rows = [["=1+1", 5, 0.5, dt.date(2021, 7, 1), True, None, "a\x0bb", float("nan")]]
    path = write_xlsx(tmp_path / "a.xlsx", "清单[1]/2", list("甲乙丙丁戊己庚辛"), rows)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == "清单(1)-2"
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert [cell.value for cell in sheet[3]][1:] == [
        5,
        0.5,
        dt.datetime(2021, 7, 1),
        True,
        None,
        "ab",
        None,
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:H3")


def test_a_workbook_of_no_rows_is_one_of_headings(tmp_path):
    sheet = openpyxl.load_workbook(write_xlsx(tmp_path / "a.xlsx", "空", ["甲"], [])).active
    assert sheet.max_row == 2
