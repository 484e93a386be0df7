"""``dudao run``: the dashboard on a workspace, taking in whatever is dropped."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
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
    """接收收件箱并打开看板；运行期间放入收件箱的表格会自动接收。"""
    from dashboard.ingest import ingest

    target = workspace(context, where).create()
    free = free_port(host, port)
    with output.progress_bar("接收") as progress:
        made = ingest(target, progress=progress)
    for one in made:
        if not one.known:
            print_outcome(one)
    output.line(f"请把各单位报来的表格放进收件箱：{target.inbox.resolve()}")
    return open_dashboard(target, host, free, open_browser=not no_browser)


def open_dashboard(target: Workspace, host: str, port: int, *, open_browser: bool) -> int:
    """Serve the dashboard until it is stopped; its address is printed once it answers."""
    from dashboard.ui.server import serve

    output.line("看板运行期间请不要关闭这个窗口；按 Ctrl+C 结束。")
    with contextlib.suppress(KeyboardInterrupt):
        serve(target, host, port, open_browser=open_browser)
    return 0


def free_port(host: str, wanted: int | None) -> int:
    """The port asked for, else the first free one from 8501 on.

    Raises DudaoError where the one asked for is taken, none is free, or the address is none of
    this machine's."""
    if wanted is not None:
        if not _is_free(host, wanted):
            raise DudaoError(f"端口 {wanted} 已被占用，请用 --port 换一个。")
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED):
        if _is_free(host, port):
            return port
    raise DudaoError(f"从 {FIRST_PORT} 起的 {_PORTS_TRIED} 个端口都被占用，请用 --port 指定一个。")


def _is_free(host: str, port: int) -> bool:
    try:
        _bind(host, port)
    except socket.gaierror as error:
        raise DudaoError(f"找不到地址 {host}，请检查 --host。") from error
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise DudaoError(f"{host} 不是这台电脑的地址，请检查 --host。") from error
        if error.errno == errno.EACCES and sys.platform != "win32":
            raise DudaoError(f"没有权限使用端口 {port}，请用 --port 换一个。") from error
        # Windows says EACCES of a port that another program holds for itself alone.
        return False
    return True


def _bind(host: str, port: int) -> None:
    """Take the port for a moment. Raises OSError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
