"""The web server: Streamlit's pages, the inbox watcher beside them, one process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import threading
import tomllib
import webbrowser
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.middleware import Middleware

from dashboard.shipped import shipped
from dashboard.ui import WORKSPACE_VARIABLE
from dashboard.ui.localise import LocaliseMiddleware, localise_route
from dashboard.ui.prose import prose
from dashboard.ui.registry import PAGES_FOLDER

if TYPE_CHECKING:
    from dashboard.workspace import Workspace

_log = logging.getLogger(__name__)
_MAIN = PAGES_FOLDER / "main.py"
_EVERYWHERE = ("0.0.0.0", "::")
"""All addresses of this machine: to be listened on, and not to be called."""


def serve(workspace: Workspace, host: str, port: int, *, open_browser: bool) -> None:
    """Serve the dashboard on a workspace until the process is asked to stop.

    Prints the address on a line of its own once it answers. Raises OSError where the port is
    taken."""
    os.environ[WORKSPACE_VARIABLE] = str(workspace.root.resolve())
    settings = _settings() | {"server.address": host, "server.port": port}
    address = _address(host, port)

    @contextlib.asynccontextmanager
    async def lifespan(app: st.App) -> AsyncIterator[None]:  # noqa: ARG001
        from dashboard.store.background import judge_ahead
        from dashboard.watch import watch

        stop = threading.Event()
        helpers = [
            threading.Thread(target=watch, args=(workspace, stop), daemon=True),
            threading.Thread(target=judge_ahead, args=(workspace.store, stop), daemon=True),
        ]
        for one in helpers:
            one.start()
        announcer = asyncio.create_task(_announce(host, port, address, open_browser))
        try:
            yield
        finally:
            announcer.cancel()
            stop.set()
            for one in helpers:
                await asyncio.to_thread(one.join, 10)

    app = st.App(
        _MAIN,
        lifespan=lifespan,
        routes=[localise_route()],
        middleware=[Middleware(LocaliseMiddleware)],
        on_script_error=_say_that_a_page_failed,
    )
    app.run(config=settings)


def _address(host: str, port: int) -> str:
    """The address to open in a browser of this machine."""
    if host in (*_EVERYWHERE, "127.0.0.1", "::1"):
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _say_that_a_page_failed(error: Exception) -> bool:
    """Log what went wrong, and say it in the page's language instead of Streamlit's box."""
    _log.error("page failed", exc_info=error)
    st.error(prose("ui.page_failed", error=str(error) or type(error).__name__))
    return True


async def _announce(host: str, port: int, address: str, open_browser: bool) -> None:
    """Say the address when the server answers, not before."""
    while True:
        try:
            _, writer = await asyncio.open_connection(None if host in _EVERYWHERE else host, port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            break
    print(address, flush=True)  # noqa: T201 - the promised line
    if open_browser:
        await asyncio.to_thread(webbrowser.open, address)


def _settings() -> dict[str, Any]:
    """The shipped ``.streamlit/config.toml`` as dotted options."""
    with shipped(".streamlit", "config.toml").open("rb") as file:
        sections = tomllib.load(file)
    return {
        f"{section}.{name}": value
        for section, options in sections.items()
        for name, value in options.items()
    }
