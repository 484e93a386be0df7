"""All commands together, and how their errors reach a person."""

from __future__ import annotations

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
    help="督导看板:把各单位报来的表格变成看得见的短板。",
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
    try:
        return app(arguments, prog_name="dudao", standalone_mode=False) or 0
    except DudaoError as error:
        said, code = str(error), 2 if isinstance(error, UsageError) else 1
    except TyperException as error:
        said, code = explained(error), 2
    except (Abort, KeyboardInterrupt):
        said, code = "已中止。", 130
    except BrokenPipeError:
        # Whoever reads us stopped, as head does; Python would complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        said, code = "", 1
    except OSError as error:
        where = f"({error.filename})" if error.filename else ""
        said, code = f"读写文件失败:{error.strerror or error}{where}。", 1
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
