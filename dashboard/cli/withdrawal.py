"""``dudao withdraw`` and ``dudao restore``: a wrong submission counts no longer, or again."""

from __future__ import annotations

from typing import Annotated

import typer

from dashboard.cli import output
from dashboard.cli.options import WorkspaceOption, existing
from dashboard.errors import UsageError


def number(text: str) -> int:
    """The number of a submission as typed."""
    if text.isascii() and text.isdigit():
        return int(text)
    raise UsageError(f"“{text}”不是报送编号，请写数字。")


Number = Annotated[int, typer.Argument(metavar="ID", parser=number, help="报送编号。")]


def withdraw(
    context: typer.Context,
    submission_id: Number,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="为什么撤回。")],
    where: WorkspaceOption = None,
) -> int:
    """撤回一次报送：不再计入，原件和记录都保留。"""
    from dashboard.ingest import actions

    actions.withdraw(existing(context, where), submission_id, why)
    output.line(f"已撤回第 {submission_id} 号报送。")
    return 0


def restore(
    context: typer.Context,
    submission_id: Number,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="为什么恢复。")] = None,
    where: WorkspaceOption = None,
) -> int:
    """恢复一次已撤回的报送，重新计入。"""
    from dashboard.ingest import actions

    actions.restore(existing(context, where), submission_id, why)
    output.line(f"已恢复第 {submission_id} 号报送。")
    return 0
