"""Streamlit's own words in Chinese: it has no translation, so the page gets one on its way out.

A middleware sets ``lang``, the title and one script in the HTML that Streamlit serves; the
script replaces the few English texts of uploader, menus and dialogs as they appear.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.texts import catalogue

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_SCRIPT_PATH = "/dudao/localise.js"
_BASE = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('./',location.href).href}</script>"
"""Where the server is. Streamlit would look for it below the page's own address first, and
each page would begin with two requests that fail."""
_WITHOUT_SCRIPTS = re.compile(b"<noscript>.*?</noscript>", re.DOTALL)
_CONDITIONAL = (b"accept-encoding", b"if-none-match", b"if-modified-since")


class LocaliseMiddleware:
    """Rewrites HTML pages on their way out; everything else passes untouched."""

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or "." in scope["path"].rsplit("/", 1)[-1]:
            await self.app(scope, receive, send)
            return
        headers = [(k, v) for k, v in scope["headers"] if k.lower() not in _CONDITIONAL]
        started: list[Message] = []
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                if not _is_html(message):
                    await send(message)
                else:
                    started.append(message)
            elif not started:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await _send_html(started[0], bytes(body), send)

        await self.app({**scope, "headers": headers}, receive, collect)


def localise_route() -> Route:
    """The route that serves the script with its dictionary inside."""
    return Route(_SCRIPT_PATH, _serve_script)


async def _serve_script(request: Request) -> Response:  # noqa: ARG001 - starlette's signature
    return Response(_script(), media_type="application/javascript")


@cache
def _script() -> str:
    words = {
        texts["en"]: texts["zh"]
        for key, texts in catalogue().items()
        if key.startswith("streamlit.")
    }
    template = Path(__file__).with_name("localise.js").read_text(encoding="utf-8")
    return template.replace("__WORDS__", json.dumps(words, ensure_ascii=False))


def _is_html(message: Message) -> bool:
    types = [v for k, v in message["headers"] if k.lower() == b"content-type"]
    return any(value.startswith(b"text/html") for value in types)


async def _send_html(start: Message, body: bytes, send: Send) -> None:
    title = catalogue()["ui.product"]["zh"]
    needs = f"<noscript>{catalogue()['ui.needs_scripts']['zh']}</noscript>"
    script = f'{_BASE}<script src=".{_SCRIPT_PATH}"></script></head>'
    changed = (
        _WITHOUT_SCRIPTS.sub(needs.encode(), body, count=1)
        .replace(b'<html lang="en">', b'<html lang="zh-CN">', 1)
        .replace(b"<title>Streamlit</title>", f"<title>{title}</title>".encode(), 1)
        .replace(b"</head>", script.encode(), 1)
    )
    dropped = (b"content-length", b"etag", b"last-modified")
    headers = [(k, v) for k, v in start["headers"] if k.lower() not in dropped]
    headers.append((b"content-length", str(len(changed)).encode()))
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": changed})
