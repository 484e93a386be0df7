"""The reference: commands, views, rules and problems, written from what declares them.

``python -m dashboard.reference > docs/REFERENCE.md`` writes it anew; a test holds it current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import typer

from dashboard.cli.app import app
from dashboard.kinds import Column, Kind, kinds
from dashboard.problems import problem_types
from dashboard.queries import rules

_COLLECTIONS = {
    "plan": "督导组自己的表：新表整体取代旧表",
    "snapshot": "快照：一个单位的新表取代它的旧表",
    "ledger": "台账：新行加入旧行，同一事项取最新一行",
}
_TYPES = {
    "text": "文字",
    "date": "日期",
    "integer": "整数",
    "number": "数字",
    "percent": "百分比（存为小数）",
    "quantity": "数字或百分比",
    "yesno": "是否",
    "choice": "选项",
    "step": "是、否、不适用",
}
_SEVERITIES = {"error": "错误", "warning": "提示"}


def reference() -> str:
    """The whole reference in Markdown."""
    parts = (_head(), _commands(), _views(), _rules(), _problems())
    return "\n".join(line for part in parts for line in part) + "\n"


def _head() -> Iterator[str]:
    yield "# 参考手册"
    yield ""
    yield "<!-- Written by `python -m dashboard.reference`; edit what declares it instead. -->"
    yield ""


def _commands() -> Iterator[str]:
    yield "## 命令"
    yield ""
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        yield f"### dudao {name}"
        yield ""
        yield command.help or ""
        yield ""
        yield "| 参数 | 说明 |"
        yield "| --- | --- |"
        for one in command.params:
            spelled = "、".join(f"`{text}`" for text in one.opts if text.startswith("-"))
            named = spelled or f"`{(one.metavar or one.name).upper()}`"
            yield _row(named, one.help)
        yield ""


def _views() -> Iterator[str]:
    yield "## 表格种类与视图"
    yield ""
    yield "每个视图除下列各栏外，都有 `unit` 单位、`reported_on` 填报日期、"
    yield "`submission_id` 报送编号和 `source_file`、`source_sheet`、`source_row` 出处。"
    yield "`dudao sql` 查询的就是这些视图；另有 `submission` 报送、`problem` 问题、"
    yield "`shortfall` 短板三个关于数据本身的视图。"
    yield ""
    for kind in kinds().values():
        yield from _view(kind)


def _view(kind: Kind) -> Iterator[str]:
    yield f"### {kind.label} `{kind.view}`"
    yield ""
    yield f"{_COLLECTIONS[kind.collection]}。"
    yield ""
    yield "| 栏 | 列名 | 类型 | 也写作 |"
    yield "| --- | --- | --- | --- |"
    for one in kind.columns:
        must = "（必填）" if one.required else ""
        spellings = "、".join(one.spellings)
        yield _row(f"`{one.name}`", f"{one.label}{must}", _type(one), spellings)
    yield ""


def _type(column: Column) -> str:
    if column.type != "choice":
        return _TYPES[column.type]
    return "、".join(f"`{name}` {spelled[0]}" for name, spelled in column.choices.items())


def _rules() -> Iterator[str]:
    yield "## 规则"
    yield ""
    yield "| 规则 | 名称 | 等级 | 依据 | 说明 |"
    yield "| --- | --- | --- | --- | --- |"
    for name, rule in rules().items():
        said = (rule.header[field] for field in ("title", "severity", "basis", "explain"))
        yield _row(f"`{name}`", *said)
    yield ""


def _problems() -> Iterator[str]:
    yield "## 问题代码"
    yield ""
    yield "| 代码 | 程度 | 说明 | 怎么办 |"
    yield "| --- | --- | --- | --- |"
    for code, one in sorted(problem_types().items()):
        yield _row(f"`{code}`", _SEVERITIES[one.severity], one.zh, one.remedy_zh)


def _row(*cells: str | None) -> str:
    texts = ((cell or "").replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(texts)} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
