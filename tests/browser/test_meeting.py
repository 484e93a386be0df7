"""会议: on the screen of the meeting room everything fits, is large enough, and stays."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.browsing import SIZES, open_page, settle
from tests.browser.defects import defects, resize

pytestmark = pytest.mark.browser

BODY, FIGURE = 32, 96
"""CSS pixels that can be read at 5 metres."""

_MISFITS = """
([body, figure]) => {
  const found = [];
  const slide = document.querySelector('.dudao-slide');
  const main = document.querySelector('[data-testid="stMain"]');
  const scrolls = (one) => one.scrollHeight > one.clientHeight + 1;
  for (const one of [document.documentElement, document.body, main, slide]) {
    if (scrolls(one)) found.push(`scrolls: ${one.tagName} ${one.scrollHeight}`);
  }
  const room = slide.getBoundingClientRect();
  const foot = slide.querySelector('.dudao-slide-foot').getBoundingClientRect();
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    if (!text) continue;
    const holder = walker.currentNode.parentElement;
    const style = getComputedStyle(holder);
    const box = holder.getBoundingClientRect();
    const size = parseFloat(style.fontSize);
    const least = holder.matches('.dudao-figure-value') ? figure : body;
    if (size < least) found.push(`${size}px: ${text}`);
    if (box.bottom > room.bottom + 1 || box.right > innerWidth + 1 || box.left < 0) {
      found.push(`outside: ${text}`);
    }
    if (!holder.closest('.dudao-slide-foot') && box.bottom > foot.top + 1) {
      found.push(`over the foot: ${text}`);
    }
    if (style.overflowY !== 'visible' && scrolls(holder)) found.push(`cut off: ${text}`);
  }
  for (const one of document.querySelectorAll('button, .dudao-slide ~ * a, a')) {
    const box = one.getBoundingClientRect();
    if (box.height && (box.bottom > innerHeight || box.right > innerWidth)) {
      found.push(`outside: ${one.innerText}`);
    }
  }
  return found;
}
"""


def misfits(page) -> list[str]:
    """What is too small, cut off, or outside the screen."""
    return page.evaluate(_MISFITS, [BODY, FIGURE])


def slide(page) -> int:
    """The slide that the address names."""
    return int(parse_qs(urlsplit(page.url).query).get("slide", ["1"])[0])


def turn(page, key: str, number: int) -> None:
    """Press a key and wait for the slide it should lead to."""
    page.keyboard.press(key)
    place = f"第 {number} 屏"
    page.locator(".dudao-slide-foot").filter(has_text=place).wait_for()
    settle(page)


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
