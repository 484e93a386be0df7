"""All commands together, and how their errors reach a person."""

from __future__ import annotations

import errno
import logging
import os
import sys

import typer
from typer.exceptions import Abort, Exit, TyperException

from dashboard import __version__
from dashboard.cli import (
    changes,
    check,
    demo,
    ingest,
    meeting,
    rebuild,
    remark,
    shortfalls,
    sql,
    template,
    withdrawal,
)
from dashboard.cli import run as run_command
from dashboard.cli.chinese import ChineseCommand, ChineseGroup, explained
from dashboard.cli.options import RootWorkspace
from dashboard.errors import DudaoError, UsageError

app = typer.Typer(
    cls=ChineseGroup,
    name="dudao",
    help="督导看板：把各单位报来的表格变成看得见的短板。",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

COMMANDS = (
    demo.demo,
    run_command.run,
    ingest.ingest,
    check.check,
    shortfalls.shortfalls,
    changes.changes,
    meeting.meeting,
    remark.exempt,
    remark.remark,
    sql.sql,
    template.template,
    withdrawal.withdraw,
    withdrawal.restore,
    rebuild.rebuild,
)
_STOPPED = 130
"""The exit code of what was stopped from the keyboard, as shells have it."""
_WHY = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间超出配额",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.EBUSY: "正被其他程序使用",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
}
"""The commonest reasons; the system says the others in its own words."""
for _command in COMMANDS:
    app.command(cls=ChineseCommand, no_args_is_help=False)(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dudao {__version__}")
        raise Exit


@app.callback()
def _root(
    context: typer.Context,
    workspace: RootWorkspace = None,
    version: bool = typer.Option(
        False, "--version", help="显示版本并退出。", callback=_version, is_eager=True
    ),
) -> None:
    del version
    context.obj = workspace


def run(arguments: list[str]) -> int:
    """Run one command line, and return its exit code. Errors are one Chinese sentence."""
    _log_in_sentences()
    said = ""
    try:
        code: int = app(arguments, prog_name="dudao", standalone_mode=False) or 0
        if code == _STOPPED:  # how Typer reports Ctrl+C, without a word
            said = "已中止。"
    except DudaoError as error:
        said, code = str(error), 2 if isinstance(error, UsageError) else 1
    except TyperException as error:
        said, code = explained(error), 2
    except (Abort, KeyboardInterrupt):
        said, code = "已中止。", _STOPPED
    except BrokenPipeError:
        # Whoever reads us stopped, as head does; Python would complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        where = f"({error.filename})" if error.filename else ""
        why = _WHY.get(error.errno or 0) or error.strerror or str(error)
        said, code = f"读写文件失败：{why}{where}。", 1
    if said:
        print(said, file=sys.stderr)  # noqa: T201 - the one place where errors are said
    return code


class _Sentence(logging.Formatter):
    """The message alone: a trace of calls tells the people who use this nothing."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage().splitlines()[0]


def _log_in_sentences() -> None:
    """What goes on in the background is told on standard error; a file's fate is in its line."""
    logger = logging.getLogger("dashboard")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_Sentence())
        handler.addFilter(lambda record: not record.name.startswith("dashboard.intake"))
        logger.addHandler(handler)
