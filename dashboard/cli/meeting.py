"""``dudao meeting``: the days on which the supervision team met."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from dashboard.cli import output
from dashboard.cli.options import WorkspaceOption, day, existing
from dashboard.errors import UsageError

_SHOWN = {"held_on": "日期", "note": "备注", "is_recorded": "已登记"}


def meeting(
    context: typer.Context,
    held_on: Annotated[
        dt.date | None,
        typer.Argument(metavar="DATE", parser=day, help="会议日期；不写则列出各次会议。"),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="备注。")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="取消这一天的登记。")] = False,
    where: WorkspaceOption = None,
) -> int:
    """登记一次会议；“变化”和“会议”默认与上次会议相比。没有登记时按每周一算。"""
    from dashboard.ingest import actions

    target = existing(context, where)
    if held_on is None:
        if note or remove:
            raise UsageError("请写明会议日期。")
        reader = target.store.reader()
        found = reader.ask("pages/meeting_days", as_of=reader.default_as_of())
        rows = [[row[name] for name in _SHOWN] for row in found]
        output.rows(list(_SHOWN), rows, "table", list(_SHOWN.values()))
    elif remove:
        actions.remove_meeting(target, held_on)
        output.line(f"已取消 {held_on} 的会议登记。")
    else:
        actions.record_meeting(target, held_on, note)
        output.line(f"已登记 {held_on} 的会议。")
    return 0
