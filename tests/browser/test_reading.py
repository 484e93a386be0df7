"""Long tables on the screen and on paper."""

from __future__ import annotations

import pytest

from tests.browser.browsing import SIZES, open_page
from tests.browser.defects import resize

pytestmark = pytest.mark.browser

DAY = {"as_of": "2021-08-11"}


@pytest.mark.parametrize("slug", ["shortfalls", "tasks"])
def test_the_headings_of_a_long_table_stay_in_view(demo, page, slug):
    open_page(page, demo.url(slug, **DAY))
    resize(page, SIZES[1])
    last = page.locator(".dudao-table").first.locator("tbody tr").last
    last.scroll_into_view_if_needed()
    heading = page.locator(".dudao-table th").first.bounding_box()
    assert 0 <= heading["y"] <= 1
    assert last.bounding_box()["y"] > heading["height"]


def test_paper_has_the_whole_table_its_day_and_no_sidebar(demo, page):
    open_page(page, demo.url("shortfalls", **DAY))
    head = page.locator(".dudao-print")
    assert not head.is_visible()
    page.emulate_media(media="print")
    assert head.inner_text() == "督导看板　统计截止日：2021-08-11　单位：全部单位"
    assert not page.get_by_test_id("stSidebar").is_visible()
    assert not page.get_by_role("button", name="导出 Excel").is_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(one) => one.clientHeight >= one.scrollHeight")
    page.emulate_media(media="screen")


def test_a_key_figure_leads_to_its_rows_further_down(demo, page):
    open_page(page, demo.url("cases", **DAY))
    page.locator(".dudao-card").filter(has_text="错案").click()
    heading = page.get_by_role("heading", name="错案与责任追究", exact=True)
    page.wait_for_function("location.hash === '#wrong-cases'")
    page.wait_for_function(
        "(one) => { const y = one.getBoundingClientRect().y; return y >= 0 && y < innerHeight; }",
        arg=heading.element_handle(),
    )
    assert "as_of=2021-08-11" in page.url
