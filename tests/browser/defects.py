"""What may be wrong with a page that a person has in front of them."""

from __future__ import annotations

from typing import Any

from tests.browser.words import english_words

_DEFECTS = """
() => {
  const found = [];
  const boxes = '[data-testid="stException"], [data-testid="stAlertContentError"]';
  for (const one of document.querySelectorAll(boxes)) found.push(`error: ${one.innerText}`);
  const wider = (one) => one && one.scrollWidth > one.clientWidth + 1;
  if (wider(document.documentElement)) found.push('the page is wider than the window');
  if (wider(document.querySelector('[data-testid="stMain"]'))) found.push('sideways scrolling');
  for (const one of document.querySelectorAll('.dudao-scroll')) {
    const heading = one.querySelector('th');
    if (wider(one)) found.push(`a table is too wide: ${heading ? heading.innerText : ''}`);
  }
  const cut = '.dudao-card-value, .dudao-card-label, .dudao-badge, h1, h2, h3, button p';
  for (const one of document.querySelectorAll(cut)) {
    if (wider(one) && getComputedStyle(one).display !== 'inline') {
      found.push(`cut off: ${one.innerText}`);
    }
  }
  return found;
}
"""


def resize(page: Any, size: tuple[int, int]) -> None:
    """Give the window another size and let everything find its place."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")  # plots draw once more


def defects(page: Any) -> list[str]:
    """Error boxes, English words, and what does not fit into the window."""
    words = [f"English: {one}" for one in english_words(page)]
    return [*(str(one) for one in page.evaluate(_DEFECTS)), *words]
