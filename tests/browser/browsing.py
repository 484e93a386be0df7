"""A real Chromium on a real server: starting both, waiting for a page, reading what it shows."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

SIZES = ((1920, 1080), (1366, 768))
"""The meeting room's screen, and the smallest one in the offices."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
STARTED_SECONDS = 90
SETTLED_MS = 45_000
"""Long, for a machine that has much else to do; on an idle one a page takes a second."""

_SETTLED = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testConnectionState !== 'CONNECTED') return false;
  const main = document.querySelector('[data-testid="stMain"]');
  if (!main || !main.querySelector('h1')) return false;
  if (document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')) return false;
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  if (!charts.every((one) => one.querySelector('.main-svg'))) return false;
  return app.dataset.testScriptState === 'notRunning';
}
"""


@dataclass(frozen=True)
class Server:
    """A dashboard that answers, and the folder it works in."""

    address: str
    workspace: Path

    def url(self, slug: str, **choices: object) -> str:
        """The address of a page as a person would send it to another."""
        path = "" if slug == "overview" else slug
        return f"{self.address}/{path}" + (f"?{urlencode(choices)}" if choices else "")


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[Server]:
    """Run ``dudao`` with those arguments until the block ends; ``folder`` is its own.

    AssertionError with all it said where it does not answer."""
    tool = Path(sys.executable).with_name("dudao")
    log = folder / "dudao.log"
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = os.environ | {"TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    environment.pop("DUDAO_WORKSPACE", None)
    command = [str(tool), *arguments, "--no-browser", "--port", str(_free_port())]
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, cwd=folder, env=environment, text=True
        )
    try:
        yield Server(_address(process, log), _workspace(folder))
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _address(process: subprocess.Popen[str], log: Path) -> str:
    """The line that is promised: the address alone, once the server answers."""
    assert process.stdout is not None
    heard = []
    for line in process.stdout:
        heard.append(line)
        if line.startswith("http://localhost:"):
            return line.strip()
    raise AssertionError("".join(heard) + log.read_text(encoding="utf-8"))


def _workspace(folder: Path) -> Path:
    """The workspace that the server made: a demo's own, or ``data`` in its folder."""
    made = [*folder.glob("temporary/dudao-demo-*"), folder / "data"]
    return made[0]


@contextmanager
def chromium(profile: Path) -> Iterator[Any]:
    """A browser context in a fresh profile; Debian's browser, no other."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium")
    assert found, "Debian's package chromium is missing"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=found,
            args=list(ARGUMENTS),
            viewport={"width": SIZES[0][0], "height": SIZES[0][1]},
            locale="zh-CN",
            accept_downloads=True,
        )
        context.set_default_timeout(SETTLED_MS)
        yield context
        context.close()


def settle(page: Any) -> None:
    """Wait until the page has run and everything on it is drawn.

    AssertionError with what stands on it where that does not come."""
    from playwright.sync_api import TimeoutError as NotInTime

    try:
        page.wait_for_function(_SETTLED, timeout=SETTLED_MS, polling=50)
    except NotInTime:
        raise AssertionError(f"{page.url} does not settle: {page.inner_text('body')}") from None


def open_page(page: Any, address: str) -> None:
    """Go to an address and wait until it stands."""
    page.goto(address, wait_until="commit")
    settle(page)


def downloaded(page: Any, label: str) -> Any:
    """What a button of that label gives. It is pressed once more where nothing comes, as
    anybody would: a press meets nothing while the page is drawn anew."""
    from playwright.sync_api import TimeoutError as NotInTime

    button = page.get_by_role("button", name=label)
    try:
        with page.expect_download(timeout=15_000) as found:
            button.click()
    except NotInTime:
        settle(page)
        with page.expect_download() as found:
            button.click()
    return found.value


class Traffic:
    """Everything a page asked for, and everything that went wrong with it."""

    def __init__(self, page: Any) -> None:
        self.hosts: set[str] = set()
        self.failures: list[str] = []
        page.on("request", self._request)
        page.on("websocket", lambda one: self.hosts.add(urlsplit(one.url).hostname or ""))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.failures.append(f"error: {error}"))

    def _request(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob"):
            self.hosts.add(parts.hostname or "")

    def _failed(self, request: Any) -> None:
        # A page that is left takes back what it still had asked for.
        if request.failure != "net::ERR_ABORTED":
            self.failures.append(f"{request.failure}: {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status}: {response.url}")

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.failures.append(f"console: {message.text} {message.location}")
