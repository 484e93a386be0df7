from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from dashboard.checking import check_files
from dashboard.kinds import Column, kinds
from dashboard.templates import Blank, write_template
from dashboard.templates.rules import choices
from dashboard.templates.workbook import HEADER_ROW, blank_for
from dashboard.workspace import Workspace

SENT = [one for one in kinds().values() if one.collection != "plan"]
_WORDS = {
    "date": dt.date(2021, 6, 9),
    "integer": 3,
    "number": 5,
    "percent": 0.4,
    "quantity": 0.05,
}


def filled(column: Column) -> object:
    words = choices(column)
    if column.name == "task_id":
        return "4.4.1"
    return words[0] if words else _WORDS.get(column.type, f"{column.label}甲")


def fill(path: Path, kind) -> list[object]:
    book = openpyxl.load_workbook(path)
    sheet = book[kind.label]
    values = [filled(one) for one in kind.columns]
    for number, value in enumerate(values, start=1):
        sheet.cell(HEADER_ROW + 1, number).value = value
    for cell in sheet[2]:
        if cell.value == "填报日期：":
            cell.value = "填报日期：2021年7月9日"
    book.save(path)
    return values


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """Every template, filled in by one row and checked."""
    folder = tmp_path_factory.mktemp("templates")
    paths = [write_template(blank_for(kind, "漯河市图书馆"), folder) for kind in SENT]
    for kind, path in zip(SENT, paths, strict=True):
        fill(path, kind)
    workspace = Workspace(folder / "none")
    copies = tmp_path_factory.mktemp("copies")
    found = [one.reading for one in check_files(workspace, paths, copies)]
    return dict(zip((kind.view for kind in SENT), found, strict=True))


@pytest.mark.parametrize("kind", SENT, ids=lambda kind: kind.view)
def test_what_a_template_yields_comes_in_without_a_warning(checked, kind):
    reading = checked[kind.view]
    assert [(one.code, one.cell, one.message) for one in reading.problems] == []
    (table,) = reading.tables
    assert (table.kind, table.unit, table.rows) == (kind.view, "漯河市图书馆", 1)
    assert (table.reported_on, table.reported_by) == (dt.date(2021, 7, 9), "sheet")
    assert table.unmatched == {}
    assert set(table.columns) == {one.name for one in kind.columns}


@pytest.fixture(scope="module", params=[None, "漯河市图书馆"], ids=["any unit", "a unit"])
def unfilled(request, tmp_path_factory):
    """Every template as it was handed out, checked."""
    folder = tmp_path_factory.mktemp("unfilled")
    paths = [write_template(blank_for(kind, request.param), folder) for kind in SENT]
    workspace = Workspace(folder / "none")
    found = [one.reading for one in check_files(workspace, paths, tmp_path_factory.mktemp("to"))]
    return dict(zip((kind.view for kind in SENT), found, strict=True))


@pytest.mark.parametrize("kind", SENT, ids=lambda kind: kind.view)
def test_a_template_that_nobody_filled_in_has_no_rows(unfilled, kind):
    """Headings alone in a row look like labels with values beside them."""
    reading = unfilled[kind.view]
    assert [table.rows for table in reading.tables if table.rows] == []
    assert {one.code for one in reading.problems} <= {"table_empty", "no_known_table"}
    assert "table_empty" in {one.code for one in reading.problems}


@pytest.mark.parametrize("kind", SENT, ids=lambda kind: kind.view)
def test_every_cell_of_a_template_means_what_it_says(checked, kind):
    (table,) = checked[kind.view].tables
    for column in kind.columns:
        expected = {"yesno": True}.get(column.type, filled(column))
        if column.choices:
            expected = next(iter(column.choices))
        assert table.data[column.name] == [expected], column.name


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.view)
def test_a_template_has_lists_checks_notes_and_a_frozen_header(tmp_path, kind):
    book = openpyxl.load_workbook(write_template(Blank(kind), tmp_path))
    sheet, notes = book.worksheets
    assert (sheet.title, notes.title) == (kind.label, "填表说明")
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    lists = {str(one.sqref).split("4:")[0]: one for one in sheet.data_validations.dataValidation}
    for number, column in enumerate(kind.columns, start=1):
        letter = openpyxl.utils.get_column_letter(number)
        words = choices(column)
        if words:
            assert lists[letter].formula1 == f'"{",".join(words)}"'
        assert (letter in lists) == (bool(words) or column.type not in ("text", "quantity"))
    said = " ".join(str(row[0].value) for row in notes.iter_rows())
    assert all(column.label in said for column in kind.columns)


def test_a_units_tasks_are_filled_in(tmp_path):
    tasks = [{"task_id": "4.4.1", "title": "执法规范化", "due_on": dt.date(2021, 12, 31)}]
    blank = blank_for(kinds()["task_progress"], "漯河市图书馆", tasks)
    sheet = openpyxl.load_workbook(write_template(blank, tmp_path)).worksheets[0]
    assert [cell.value for cell in sheet[4]][:2] == ["4.4.1", "执法规范化"]
    assert sheet["A2"].value == "填报单位：漯河市图书馆"
