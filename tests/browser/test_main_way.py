"""The main way: start in an empty folder, drop a sheet, see it, follow a number to its cell."""

from __future__ import annotations

import re
import shutil
import time

import pytest

from tests.browser.browsing import open_page, settle
from tests.browser.defects import defects, resize
from tests.browser.test_meeting import misfits, turn
from tests.ingest.sheets import staffing

pytestmark = pytest.mark.browser

PROMISED_SECONDS = 5
DAY = "2021-06-30"


def sheet(tmp_path, name: str, unit: str, staff: int, reviewers: int):
    """A unit's staffing sheet, still on its own computer."""
    return staffing(tmp_path / name, staff, reviewers, unit=unit, day=DAY)


def drop(path, server) -> float:
    """Copy a file into the inbox; when that was, as a monotonic time."""
    shutil.copyfile(path, server.workspace / "inbox" / path.name)
    return time.monotonic()


def row_of(page, unit: str):
    """The unit's row on 法制审核人员."""
    table = page.locator(".dudao-table").first
    return table.locator("tr").filter(has=page.get_by_role("link", name=unit, exact=True))


def seconds_until(locator, since: float) -> float:
    """How long after ``since`` it was to be seen."""
    locator.first.wait_for(timeout=20_000)
    return time.monotonic() - since


def test_from_an_empty_folder_to_the_cell_that_a_number_came_from(fresh, page, traffic, tmp_path):
    open_page(page, fresh.url("overview"))
    said = page.get_by_test_id("stMain").inner_text()
    assert "请把各单位的表格放进这个文件夹" in said
    assert str(fresh.workspace / "inbox") in said
    assert defects(page) == []

    open_page(page, fresh.url("reviewers"))
    path = sheet(tmp_path, "文物中心.xlsx", "市文物中心", 25, 1)
    dropped = drop(path, fresh)
    row = row_of(page, "市文物中心")
    took = seconds_until(row.filter(has_text="4%"), dropped)
    assert took <= PROMISED_SECONDS
    settle(page)
    assert "缺 1 人" in row.inner_text()
    assert f"as_of={DAY}" in page.url

    open_page(page, fresh.url("overview"))
    page.get_by_role("link", name="法制审核人员不足", exact=True).click()
    page.get_by_role("heading", name="短板清单", exact=True).wait_for()
    settle(page)
    rows = page.locator(".dudao-table tbody tr")
    assert rows.count() == 1
    rows.locator("td").nth(3).get_by_role("link").click()
    page.get_by_role("heading", name="出处", exact=True).wait_for()
    settle(page)
    assert defects(page) == []
    page.locator(".dudao-table tbody a").first.click()
    page.get_by_role("heading", name="原表出处").wait_for()
    settle(page)
    facts = page.locator(".dudao-table tbody td").all_inner_texts()
    assert facts[:2] == ["文物中心.xlsx", "法制审核人员配备表"]
    marked = page.locator(".dudao-marked")
    assert re.fullmatch(r"[AB]4", facts[2])
    assert marked.all_inner_texts() == [{"A4": "25", "B4": "1"}[facts[2]]]
    assert defects(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="下载原文件").click()
    assert download.value.suggested_filename == "文物中心.xlsx"
    saved = tmp_path / "saved.xlsx"
    download.value.save_as(saved)
    assert saved.read_bytes() == path.read_bytes()
    assert traffic.failures == []
    assert traffic.hosts <= {"localhost", "127.0.0.1"}


def test_an_updated_sheet_changes_the_open_page(fresh, page, tmp_path):
    drop(sheet(tmp_path, "质监所.xlsx", "市旅游质监所", 40, 1), fresh)
    open_page(page, fresh.url("reviewers"))
    row = row_of(page, "市旅游质监所")
    row.filter(has_text="2.5%").wait_for()
    dropped = drop(sheet(tmp_path, "质监所.xlsx", "市旅游质监所", 40, 2), fresh)
    assert seconds_until(row.filter(has_text="达到"), dropped) <= 5


def test_a_file_on_the_upload_page_is_taken_like_one_in_the_inbox(fresh, page, tmp_path):
    other = page.context.new_page()
    open_page(other, fresh.url("reviewers"))
    open_page(page, fresh.url("submissions"))
    path = sheet(tmp_path, "支队.xlsx", "市执法支队", 60, 2)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
    uploaded = time.monotonic()
    page.get_by_test_id("stAlertContentSuccess").filter(has_text="支队.xlsx").wait_for()
    took = seconds_until(row_of(other, "市执法支队").filter(has_text="3.33%"), uploaded)
    assert took <= PROMISED_SECONDS
    listed = page.locator(".dudao-table tbody tr").filter(has_text="支队.xlsx")
    listed.filter(has_text="已接收").wait_for()
    settle(page)
    assert defects(page) == []
    assert (fresh.workspace / "inbox" / "支队.xlsx").read_bytes() == path.read_bytes()
    other.close()


def test_a_file_that_cannot_be_read_is_refused_in_chinese(fresh, page, tmp_path):
    path = tmp_path / "坏文件.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook at all")
    drop(path, fresh)
    open_page(page, fresh.url("submissions"))
    listed = page.locator(".dudao-table tbody tr").filter(has_text="坏文件.xlsx")
    listed.filter(has_text="未能接收").wait_for()
    listed.get_by_role("link").click()
    reason = page.get_by_test_id("stAlertContentError")
    reason.wait_for()
    settle(page)
    assert not [one for one in defects(page) if not one.startswith("error:")]


def test_the_meeting_stays_and_offers_new_data(fresh, page, tmp_path):
    open_page(page, fresh.url("meeting", as_of=DAY))
    resize(page, (1366, 768))
    number = 1
    while "法制审核人员" not in page.locator("h1").inner_text():
        number += 1
        turn(page, "ArrowRight", number)
    shown = page.locator(".dudao-slide")
    before = shown.inner_text()
    drop(sheet(tmp_path, "市场中心.xlsx", "市体育市场中心", 100, 1), fresh)
    offer = page.get_by_role("button", name="有新数据")
    offer.wait_for()
    settle(page)
    assert shown.inner_text() == before
    assert misfits(page) + defects(page) == []
    turn(page, "ArrowLeft", number - 1)
    turn(page, "ArrowRight", number)
    assert shown.inner_text() == before
    offer.click()
    shown.filter(has_text="缺 4 人").wait_for()
    offer.wait_for(state="hidden")
