"""Streamlit's HTML goes out in Chinese, everything else untouched."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from dashboard.ui.localise import LocaliseMiddleware, localise_route

PAGE = '<html lang="en"><head><title>Streamlit</title></head><body>x</body></html>'


class Answer:
    def __init__(self, messages):
        self.headers = {k.decode(): v.decode() for k, v in messages[0]["headers"]}
        self.content = b"".join(one.get("body", b"") for one in messages[1:])
        self.text = self.content.decode()


def run(coroutine):
    """In a thread of its own: a browser started by another test keeps a loop in this one."""
    with ThreadPoolExecutor(1) as other:
        other.submit(asyncio.run, coroutine).result()


class Client:
    """Calls an ASGI application without a server."""

    def __init__(self, app):
        self.app = app

    def get(self, path, headers=()):
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "root_path": "",
            "query_string": b"",
            "headers": [(k.encode(), v.encode()) for k, v in dict(headers).items()],
        }
        messages = []

        async def receive():
            return {"type": "http.request"}

        async def send(message):
            messages.append(message)

        run(self.app(scope, receive, send))
        return Answer(messages)


@pytest.fixture
def client():
    async def page(request):
        assert "if-none-match" not in request.headers
        return HTMLResponse(PAGE, headers={"etag": "old"})

    async def text(request):
        return PlainTextResponse('<html lang="en">')

    routes = [Route("/", page), Route("/reviewers", page), Route("/health", text), localise_route()]
    app = Starlette(routes=routes)
    app.add_middleware(LocaliseMiddleware)
    return Client(app)


@pytest.mark.parametrize("path", ["/", "/reviewers"])
def test_a_page_says_its_language_and_loads_the_script(client, path):
    answer = client.get(path, headers={"if-none-match": "old"})
    assert '<html lang="zh-CN">' in answer.text
    assert "<title>督导看板</title>" in answer.text
    assert '<script src="./dudao/localise.js"></script></head>' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "etag" not in answer.headers


def test_what_is_no_page_passes_untouched(client):
    assert client.get("/health").text == '<html lang="en">'


def test_the_script_brings_its_dictionary(client):
    script = client.get("/dudao/localise.js").text
    assert '"Browse files": "选择文件"' in script
    assert "__WORDS__" not in script


def test_other_protocols_pass_untouched():
    seen = []

    async def app(scope, receive, send):
        seen.append(scope["type"])

    run(LocaliseMiddleware(app)({"type": "lifespan"}, None, None))
    assert seen == ["lifespan"]
