"""原表出处: the cell that a figure came from, in the original."""

from __future__ import annotations

import hashlib

import openpyxl
import pytest

from dashboard.ingest import ingest
from dashboard.workspace import Workspace


@pytest.fixture
def taken(tmp_path, monkeypatch):
    """A workspace into which one sheet of staffing was taken."""
    workspace = Workspace(tmp_path).create()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "人员"
    for row in (
        ["法制审核人员配备表"],
        ["填报日期：2021-06-09"],
        ["单位", "执法人员总数", "法制审核人员数", "口径"],
        ["政策法规科", 20, 0, "在编 41110219900101123X"],
    ):
        sheet.append(row)
    path = workspace.inbox / "人员.xlsx"
    book.save(path)
    ingest(workspace)
    return path


def number_of(workspace, name):
    rows = workspace.store.rows("select submission_id, file from raw.submission")
    return next(number for number, file in rows if file.endswith(name))


def test_the_cell_is_marked_in_its_sheet_and_the_headings_stand_above(taken, tmp_path, open_page):
    number = number_of(Workspace(tmp_path), "人员.xlsx")
    page = open_page("source", submission=str(number), sheet="人员", row="4", cell="C4")
    assert '<td class="dudao-marked">0</td>' in page.html
    assert '<tr class="dudao-heading"><th>3</th>' in page.html
    assert "政策法规科" in page.text
    digest = hashlib.sha256(taken.read_bytes()).hexdigest()
    assert Workspace(tmp_path).archive.path(digest).read_bytes() == taken.read_bytes()


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({}, "没有指明要看哪一份报送"),
        ({"submission": "999"}, "没有编号为 999 的报送"),
        ({"submission": "x"}, "没有指明要看哪一份报送"),
    ],
)
def test_an_address_that_names_nothing_says_so(taken, open_page, choices, said):
    assert said in open_page("source", **choices).text


def test_a_sheet_that_is_not_there_is_said(taken, tmp_path, open_page):
    number = number_of(Workspace(tmp_path), "人员.xlsx")
    page = open_page("source", submission=str(number), sheet="别的", row="4")
    assert "没有名为“别的”的工作表" in page.text


def test_an_original_missing_from_the_archive_is_said(taken, tmp_path, open_page):
    workspace = Workspace(tmp_path)
    digest = hashlib.sha256(taken.read_bytes()).hexdigest()
    workspace.archive.path(digest).unlink()
    number = number_of(workspace, "人员.xlsx")
    page = open_page("source", submission=str(number), sheet="人员", row="4")
    assert "存档里找不到这个文件" in page.text
