"""``dudao exempt`` and ``dudao remark``: what the supervision team decides on a shortfall."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, NamedTuple

import typer

from dashboard.cli import output
from dashboard.cli.chinese import nearest
from dashboard.cli.names import known_rule, unit_or_bureau
from dashboard.cli.options import AsOf, WorkspaceOption, day, existing
from dashboard.cli.shortfalls import for_people
from dashboard.cli.withdrawal import number
from dashboard.errors import UsageError
from dashboard.text import normal
from dashboard.workspace import Workspace

_SHOWN = {
    "remark_id": "编号",
    "rule": "规则",
    "unit": "单位",
    "item": "事项",
    "reason": "内容",
    "basis": "依据",
    "starts_on": "起",
    "ends_on": "止",
    "is_over": "已到期",
}

Rule = Annotated[
    str | None, typer.Argument(metavar="RULE", help="规则编号；不写规则则列出已有的。")
]
Unit = Annotated[str | None, typer.Argument(metavar="UNIT", help="单位，全称、简称均可，或全局。")]
Item = Annotated[
    str | None, typer.Argument(metavar="ITEM", help="事项；不写则指该单位这一条的全部事项。")
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="原因或内容。")]
Remove = Annotated[
    int | None, typer.Option("--remove", metavar="N", parser=number, help="取消第 N 号。")
]


def exempt(
    context: typer.Context,
    rule: Rule = None,
    unit: Unit = None,
    item: Item = None,
    why: Why = None,
    basis: Annotated[
        str | None, typer.Option("--basis", metavar="TEXT", help="依据，例如文件名称和文号。")
    ] = None,
    ends_on: Annotated[
        dt.date | None,
        typer.Option("--until", parser=day, metavar="DATE", help="豁免到哪一天（含当日）。"),
    ] = None,
    starts_on: Annotated[
        dt.date | None,
        typer.Option("--from", parser=day, metavar="DATE", help="从哪一天起；默认统计截止日。"),
    ] = None,
    remove: Remove = None,
    as_of: AsOf = None,
    where: WorkspaceOption = None,
) -> int:
    """豁免一项短板：在期限内不计入红黄，单独列出，到期自动恢复。"""
    from dashboard.ingest import actions

    target = existing(context, where)
    if rule is None:
        return _list_or_remove(target, remove, exempts=True)
    if why is None or basis is None or ends_on is None:
        raise UsageError("豁免要写明 --why 原因、--basis 依据和 --until 截止日期。")
    named = _named(target, rule, unit, item, as_of)
    made = actions.remark(
        target,
        rule,
        named.unit,
        named.item,
        why,
        exempts=True,
        basis=basis,
        starts_on=starts_on or named.day,
        ends_on=ends_on,
    )
    output.line(f"已登记第 {made} 号豁免，到 {ends_on} 为止。")
    return 0


def remark(
    context: typer.Context,
    rule: Rule = None,
    unit: Unit = None,
    item: Item = None,
    why: Why = None,
    remove: Remove = None,
    as_of: AsOf = None,
    where: WorkspaceOption = None,
) -> int:
    """在一项短板上记一条备注，不影响统计。"""
    from dashboard.ingest import actions

    target = existing(context, where)
    if rule is None:
        return _list_or_remove(target, remove, exempts=False)
    if why is None:
        raise UsageError("请用 --why 写明备注的内容。")
    named = _named(target, rule, unit, item, as_of)
    made = actions.remark(target, rule, named.unit, named.item, why)
    output.line(f"已登记第 {made} 号备注。")
    return 0


def _list_or_remove(target: Workspace, remove: int | None, *, exempts: bool) -> int:
    from dashboard.ingest import actions

    if remove is not None:
        actions.remove_remark(target, remove)
        output.line(f"已取消第 {remove} 号。")
        return 0
    reader = target.store.reader()
    every = dict.fromkeys(("rule", "unit", "item"))
    found = reader.ask("pages/remarks", as_of=reader.default_as_of(), **every)
    names = tuple(_SHOWN)
    shown = [for_people(row, names) for row in found if row["exempts"] == exempts]
    output.rows(names, shown, "table", list(_SHOWN.values()))
    return 0


class _Named(NamedTuple):
    unit: str
    item: str | None
    day: dt.date
    """The day that is looked at."""


def _named(
    target: Workspace, rule: str, unit: str | None, item: str | None, as_of: dt.date | None
) -> _Named:
    """What is meant by the names that were written."""
    known_rule(rule)
    if unit is None:
        raise UsageError("请写明单位。")
    reader = target.store.reader()
    on = as_of or reader.default_as_of()
    whose = unit_or_bureau(reader, unit, on)
    assert whose is not None
    found = reader.ask("pages/shortfalls", as_of=on, unit=whose, rule=rule)
    return _Named(whose, item and _meant(item, [row["item"] for row in found]), on)


def _meant(written: str, items: list[str]) -> str:
    """The item that was written, or the only one in which that stands."""
    same = [one for one in items if normal(one) == normal(written)]
    close = same or [one for one in items if normal(written) in normal(one)]
    if len(close) == 1:
        return close[0]
    hint = nearest(written, items) if items else "这一天该单位没有这一条的短板。"
    raise UsageError(f"没有事项“{written}”。{hint}")
