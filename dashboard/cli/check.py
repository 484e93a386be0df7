"""``dudao check``: what taking a file in would make of it, stored nowhere."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import output
from dashboard.cli.options import WorkspaceOption, workspace
from dashboard.errors import UsageError

if TYPE_CHECKING:
    from dashboard.checking import Checked
    from dashboard.intake.model import TakenTable

_STATUS = {"ok": "正常", "problems": "有问题", "refused": "拒收"}


def check(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="要检查的表格文件。")],
    where: WorkspaceOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="每个文件输出一个 JSON 对象，各占一行。")
    ] = False,
    annotate: Annotated[
        Path | None,
        typer.Option("--annotate", metavar="DIR", help="把标出问题的工作簿写入这个文件夹。"),
    ] = None,
) -> int:
    """检查表格会被读成什么样，不存入任何地方；有问题时退出码为 1。"""
    for path in files:
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"找不到 {path}。")
    all_ok = True
    with tempfile.TemporaryDirectory(prefix="dudao-", ignore_cleanup_errors=True) as folder:
        for one in _checked(files, context, where, Path(folder)):
            all_ok = all_ok and one.reading.status == "ok"
            if as_json:
                output.line(json.dumps(described(one), ensure_ascii=False))
            else:
                _print(one)
            if annotate and one.copy is not None and one.reading.tables and one.reading.problems:
                _annotate(one, annotate)
    return 0 if all_ok else 1


def _checked(
    files: list[Path], context: typer.Context, where: Path | None, folder: Path
) -> Iterator[Checked]:
    from dashboard.checking import check_files

    target = workspace(context, where)
    with output.progress_bar("检查") as progress:
        for done, one in enumerate(check_files(target, files, folder), start=1):
            if progress and len(files) > 1:
                progress(done, len(files))
            yield one


def _annotate(one: Checked, folder: Path) -> None:
    from dashboard.annotate import annotate

    assert one.copy is not None
    written = annotate(one.copy, Path(one.file).name, one.reading.problems, folder)
    output.note(f"已标注：{written}")


def described(one: Checked) -> dict[str, Any]:
    """What was found, as ``--json`` prints it."""
    reading = one.reading
    return {
        "file": one.file,
        "sha256": one.sha256,
        "status": reading.status,
        "reason": reading.reason,
        "format": reading.format,
        "tables": [_table(table) for table in reading.tables],
        "problems": [
            {
                "severity": problem.severity,
                "code": problem.code,
                "sheet": problem.sheet,
                "cell": problem.cell,
                "message": problem.message,
            }
            for problem in reading.problems
        ],
        "counts": [
            {name: getattr(count, name) for name in type(count).__slots__}
            for count in reading.counts
        ],
    }


def _table(table: TakenTable) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "kind": table.kind,
        "unit": table.unit,
        "reported_on": table.reported_on.isoformat(),
        "header_rows": table.header_rows,
        "first_row": table.first_row,
        "last_row": table.last_row,
        "rows": table.rows,
        "columns": table.columns,
        "unmatched": table.unmatched,
        "confidence": {name: round(sure, 3) for name, sure in table.confidence.items()},
        "reported_by": table.reported_by,
    }


def _print(one: Checked) -> None:
    from dashboard.intake.problem_list import SEVERITIES
    from dashboard.kinds import kind

    reading = one.reading
    _line(0, _STATUS[reading.status], one.file, reading.reason)
    for table in reading.tables:
        label, whose = kind(table.kind).label, table.unit or "多个单位"
        _line(1, table.sheet, label, whose, table.reported_on, f"{table.rows} 行")
        if table.unmatched:
            left = "、".join(f"{letters} {heading}" for letters, heading in table.unmatched.items())
            _line(2, f"未识别的列：{left}")
    for problem in reading.problems:
        if reading.status == "refused" and problem.message == reading.reason:
            continue
        place = "!".join(filter(None, (problem.sheet, problem.cell)))
        _line(1, SEVERITIES[problem.severity], place, problem.message)


def _line(depth: int, *facts: object) -> None:
    told = (output.shown(fact) for fact in facts if fact is not None)
    output.line("\t" * depth + "\t".join(told))
