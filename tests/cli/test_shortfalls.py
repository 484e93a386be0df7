from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

DAY = ("--as-of", "2021-07-15")
OVERDUE = ("--rule", "complaint_overdue")


def test_json_has_the_promised_columns(dudao, taken):
    result = dudao("shortfalls", *DAY, *OVERDUE, "--format", "json", "--workspace", taken.root)
    rows = json.loads(result.out)
    assert result.code == 0
    assert [row["unit"] for row in rows] == ["漯河市图书馆"] * 2
    first = rows[0]
    assert list(first) == [
        "rule",
        "unit",
        "item",
        "measured",
        "required",
        "gap",
        "severity",
        "since_due",
        "submission_id",
        "source_file",
        "source_sheet",
        "source_row",
        "source_cell",
        "first_seen",
        "days_open",
        "direction",
        "came_back",
        "exempt",
        "exempt_reason",
        "exempt_basis",
        "exempt_until",
    ]
    assert (first["rule"], first["severity"], first["since_due"]) == (
        "complaint_overdue",
        "red",
        14,
    )
    assert first["source_file"] == "投诉.xlsx"
    assert first["source_cell"] in ("C4", "C5")


def test_a_unit_may_be_named_by_any_of_its_names(dudao, taken):
    command = ("shortfalls", *DAY, "--format", "csv", "--workspace", taken.root)
    full = dudao(*command, "--unit", "漯河市图书馆")
    assert dudao(*command, "--unit", "市 图书馆") == full
    assert "complaint_overdue" in full.out


@pytest.mark.parametrize("written", ["市图书", "图书棺", "市群艺官"])
def test_an_unknown_unit_is_answered_with_the_nearest_by_any_of_its_names(dudao, taken, written):
    meant = "漯河市文化馆" if "艺" in written else "漯河市图书馆"
    unknown = dudao("shortfalls", *DAY, "--unit", written, "--workspace", taken.root)
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err.startswith(f"没有单位“{written}”。是否要写：{meant}")


@pytest.mark.parametrize("command", ["shortfalls", "changes"])
def test_what_falls_to_the_bureau_as_a_whole_can_be_asked_for(dudao, taken, command):
    result = dudao(command, *DAY, "--unit", "全局", "--format", "json", "--workspace", taken.root)
    rows = json.loads(result.out)
    assert {row["unit"] for row in rows} == {"全局"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--output", "短板.docx"), "不能写成 .docx 文件，请用 .csv、.json 或 .xlsx。"),
        (("--output", "短板"), "不能写成没有扩展名的文件，请用 .csv、.json 或 .xlsx。"),
        (("--format", "json", "--output", "短板.xlsx"), "格式 json 与文件 短板.xlsx 不一致。"),
        (("--format", "xlsx", "--output", "短板.csv"), "格式 xlsx 与文件 短板.csv 不一致。"),
    ],
)
def test_a_file_is_what_its_ending_says(dudao, taken, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    result = dudao("shortfalls", *DAY, *arguments, "--workspace", taken.root)
    assert (result.code, result.out, result.err) == (2, "", f"{said}\n")
    assert list(tmp_path.iterdir()) == []


def test_the_ending_of_the_file_suffices(dudao, taken, tmp_path):
    path = tmp_path / "短板.JSON"
    dudao("shortfalls", *DAY, *OVERDUE, "--output", path, "--workspace", taken.root)
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 2


def test_an_unknown_rule_is_answered_with_the_nearest(dudao, taken):
    result = dudao("shortfalls", "--rule", "reviewer_ration", "--workspace", taken.root)
    assert result.code == 2
    assert "reviewer_ratio" in result.err


def test_csv_disarms_what_a_spreadsheet_would_run(dudao, taken):
    result = dudao(
        "sql",
        "select subject, 1 - 2 as n from complaint",
        *DAY,
        "--format",
        "csv",
        "--workspace",
        taken.root,
    )
    rows = sorted(csv.reader(io.StringIO(result.out)))
    assert rows == [["'@噪声", "-1"], ["subject", "n"], ["占道经营", "-1"]]


def test_a_pipe_gets_tab_separated_text(dudao, taken):
    result = dudao("shortfalls", *DAY, *OVERDUE, "--workspace", taken.root)
    lines = [line.split("\t") for line in result.out.splitlines()]
    assert lines[0][:3] == ["rule", "unit", "item"]
    assert len(lines) == 3
    assert {len(line) for line in lines} == {21}


def test_xlsx_goes_to_the_exports_and_holds_no_formula(dudao, own):
    result = dudao("shortfalls", *DAY, *OVERDUE, "--format", "xlsx", "--workspace", own.root)
    path = own.exports / "短板清单_2021-07-15.xlsx"
    assert result.out == f"{path}\n"
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[2]][:3] == ["规则", "单位", "事项"]
    assert sheet.max_row == 4
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_csv_in_a_file_begins_with_a_byte_order_mark(dudao, taken, tmp_path):
    path = tmp_path / "短板.csv"
    dudao("shortfalls", *DAY, "--format", "csv", "--output", path, "--workspace", taken.root)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfrule,unit,")


def test_sql_speaks_json_with_iso_dates(dudao, taken):
    statement = "select due_on, null as n, 'nan'::double as d, [1, 2] as l from complaint limit 1"
    result = dudao("sql", statement, *DAY, "--format", "json", "--workspace", taken.root)
    assert json.loads(result.out) == [{"due_on": "2021-07-01", "n": None, "d": None, "l": [1, 2]}]


def test_a_refused_statement_is_exit_1_and_a_sentence(dudao, taken):
    result = dudao("sql", "drop view complaint", "--workspace", taken.root)
    assert (result.code, result.out) == (1, "")
    assert result.err == "只读：这里只能执行 SELECT 语句。\n"


def test_what_was_not_known_then_is_not_shown(dudao, taken):
    command = ("shortfalls", *DAY, *OVERDUE, "--format", "json", "--workspace", taken.root)
    assert json.loads(dudao(*command, "--known-as-of", "2021-06-30").out) == []
    assert len(json.loads(dudao(*command, "--known-as-of", "2021-07-01").out)) == 2


def test_the_first_day_of_the_calendar_has_no_day_before_it(dudao, taken):
    result = dudao("shortfalls", *OVERDUE, "--as-of", "0001-01-01", "--workspace", taken.root)
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    "day", ["2021-7-15", "2021.07.15", "2021/7/15", "20210715", "２０２１-７-１５"]
)
def test_a_day_may_be_written_as_people_write_days(dudao, taken, day):
    command = ("shortfalls", *OVERDUE, "--format", "csv", "--workspace", taken.root, "--as-of")
    assert dudao(*command, day) == dudao(*command, "2021-07-15")
