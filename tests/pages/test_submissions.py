"""数据接收: what came, what became of it, and taking it back."""

from __future__ import annotations

import datetime as dt
import re

import openpyxl
import pytest

from dashboard.ingest import ingest
from dashboard.workspace import Workspace
from tests.ingest.sheets import book


@pytest.fixture
def workspace(planned_workspace):
    return planned_workspace


def staffing(workspace, name, reviewers):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["法制审核人员配备表"],
        ["填报日期：2021-06-09"],
        ["单位", "执法人员总数", "法制审核人员数", "备用列"],
        ["政策法规科", 20, reviewers, "甲"],
    ):
        sheet.append(row)
    book.save(workspace.inbox / name)


def number_of(workspace, name):
    rows = workspace.store.rows("select submission_id, file from raw.submission")
    return str(next(number for number, file in rows if file.endswith(name)))


def test_every_file_stands_in_the_list_with_its_result(workspace, open_page):
    staffing(workspace, "好.xlsx", 1)
    staffing(workspace, "错.xlsx", "若干")
    (workspace.inbox / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    ingest(workspace)
    text = " ".join(open_page("submissions").text.split())
    assert "✓ 已接收" in text
    assert "▲ 有问题" in text
    assert "■ 未能接收" in text
    assert "收件箱里的文件都已读取" in text


def test_a_submission_shows_its_problems_by_cell_and_how_its_columns_were_read(
    workspace, open_page
):
    staffing(workspace, "错.xlsx", "若干")
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "错.xlsx"))
    assert "C4" in page.text
    assert "若干" in page.text
    assert "法制审核人员数" in page.text
    assert "备用列" in page.text
    assert "未采用" in page.text
    assert any("cell=C4" in link for link in page.links)


def test_the_page_of_a_submission_begins_with_its_result(workspace, open_page):
    staffing(workspace, "错.xlsx", "若干")
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "错.xlsx"))
    line = " ".join(re.sub(r"<[^>]+>", " ", page.html).split())
    assert "▲ 有问题 编号" in line
    assert re.search(r"收到时间 \d{4}-\d\d-\d\d \d\d:\d\d 行数 1 大小 \d+ KB", line)


def test_a_refused_file_says_why(workspace, open_page):
    (workspace.inbox / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    ingest(workspace)
    page = open_page("submissions", submission=number_of(workspace, "坏.xlsx"))
    assert "未能接收的原因" in page.text


def test_a_file_not_yet_read_is_said_to_wait(workspace, open_page):
    ingest(workspace)
    staffing(workspace, "新.xlsx", 1)
    assert "有 1 个文件等待读取：新.xlsx" in open_page("submissions").text


def test_withdrawing_needs_a_reason_and_can_be_undone(workspace, open_page):
    staffing(workspace, "好.xlsx", 1)
    ingest(workspace)
    number = number_of(workspace, "好.xlsx")
    app = open_page("submissions", submission=number).app
    press(app, "撤回")
    assert any("请写明原因" in one.value for one in app.error)
    next(one for one in app.text_input if one.label == "撤回的原因").input("填错了")
    press(app, "撤回")
    assert any("已于" in one.value for one in app.warning)
    day = dt.date(2021, 7, 1)
    assert workspace.store.reader().cursor(day).execute("from staffing").fetchall() == []
    press(app, "恢复这份报送")
    assert len(workspace.store.reader().cursor(day).execute("from staffing").fetchall()) == 1


def press(app, label):
    next(one for one in app.button if one.label == label).click()
    app.run()


def test_an_empty_workspace_offers_the_upload_and_names_the_inbox(tmp_path, open_page):
    workspace = Workspace(tmp_path).create()
    page = open_page("submissions")
    assert "还没有收到任何表格" in page.text
    assert any(str(workspace.inbox.resolve()) in one.value for one in page.app.code)


@pytest.fixture
def faulty(workspace):
    """A sheet of two units with a fault each, a refused file that names one, and a good one."""
    rows = [("政策法规科", 20, "若干", None), ("办公室", "几个", 1, None)]
    headings = ("单位", "执法人员总数", "法制审核人员数", "备用列")
    book(workspace.inbox / "汇总.xlsx", "法制审核人员配备表", headings, *rows, day="2021-06-09")
    (workspace.inbox / "办公室的表.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    staffing(workspace, "好.xlsx", 1)
    ingest(workspace)
    return workspace


def test_the_kinds_of_problems_are_counted_and_lead_to_their_files(faulty, open_page):
    page = open_page("submissions")
    text = " ".join(page.text.split())
    assert "■ 错误 “…”填的是“…”，看不出是多少。 1 1" in text
    assert any("problem=not_a_number" in one for one in page.links)
    page = open_page("submissions", problem="not_a_number")
    assert "汇总.xlsx" in page.text
    assert "好.xlsx" not in page.text
    press(page.app, "看全部文件")
    assert "好.xlsx" in page.text


def test_every_problem_stands_with_its_cell_and_leads_there(faulty, open_page):
    page = open_page("submissions")
    assert any("cell=B5" in one and one.startswith("./source?") for one in page.links)
    assert "填的是“几个”" in page.text
    asked = {"unit": None, "code": None, "size": 2}
    rows = [
        row
        for first in (0, 2, 4)
        for row in faulty.store.reader().ask(
            "pages/submissions_problem_cells", first=first, **asked
        )
    ]
    assert rows[0]["severity"] == "error"
    assert len({(row["file"], row["cell"], row["code"]) for row in rows}) == rows[0]["count_all"]
    refused = open_page("submissions", problem="damaged_file").text
    assert "填的是“几个”" not in refused


def test_a_units_problems_of_all_files_are_one_list(faulty):
    reader = faulty.store.reader()

    def listed(unit):
        rows = reader.ask("pages/submissions_unit_problems", unit=unit)
        return [(row["file"], row["cell"]) for row in rows if row["severity"] == "error"]

    assert listed("办公室") == [("办公室的表.xlsx", None), ("汇总.xlsx", "B5")]
    assert listed("政策法规科") == [("汇总.xlsx", "C4")]
    assert len(listed(None)) == 3


def test_a_problem_whose_sheet_was_replaced_is_listed_as_such(workspace, open_page):
    for name, reviewers, day in (("一.xlsx", "若干", "2021-06-09"), ("二.xlsx", 1, "2021-06-16")):
        row = ("政策法规科", 20, reviewers)
        headings = ("单位", "执法人员总数", "法制审核人员数")
        book(workspace.inbox / name, "法制审核人员配备表", headings, row, day=day)
    ingest(workspace)
    rows = workspace.store.reader().ask("pages/submissions_unit_problems", unit="政策法规科")
    assert [(row["cell"], row["is_replaced"]) for row in rows] == [("C4", True)]
    page = open_page("submissions", unit="政策法规科")
    assert any("下载问题清单（1 条）" in one.label for one in page.app.get("download_button"))
