"""Every page as people see it: nothing fails, nothing is English, everything fits."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.pages import PAGES
from dashboard.texts import catalogue
from tests.browser.browsing import SIZES, open_page, settle
from tests.browser.defects import defects, resize

pytestmark = pytest.mark.browser

UNIT, SHORT = "漯河市文物保护中心", "市文物中心"
VIEWS = [
    *((one.slug, {}) for one in PAGES),
    ("shortfalls", {"rule": "task_overdue"}),
    ("submissions", {"submission": 4}),
    ("submissions", {"result": "refused"}),
    ("submissions", {"problem": "error_cell"}),
    ("unit", {"unit": UNIT}),
    ("tasks", {"area": "行政执法严格规范公正文明"}),
]
DAYS = (
    {"as_of": "2021-05-28"},
    {"as_of": "2021-06-30"},
    {"as_of": "2021-08-11"},
    {"as_of": "2021-12-31", "unit": UNIT},
)


def title(slug: str, language: str = "zh") -> str:
    """What a page is called."""
    return catalogue()[f"ui.page_{slug}"][language]


def follow(page, slug: str) -> None:
    """Click on a page in the sidebar and wait until it stands."""
    path = "" if slug == "overview" else slug
    page.get_by_test_id("stSidebar").get_by_role("link", name=title(slug), exact=True).click()
    page.wait_for_url(lambda address: urlsplit(address).path.strip("/") == path)
    settle(page)


@pytest.mark.parametrize(("slug", "choices"), VIEWS)
def test_a_page_is_whole_in_chinese_and_asks_this_machine_alone(demo, page, traffic, slug, choices):
    open_page(page, demo.url(slug, **choices))
    for size in SIZES:
        resize(page, size)
        assert defects(page) == [], size
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert traffic.failures == []
    assert traffic.hosts <= {"localhost", "127.0.0.1"}


@pytest.mark.parametrize("choices", DAYS, ids=lambda one: "-".join(one.values()))
def test_every_page_is_whole_on_that_day(demo, page, traffic, choices):
    open_page(page, demo.url("overview", **choices))
    wrong = {}
    for slug in (one.slug for one in PAGES if one.section and one.slug != "meeting"):
        follow(page, slug)
        asked = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
        assert choices.items() <= asked.items()
        for size in SIZES:
            resize(page, size)
            if found := defects(page):
                wrong[slug, size] = found
    assert wrong == {}
    assert traffic.failures == []


def test_the_address_always_holds_the_day(demo, page):
    for slug in ("overview", "tasks", "meeting"):
        open_page(page, demo.url(slug))
        assert parse_qs(urlsplit(page.url).query)["as_of"] == ["2021-12-31"]


def test_a_link_opens_the_same_view(demo, page, browser):
    open_page(page, demo.url("shortfalls", as_of="2021-08-11", unit=UNIT, severity="red"))
    other = browser.new_page()
    open_page(other, page.url)
    assert other.url == page.url
    assert other.get_by_label("统计截止日", exact=True).input_value() == "2021-08-11"
    main = other.get_by_test_id("stMain").inner_text()
    assert main == page.get_by_test_id("stMain").inner_text()
    assert "市文物中心" in main
    other.close()


def test_a_choice_in_the_sidebar_is_in_the_address(demo, page):
    open_page(page, demo.url("tasks", as_of="2021-12-31"))
    page.get_by_role("button", name="前一周").click()
    page.wait_for_url("**/tasks?as_of=2021-12-24")
    settle(page)
    page.get_by_test_id("stSidebar").get_by_test_id("stSelectbox").locator("input").click()
    page.get_by_role("option", name=f"{SHORT} · {UNIT}", exact=True).click()
    page.wait_for_function("new URLSearchParams(location.search).has('unit')")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"as_of": ["2021-12-24"], "unit": [UNIT]}


def test_the_switch_turns_everything_to_english_and_back(demo, page):
    open_page(page, demo.url("submissions", as_of="2021-12-31"))
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name=title("submissions", "en"), exact=True).wait_for()
    page.wait_for_function("document.documentElement.lang === 'en'")
    settle(page)
    assert "50MB per file" in page.get_by_test_id("stFileUploader").inner_text()
    page.get_by_role("button", name="中文").click()
    page.get_by_role("heading", name=title("submissions"), exact=True).wait_for()
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    settle(page)
    assert defects(page) == []
