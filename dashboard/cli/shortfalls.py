"""``dudao shortfalls``: who falls short of what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import output
from dashboard.cli.history import judge_season
from dashboard.cli.names import known_rule, unit_or_bureau
from dashboard.cli.options import (
    AsOf,
    KnownAsOf,
    OutputOption,
    RuleOption,
    UnitOption,
    WorkspaceOption,
    count_of_days,
    existing,
    format_for,
    one_of,
)
from dashboard.queries import rules

if TYPE_CHECKING:
    from dashboard.workspace import Workspace

LABELS = {
    "rule": "规则",
    "unit": "单位",
    "item": "事项",
    "measured": "实际",
    "required": "要求",
    "gap": "差距",
    "severity": "程度",
    "since_due": "逾期天数",
    "submission_id": "报送编号",
    "source_file": "来源文件",
    "source_sheet": "工作表",
    "source_row": "行",
    "source_cell": "单元格",
    "first_seen": "首次出现",
    "days_open": "已持续天数",
    "direction": "变化",
    "came_back": "再次出现",
    "exempt": "豁免",
    "exempt_reason": "豁免原因",
    "exempt_basis": "豁免依据",
    "exempt_until": "豁免至",
}
MENDED = {
    "rule": "规则",
    "unit": "单位",
    "item": "事项",
    "severity": "程度",
    "gap": "整改前差距",
    "first_seen": "首次出现",
    "days_open": "持续天数",
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
TURNS = {
    "new": "新增",
    "worse": "变差",
    "mended": "已整改",
    "better": "好转",
    "exempt": "豁免",
    "unchanged": "未变",
}
"""What may become of a shortfall between two days, and the direction that it last took."""
SEVERITIES = {"red": "红", "amber": "黄", "blue": "蓝"}
_IN_TERMINAL = (
    "severity",
    "unit",
    "rule",
    "item",
    "gap",
    "since_due",
    "first_seen",
    "days_open",
    "direction",
    "source_file",
    "source_cell",
)
_MENDED_IN_TERMINAL = (
    "mended_on",
    "severity",
    "unit",
    "rule",
    "item",
    "gap",
    "days_open",
    "mended_by",
    "mended_by_file",
)


def shortfalls(
    context: typer.Context,
    where: WorkspaceOption = None,
    as_of: AsOf = None,
    known_as_of: KnownAsOf = None,
    unit: UnitOption = None,
    rule: RuleOption = None,
    mended: Annotated[bool, typer.Option("--mended", help="改为列出近期已整改的短板。")] = False,
    within: Annotated[
        int,
        typer.Option(
            "--within", parser=count_of_days, metavar="DAYS", help="与 --mended 合用：最近多少天。"
        ),
    ] = 28,
    format: Annotated[str, one_of("table", "json", "csv", "xlsx")] = "table",
    target: OutputOption = None,
) -> int:
    """列出短板：哪个单位、哪一条、差多少、多久了、依据哪个单元格；豁免的列在最后。"""
    written_as = format_for(format, target)
    workspace = existing(context, where)
    wanted_rule = known_rule(rule)
    reader = workspace.store.reader()
    day = as_of or reader.default_as_of()
    asked = {"unit": unit_or_bureau(reader, unit, day), "rule": wanted_rule}
    judge_season(workspace, reader, day, known_as_of)
    if mended:
        found = reader.ask(
            "pages/shortfalls_mended", as_of=day, known_as_of=known_as_of, days=within, **asked
        )
        listed = Listing("已整改短板", MENDED, _MENDED_IN_TERMINAL, found, day)
    else:
        found = reader.ask("pages/shortfalls", as_of=day, known_as_of=known_as_of, **asked)
        listed = Listing("短板清单", LABELS, _IN_TERMINAL, found, day)
    listed.tell(written_as, target, workspace)
    return 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows about shortfalls, to be printed or written into a file."""

    title: str
    labels: dict[str, str]
    """The columns in their order, and what people call them."""
    in_terminal: tuple[str, ...]
    """The columns for which a terminal has room."""
    found: list[dict[str, Any]]
    day: dt.date

    def tell(self, format: str, target: Path | None, workspace: Workspace) -> None:
        """Print the rows, or write them and print where to."""
        if format == "xlsx" or target is not None:
            path = target or workspace.exports / f"{self.title}_{self.day}.xlsx"
            output.line(str(self._write(path, format)))
        elif format == "table" and output.in_terminal():
            output.note(f"统计截止日 {self.day}，共 {len(self.found)} 条。")
            labels = [self.labels[name] for name in self.in_terminal]
            rows = [for_people(row, self.in_terminal) for row in self.found]
            output.rows(self.in_terminal, rows, format, labels)
        else:
            output.rows(list(self.labels), self._plain(), format)

    def _plain(self) -> list[list[Any]]:
        return [[row[name] for name in self.labels] for row in self.found]

    def _write(self, path: Path, format: str) -> Path:
        from dashboard.exports.files import write_csv, write_text, write_xlsx

        path.parent.mkdir(parents=True, exist_ok=True)
        names = tuple(self.labels)
        if format == "xlsx":
            people = [for_people(row, names) for row in self.found]
            headings = list(self.labels.values())
            return write_xlsx(path, f"{self.title}({self.day})", headings, people)
        if format == "json":
            return write_text(path, output.as_json(names, self._plain()))
        return write_csv(path, names, self._plain())


def for_people(row: dict[str, Any], names: tuple[str, ...]) -> list[Any]:
    """The values of a row with Chinese words for ids."""
    return [_word(name, row[name], row) for name in names]


def _word(name: str, value: Any, row: dict[str, Any]) -> Any:
    if name.startswith("severity") and row.get("exempt"):
        return "豁免"
    if name.startswith("severity"):
        return SEVERITIES.get(value, value)
    if name.startswith("rule") and value in rules():
        return rules()[value].header.get("title", value)
    if name in ("direction", "change"):
        return TURNS.get(value)
    return value
