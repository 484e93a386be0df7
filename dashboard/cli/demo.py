"""``dudao demo``: the dashboard on the sample season."""

from __future__ import annotations

import tempfile
from pathlib import Path

from dashboard.cli import output
from dashboard.cli.options import Host, NoBrowser, Port
from dashboard.cli.run import free_port, open_dashboard
from dashboard.workspace import Workspace


def demo(host: Host = "127.0.0.1", port: Port = None, no_browser: NoBrowser = False) -> int:
    """用自带的一季样例表格建一个临时工作区，并打开看板。"""
    from dashboard.sample import take_in_sample

    free = free_port(host, port)
    with tempfile.TemporaryDirectory(prefix="dudao-demo-", ignore_cleanup_errors=True) as folder:
        target = Workspace(Path(folder))
        with output.progress_bar("接收样例") as progress:
            made = take_in_sample(target, progress=progress)
        output.line(f"已接收 {len(made)} 个样例表格，临时工作区：{target.root}")
        output.line(f"把表格放进收件箱即可看到变化：{target.inbox}")
        return open_dashboard(target, host, free, open_browser=not no_browser)
