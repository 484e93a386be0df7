"""Options that several commands share, and how what is typed becomes a value."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated

import typer

from dashboard.errors import UsageError
from dashboard.text import is_text, normal, shown_path
from dashboard.workspace import Workspace

DEFAULT_WORKSPACE = Path("data")
_DIGITS = re.compile(r"\d{8}", re.ASCII)


def day(text: str) -> dt.date:
    """A day as typed: 2021-07-01, also with dots or slashes, or nothing between."""
    plain = normal(text).translate(str.maketrans("./", "--"))
    if _DIGITS.fullmatch(plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    try:
        return dt.date(*map(int, plain.split("-")))
    except (ValueError, TypeError, OverflowError):
        raise UsageError(f"“{text}”不是日期，请写成 2021-07-01 的样子。") from None


def count_of_days(text: str) -> int:
    """A number of days as typed, or as the default has it."""
    if str(text).isascii() and str(text).isdigit() and int(text) <= _MOST_DAYS:
        return int(text)
    raise UsageError(f"“{text}”不是天数，请写 0 到 {_MOST_DAYS} 之间的数。")


_MOST_DAYS = 36_525
"""A hundred years; days before the first of all dates cannot be reckoned with."""


def port_number(text: str) -> int:
    """A port as typed."""
    if text.isascii() and text.isdigit() and 0 < int(text) < 65_536:
        return int(text)
    raise UsageError(f"“{text}”不是端口号，请写 1 到 65535 之间的数。")


def one_of(*allowed: str) -> typer.models.OptionInfo:
    """The option ``--format``: one of those words, the first by default."""

    def checked(text: str) -> str:
        if text not in allowed:
            raise UsageError(f"没有格式 {text}，可用的有：{'、'.join(allowed)}。")
        return text

    made: typer.models.OptionInfo = typer.Option(
        "--format", parser=checked, metavar="|".join(allowed), help="输出格式。", show_default=True
    )
    return made


def format_for(format: str, target: Path | None) -> str:
    """The format to write in: that of the file's ending, where a file is named.

    UsageError where nothing is written with that ending, or another format was asked for."""
    if target is None:
        return format
    ending = target.suffix.lower()
    if ending.removeprefix(".") not in _IN_FILES:
        what = f" {target.suffix} 文件" if ending else "没有扩展名的文件"
        raise UsageError(f"不能写成{what}，请用 .csv、.json 或 .xlsx。")
    if format not in ("table", ending[1:]):
        raise UsageError(f"格式 {format} 与文件 {target} 不一致。")
    return ending[1:]


_IN_FILES = ("csv", "json", "xlsx")

RootWorkspace = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="工作区文件夹，默认 data；也可写在命令之后。"),
]
WorkspaceOption = Annotated[
    Path | None, typer.Option("--workspace", metavar="DIR", help="工作区文件夹，默认 data。")
]
AsOf = Annotated[
    dt.date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="统计截止日；默认方案期内为今天，否则为最新填报日期。",
    ),
]
KnownAsOf = Annotated[
    dt.date | None,
    typer.Option(
        "--known-as-of", parser=day, metavar="DATE", help="只看到这一天为止已收到的材料。"
    ),
]
UnitOption = Annotated[
    str | None,
    typer.Option("--unit", metavar="U", help="只看一个单位，全称、简称、曾用名均可。"),
]
RuleOption = Annotated[
    str | None, typer.Option("--rule", metavar="R", help="只看一条规则，写规则编号。")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="写入的文件（.csv、.json、.xlsx）；xlsx 默认写入工作区的 exports。",
    ),
]
Host = Annotated[
    str,
    typer.Option("--host", metavar="H", help="监听地址；默认只供本机访问，0.0.0.0 供内网访问。"),
]
Port = Annotated[
    int | None,
    typer.Option(
        "--port", parser=port_number, metavar="N", help="端口，默认 8501；被占用时自动用下一个。"
    ),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="不自动打开浏览器。")]


def workspace(context: typer.Context, given: Path | None) -> Workspace:
    """The workspace that the command is about: given after it, before it, or ``data``.

    UsageError where its folder has a name that the engine could not open."""
    found = Workspace(given or context.obj or DEFAULT_WORKSPACE)
    if not is_text(str(found.root.absolute())):
        raise UsageError(
            f"文件夹 {shown_path(found.root)} 的名称不是 UTF-8 编码，不能作工作区，请换一个。"
        )
    return found


def existing(context: typer.Context, given: Path | None) -> Workspace:
    """As ``workspace``. UsageError where there is none in that folder."""
    found = workspace(context, given)
    if not found.exists():
        raise UsageError(
            f"文件夹 {found.root} 里还没有工作区。先运行 dudao run 或 dudao ingest，"
            "或用 --workspace 指定已有的工作区。"
        )
    return found
