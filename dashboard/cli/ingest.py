"""``dudao ingest``: take in the inbox, or what is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli import output
from dashboard.cli.options import WorkspaceOption, workspace
from dashboard.errors import UsageError

if TYPE_CHECKING:
    from dashboard.ingest import Outcome

_STATUS = {"ok": "正常", "problems": "有问题", "refused": "拒收", "withdrawn": "已撤回"}


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="文件或文件夹；不写则接收收件箱。"),
    ] = None,
    where: WorkspaceOption = None,
) -> int:
    """接收收件箱（或指定的文件、文件夹）里的表格；有文件被拒收时退出码为 1。"""
    from dashboard.ingest import ingest as take_in
    from dashboard.ingest import named

    target = workspace(context, where)
    for path in paths or ():
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"找不到 {path}。")
    files = [one for path in paths for one in named(path, target.inbox)] if paths else None
    with output.progress_bar("接收") as progress:
        made = take_in(target, files, progress=progress, on_wait=_waiting)
    for one in made:
        print_outcome(one)
    if not made and not paths:
        output.note(f"收件箱是空的：{target.inbox.resolve()}")
    return 1 if any(one.status == "refused" for one in made) else 0


def print_outcome(one: Outcome) -> None:
    """The line of one file: what became of it, its name, how many rows, what to look at."""
    found = f"{one.rows} 行" if one.status != "refused" else ""
    counts = ((one.errors, "处错误"), (one.warnings, "处提醒"))
    looked = ",".join(f"{count} {what}" for count, what in counts if count)
    known = "此前已接收，未重复接收" if one.known and one.status != "withdrawn" else ""
    said = " ".join(filter(None, (one.reason or looked, known)))
    output.line("\t".join(filter(None, (_STATUS[one.status], output.shown(one.file), found, said))))


def _waiting() -> None:
    output.note("另一个程序正在写入这个工作区，等待它完成……")
