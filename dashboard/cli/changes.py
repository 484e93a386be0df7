"""``dudao changes``: what changed between two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from dashboard.cli import output
from dashboard.cli.history import judge_season
from dashboard.cli.names import known_rule, unit_or_bureau
from dashboard.cli.options import (
    KnownAsOf,
    OutputOption,
    RuleOption,
    UnitOption,
    WorkspaceOption,
    day,
    existing,
    format_for,
    one_of,
)
from dashboard.cli.shortfalls import TURNS, Listing
from dashboard.errors import UsageError

LABELS = {
    "change": "变化",
    "rule": "规则",
    "unit": "单位",
    "item": "事项",
    "severity": "程度",
    "severity_before": "此前程度",
    "gap": "差距",
    "gap_before": "此前差距",
    "rule_before": "此前规则",
    "first_seen": "首次出现",
    "days_open": "已持续天数",
    "came_back": "再次出现",
    "mended_on": "整改日期",
    "mended_by": "整改报送编号",
    "mended_by_file": "整改依据文件",
    "submission_id": "报送编号",
    "source_file": "来源文件",
    "source_sheet": "工作表",
    "source_row": "行",
    "source_cell": "单元格",
}
_IN_TERMINAL = ("change", "severity", "unit", "rule", "item", "gap", "days_open", "mended_by_file")


def changes(
    context: typer.Context,
    where: WorkspaceOption = None,
    before: Annotated[
        dt.date | None,
        typer.Option("--from", parser=day, metavar="DATE", help="从哪一天起；默认上次会议。"),
    ] = None,
    as_of: Annotated[
        dt.date | None,
        typer.Option(
            "--to", "--as-of", parser=day, metavar="DATE", help="到哪一天；默认统计截止日。"
        ),
    ] = None,
    known_as_of: KnownAsOf = None,
    unit: UnitOption = None,
    rule: RuleOption = None,
    format: Annotated[str, one_of("table", "json", "csv", "xlsx")] = "table",
    target: OutputOption = None,
) -> int:
    """两个日期之间的变化：新增、已整改、变差、好转、未变的短板。"""
    written_as = format_for(format, target)
    workspace = existing(context, where)
    wanted_rule = known_rule(rule)
    reader = workspace.store.reader()
    until = as_of or reader.default_as_of()
    since = before or reader.ask("pages/last_meeting", as_of=until)[0]["held_on"]
    if since >= until:
        raise UsageError(f"起始日期 {since} 应早于截止日期 {until}。")
    wanted_unit = unit_or_bureau(reader, unit, until)
    judge_season(workspace, reader, until, known_as_of)
    found = reader.ask(
        "pages/changes",
        as_of=until,
        before=since,
        known_as_of=known_as_of,
        unit=wanted_unit,
        rule=wanted_rule,
    )
    output.note(f"{since} 至 {until}:{_summary(found)}")
    Listing("变化", LABELS, _IN_TERMINAL, found, until).tell(written_as, target, workspace)
    return 0


def _summary(found: Sequence[Mapping[str, Any]]) -> str:
    """How many changed in which way; what is only about to fall due is no shortfall."""
    short = [row for row in found if row["severity"] != "blue"]
    counts = {name: sum(row["change"] == name for row in short) for name in TURNS}
    told = ",".join(f"{word} {counts[name]}" for name, word in TURNS.items())
    gone = ("mended", "exempt")
    soon = sum(row["severity"] == "blue" and row["change"] not in gone for row in found)
    return f"{told}。" + (f"另有 {soon} 项即将到期。" if soon else "")
