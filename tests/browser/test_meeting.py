"""会议: on the screen of the meeting room everything fits, is large enough, and stays."""

from __future__ import annotations

import pytest

from tests.browser.browsing import SIZES, open_page
from tests.browser.defects import defects, resize
from tests.browser.slides import misfits, slide, turn

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("day", ["2021-06-30", "2021-08-11", "2021-12-31"])
def test_every_slide_fits_both_screens(demo, page, traffic, day):
    open_page(page, demo.url("meeting", as_of=day))
    total = int(page.locator(".dudao-slide-foot").inner_text().split("共")[1].split("屏")[0])
    assert total >= 6
    wrong = {}
    for number in range(1, total + 1):
        if number > 1:
            turn(page, "ArrowRight", number)
        for size in SIZES:
            resize(page, size)
            if found := misfits(page) + defects(page):
                wrong[number, size] = found
        assert day in page.locator(".dudao-slide-head").inner_text()
        assert page.locator(".dudao-slide-table tr").count() <= 8
    assert wrong == {}
    assert traffic.failures == []


def test_keys_turn_the_slides(demo, page):
    open_page(page, demo.url("meeting", as_of="2021-12-31"))
    first = page.locator("h1").inner_text()
    turn(page, "ArrowRight", 2)
    assert slide(page) == 2
    assert page.locator("h1").inner_text() != first
    turn(page, "ArrowRight", 3)
    turn(page, "ArrowLeft", 2)
    turn(page, "Home", 1)
    assert slide(page) == 1
    assert page.locator("h1").inner_text() == first


def test_nothing_but_the_slide_is_on_the_screen(demo, page):
    open_page(page, demo.url("meeting"))
    assert not page.get_by_test_id("stSidebar").is_visible()
    assert not page.get_by_test_id("stHeader").is_visible()
    page.get_by_role("link", name="退出会议").click()
    page.get_by_role("heading", name="短板清单", exact=True).wait_for()
