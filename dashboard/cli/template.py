"""``dudao template``: blank spreadsheets for units."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import output
from dashboard.cli.chinese import nearest
from dashboard.cli.options import WorkspaceOption, workspace
from dashboard.errors import UsageError
from dashboard.kinds import Kind, kinds
from dashboard.text import normal

if TYPE_CHECKING:
    from dashboard.workspace import Workspace


def template(
    context: typer.Context,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="KIND", help="表的种类，英文名或中文名；不写则全部。"),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--dir", metavar="DIR", help="写入的文件夹，默认工作区的 exports。"),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="U", help="写上填报单位，并填好它的任务。")
    ] = None,
    where: WorkspaceOption = None,
) -> int:
    """生成给各单位填写的空白表，带下拉列表、输入检查和填表说明。"""
    from dashboard.templates import write_template
    from dashboard.templates.workbook import blank_for

    target = workspace(context, where)
    chosen = [_kind(one) for one in wanted] if wanted else _sent_by_units()
    name, tasks = _of_unit(target, unit)
    for kind in {one.view: one for one in chosen}.values():
        path = write_template(blank_for(kind, name, tasks), folder or target.exports)
        output.line(str(path))
    return 0


def _sent_by_units() -> list[Kind]:
    return [one for one in kinds().values() if one.collection != "plan"]


def _kind(written: str) -> Kind:
    names: dict[str, Kind] = {}
    for one in kinds().values():
        for name in (one.view, one.label, *one.titles):
            names.setdefault(normal(name), one)
    if normal(written) in names:
        return names[normal(written)]
    shown = [text for one in kinds().values() for text in (one.view, one.label)]
    raise UsageError(f"没有叫“{written}”的表。{nearest(written, shown)}")


def _of_unit(target: Workspace, unit: str | None) -> tuple[str | None, list[dict[str, Any]]]:
    """The canonical name of the unit, and its tasks where the store knows them."""
    if unit is None or not target.store.is_current():
        return unit, []
    from dashboard.cli.names import canonical_unit

    reader = target.store.reader()
    day = reader.default_as_of()
    name = canonical_unit(reader, unit, day)
    return name, reader.ask("pages/template_tasks", as_of=day, unit=name)
