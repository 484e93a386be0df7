"""``dudao shortfalls``: who falls short of what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import output
from dashboard.cli.chinese import nearest
from dashboard.cli.options import AsOf, KnownAsOf, WorkspaceOption, existing, one_of
from dashboard.errors import UsageError
from dashboard.queries import rules
from dashboard.text import normal, split_names

if TYPE_CHECKING:
    from dashboard.store import Reader

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
}
SEVERITIES = {"red": "红", "amber": "黄", "blue": "蓝"}
_IN_TERMINAL = (
    "severity",
    "unit",
    "rule",
    "item",
    "gap",
    "since_due",
    "source_file",
    "source_cell",
)


def shortfalls(
    context: typer.Context,
    where: WorkspaceOption = None,
    as_of: AsOf = None,
    known_as_of: KnownAsOf = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="U", help="只看一个单位,全称、简称、曾用名均可。"),
    ] = None,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="R", help="只看一条规则,写规则编号。")
    ] = None,
    format: Annotated[str, one_of("table", "json", "csv", "xlsx")] = "table",
    target: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="写入的文件;xlsx 默认写入工作区的 exports。"),
    ] = None,
) -> int:
    """列出短板:哪个单位、哪一条、差多少、逾期几天、依据哪个单元格。"""
    workspace = existing(context, where)
    wanted_rule = _rule(rule)
    reader = workspace.store.reader()
    day = as_of or reader.default_as_of()
    found = reader.ask(
        "pages/shortfalls",
        as_of=day,
        known_as_of=known_as_of,
        unit=canonical_unit(reader, unit, day),
        rule=wanted_rule,
    )
    if format == "xlsx" or target is not None:
        path = target or workspace.exports / f"短板清单_{day}.xlsx"
        output.line(str(_written(path, format, found, day)))
        return 0
    _print(found, format, day)
    return 0


def _print(found: list[dict[str, Any]], format: str, day: dt.date) -> None:
    if format == "table" and output.in_terminal():
        output.note(f"统计截止日 {day},共 {len(found)} 条。")
        labels = [LABELS[name] for name in _IN_TERMINAL]
        output.rows(_IN_TERMINAL, [_for_people(row, _IN_TERMINAL) for row in found], format, labels)
        return
    output.rows(list(LABELS), [[row[name] for name in LABELS] for row in found], format)


def _for_people(row: dict[str, Any], names: tuple[str, ...]) -> list[Any]:
    shown = row | {
        "rule": rules()[row["rule"]].header.get("title", row["rule"]),
        "severity": SEVERITIES.get(row["severity"], row["severity"]),
    }
    return [shown[name] for name in names]


def _written(path: Path, format: str, found: list[dict[str, Any]], day: dt.date) -> Path:
    from dashboard.exports.files import write_csv, write_text, write_xlsx

    path.parent.mkdir(parents=True, exist_ok=True)
    names = tuple(LABELS)
    plain = [[row[name] for name in names] for row in found]
    if format == "xlsx" or path.suffix.lower() == ".xlsx":
        people = [_for_people(row, names) for row in found]
        return write_xlsx(path, f"短板清单({day})", list(LABELS.values()), people)
    if format == "json":
        return write_text(path, output.as_json(names, plain))
    return write_csv(path, names, plain)


def _rule(written: str | None) -> str | None:
    if written is not None and written not in rules():
        raise UsageError(f"没有规则 {written}。{nearest(written, list(rules()))}")
    return written


def canonical_unit(reader: Reader, written: str | None, day: dt.date) -> str | None:
    """The canonical name of a unit by any of its names."""
    if written is None:
        return None
    names: dict[str, str] = {}
    for row in reader.ask("pages/unit_names", as_of=day):
        for name in (row["unit"], row["short_name"], *split_names(row["aliases"] or "")):
            if name:
                names.setdefault(normal(name), row["unit"])
    if normal(written) in names:
        return names[normal(written)]
    existing_units = list(dict.fromkeys(names.values()))
    inside = [one for one in existing_units if normal(written) in normal(one)]
    hint = f"是否要写:{'、'.join(inside[:5])}?" if inside else nearest(written, existing_units)
    raise UsageError(f"没有单位“{written}”。{hint}")
