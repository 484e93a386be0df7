"""One browser and one demo for all tests of a process; pages are opened anew for each."""

from __future__ import annotations

import importlib.util
import shutil

import pytest

from tests.browser.browsing import SIZES, Traffic, chromium, serving


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Debian's Chromium with a profile of its own."""
    if not shutil.which("chromium") or importlib.util.find_spec("playwright") is None:
        pytest.skip("for want of Debian's chromium, or of playwright")
    with chromium(tmp_path_factory.mktemp("profile")) as context:
        yield context


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The dashboard on the sample season."""
    with serving(tmp_path_factory.mktemp("demo"), "demo") as server:
        yield server


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """The dashboard in a folder where nothing was, started as README says."""
    with serving(tmp_path_factory.mktemp("fresh"), "run") as server:
        yield server


@pytest.fixture
def page(browser):
    """A page of the browser, as large as the meeting room's screen."""
    opened = browser.new_page()
    opened.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    yield opened
    opened.close()


@pytest.fixture
def traffic(page):
    """What the page asks for from now on."""
    return Traffic(page)
