"""No English word in what appears only when somebody does something."""

from __future__ import annotations

import pytest

from tests.browser.browsing import open_page, serving, settle
from tests.browser.words import english_words, visible_texts

pytestmark = pytest.mark.browser

TRIES, TRY_MS = 20, 2_000
MEGABYTE = 1024 * 1024


def point_at(page, plot) -> None:
    """Move the pointer onto a point of the plot until it says what that is.

    A plot that is drawn once more, as on a busy machine it may be well after the page stands,
    leaves the pointer where no point is any more: then it is moved there anew."""
    from playwright.sync_api import TimeoutError as NotInTime

    point = plot.locator(".point path, path.point").last
    said = plot.locator(".hoverlayer text").first
    for _ in range(TRIES):
        plot.scroll_into_view_if_needed()
        box = point.bounding_box()
        page.mouse.move(0, 0)
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
        try:
            said.wait_for(timeout=TRY_MS)
        except NotInTime:
            continue
        return
    raise AssertionError(f"nothing is said at {box}")


def test_words_are_found_where_there_are_any(demo, page):
    open_page(page, demo.url("unit"))
    page.evaluate(
        """() => {
          const more = document.createElement('p');
          more.innerHTML = '<b title="No results">2021年6月.xlsx</b> Rows shown';
          document.querySelector('[data-testid="stMain"] h1').append(more);
        }"""
    )
    # The page's own script translates what Streamlit says, and leaves alone what it does not know.
    assert english_words(page) == ["Rows shown"]
    assert "没有符合的选项" in visible_texts(page)


def test_the_day_asked_for_and_refused(demo, page):
    open_page(page, demo.url("unit"))
    day = page.get_by_label("统计截止日", exact=True)
    day.fill("June")
    page.get_by_text("按回车键生效").wait_for()
    assert english_words(page) == ["June"]
    day.press("Enter")
    page.get_by_test_id("stAlertContentError").wait_for()
    day.fill("2021-06-31")
    day.press("Enter")
    page.get_by_text("“2021-06-31”不是日期").wait_for()
    page.get_by_test_id("stTooltipHoverTarget").first.hover()
    page.get_by_test_id("stTooltipContent").first.wait_for()
    settle(page)
    assert english_words(page) == []


def test_a_list_to_choose_from(demo, page):
    open_page(page, demo.url("shortfalls"))
    for one in page.get_by_test_id("stSelectbox").all():
        one.locator("input").click()
        page.get_by_role("option").first.wait_for()
        assert english_words(page) == []
        page.keyboard.type("没有的")
        page.get_by_text("没有符合的选项").wait_for()
        assert english_words(page) == []
        page.keyboard.press("Escape")
    page.get_by_label("搜索").fill("案卷")
    assert english_words(page) == []


def test_what_folds_open(demo, page):
    for address in (
        demo.url("rules"),
        demo.url("shortfalls", rule="report_stale", item="宣传报道"),
        demo.url("submissions", submission=20),
    ):
        open_page(page, address)
        for one in page.get_by_test_id("stMain").locator("details").all()[:3]:
            one.locator("summary").click()
            one.locator("summary + *").first.wait_for()
        settle(page)
        page.get_by_test_id("stMain").locator("pre, table").first.hover()
        assert english_words(page) == []


def test_a_plot_under_the_pointer(demo, page):
    open_page(page, demo.url("cases", as_of="2021-12-31"))
    for plot in page.get_by_test_id("stPlotlyChart").all():
        point_at(page, plot)
        assert english_words(page) == []


def test_pages_of_a_long_list(demo, page):
    open_page(page, demo.url("submissions"))
    page.get_by_role("button", name="下一页").first.click()
    page.get_by_text("第 21–40 行").first.wait_for()
    settle(page)
    assert english_words(page) == []


def test_an_upload_that_is_too_large(demo, page, tmp_path):
    large = tmp_path / "大.xlsx"
    with large.open("wb") as file:
        file.truncate(51 * MEGABYTE)
    open_page(page, demo.url("submissions"))
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(large)
    chip = page.get_by_test_id("stFileChip")
    chip.wait_for()
    assert "文件超过" in chip.inner_text()
    chip.hover()
    page.get_by_test_id("stTooltipErrorContent").wait_for()
    assert english_words(page) == []


def test_an_address_that_names_no_page_or_nothing_there_is(demo, page):
    page.goto(f"{demo.address}/nothing")
    page.get_by_role("dialog").wait_for()
    assert english_words(page) == []
    open_page(page, demo.url("overview", unit="没有的单位", area="没有的任务"))
    assert "不存在" in page.inner_text("body")
    open_page(page, demo.url("source", submission=99999))
    assert english_words(page) == []


def test_a_server_that_has_gone(page, tmp_path):
    with serving(tmp_path, "run") as server:
        open_page(page, server.url("submissions"))
    page.get_by_role("dialog").wait_for()
    page.get_by_text("请确认 dudao 仍在运行").wait_for()
    assert english_words(page) == []
    assert "streamlit" not in page.inner_text("body").lower()
