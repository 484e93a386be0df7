"""Saves a picture of every page in both sizes: ``python -m tests.browser.screenshots DIR``.

For people who look pages over, and for the picture in README.md.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.pages import PAGES
from tests.browser.browsing import SIZES, Server, chromium, open_page, serving
from tests.browser.defects import resize

UNIT = "漯河市文物保护中心"
MORE_VIEWS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("overview-summer", "overview", {"as_of": "2021-08-11"}),
    ("shortfalls-summer", "shortfalls", {"as_of": "2021-08-11"}),
    ("unit-one", "unit", {"as_of": "2021-08-11", "unit": UNIT}),
    ("evidence-summer", "evidence", {"as_of": "2021-08-11"}),
    ("submissions-one", "submissions", {"submission": 20}),
)
LONGEST = 3_000
"""CSS pixels; a picture of a whole page is cut there."""


def main(folder: Path) -> None:
    """Start a demo and a browser, and save one picture a view and size into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "demo").mkdir()
        with (
            serving(Path(place) / "demo", "demo") as server,
            chromium(Path(place) / "profile") as context,
        ):
            page = context.new_page()
            for name, address in views(server):
                open_page(page, address)
                save(page, folder, name)
            for number, address in slides(page, server):
                open_page(page, address)
                save(page, folder, f"meeting-{number}")
            save_details(page, server, folder)


def views(server: Server) -> Iterator[tuple[str, str]]:
    """Every page as it opens by itself, and some with choices; the name of each picture."""
    for one in PAGES:
        if one.section and one.slug != "meeting":
            yield one.slug, server.url(one.slug)
    for name, slug, choices in MORE_VIEWS:
        yield name, server.url(slug, **choices)


def slides(page: Any, server: Server) -> Iterator[tuple[int, str]]:
    """The slides of the meeting."""
    open_page(page, server.url("meeting"))
    foot = page.locator(".dudao-slide-foot").inner_text()
    total = int(foot.split("共")[1].split("屏")[0])
    for number in range(1, total + 1):
        yield number, server.url("meeting", slide=number)


def save_details(page: Any, server: Server, folder: Path) -> None:
    """The page of one shortfall, and that of the cell it came from."""
    open_page(page, server.url("shortfalls", rule="reviewer_ratio"))
    href = page.locator(".dudao-table tbody td").nth(3).locator("a").get_attribute("href")
    open_page(page, server.address + href.removeprefix("."))
    save(page, folder, "shortfall-detail")
    href = page.locator(".dudao-table tbody a").first.get_attribute("href")
    open_page(page, server.address + href.removeprefix("."))
    save(page, folder, "source")


def save(page: Any, folder: Path, name: str) -> None:
    """A picture of what each screen shows at once, and one of the whole page."""
    for width, height in SIZES:
        resize(page, (width, height))
        page.screenshot(path=folder / f"{name}-{width}x{height}.png")
    main = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
    resize(page, (SIZES[1][0], min(page.evaluate(main), LONGEST)))
    page.screenshot(path=folder / f"{name}-whole.png")
    resize(page, SIZES[0])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.browser.screenshots DIR")
    main(Path(sys.argv[1]))
