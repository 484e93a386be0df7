"""``dudao run``: the dashboard on a workspace, taking in whatever is dropped."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING

import typer

from dashboard.cli import output
from dashboard.cli.ingest import print_outcome
from dashboard.cli.options import Host, NoBrowser, Port, WorkspaceOption, workspace
from dashboard.errors import DudaoError

if TYPE_CHECKING:
    from dashboard.workspace import Workspace

FIRST_PORT = 8501
_PORTS_TRIED = 50


def run(
    context: typer.Context,
    where: WorkspaceOption = None,
    host: Host = "127.0.0.1",
    port: Port = None,
    no_browser: NoBrowser = False,
) -> int:
    """接收收件箱并打开看板;运行期间放入收件箱的表格会自动接收。"""
    from dashboard.ingest import ingest

    target = workspace(context, where).create()
    free = free_port(host, port)
    with output.progress_bar("接收") as progress:
        made = ingest(target, progress=progress)
    for one in made:
        if not one.known:
            print_outcome(one)
    output.line(f"请把各单位报来的表格放进收件箱:{target.inbox.resolve()}")
    return open_dashboard(target, host, free, open_browser=not no_browser)


def open_dashboard(target: Workspace, host: str, port: int, *, open_browser: bool) -> int:
    """Serve the dashboard until it is stopped; its address is printed once it answers."""
    from dashboard.ui.server import serve

    output.line("看板运行期间请不要关闭这个窗口;按 Ctrl+C 结束。")
    with contextlib.suppress(KeyboardInterrupt):
        serve(target, host, port, open_browser=open_browser)
    return 0


def free_port(host: str, wanted: int | None) -> int:
    """The port asked for, else the first free one from 8501 on.

    Raises DudaoError where the one asked for is taken, or none is free."""
    if wanted is not None:
        if not _is_free(host, wanted):
            raise DudaoError(f"端口 {wanted} 已被占用,请用 --port 换一个。")
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED):
        if _is_free(host, port):
            return port
    raise DudaoError(f"从 {FIRST_PORT} 起的 {_PORTS_TRIED} 个端口都被占用,请用 --port 指定一个。")


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror as error:
            raise DudaoError(f"地址 {host} 不存在:{error.strerror}。") from error
        except OSError:
            return False
    return True
