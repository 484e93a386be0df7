"""``dudao rebuild``: the store anew from the archive."""

from __future__ import annotations

import typer

from dashboard.cli import output
from dashboard.cli.options import WorkspaceOption, existing


def rebuild(context: typer.Context, where: WorkspaceOption = None) -> int:
    """从存档重新生成数据库，内容不变。"""
    from dashboard.ingest import rebuild as anew

    target = existing(context, where)
    with output.progress_bar("重建") as progress:
        made = anew(target, progress=progress)
    output.line(f"已从存档重新生成数据库，共 {len(made)} 个文件。")
    return 0
