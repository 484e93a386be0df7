"""Slides as they stand on the screen of the meeting room: what does not fit, and turning them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from tests.browser.browsing import settle

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
  for (const one of document.querySelectorAll('button, a')) {
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
