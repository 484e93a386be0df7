"""``dudao sql``: read-only SQL on the documented views."""

from __future__ import annotations

from typing import Annotated

import typer

from dashboard.cli import output
from dashboard.cli.options import AsOf, KnownAsOf, WorkspaceOption, existing, one_of


def sql(
    context: typer.Context,
    statement: Annotated[
        str, typer.Argument(metavar="SELECT", help="一条 SELECT 语句,用引号括起来。")
    ],
    where: WorkspaceOption = None,
    as_of: AsOf = None,
    known_as_of: KnownAsOf = None,
    format: Annotated[str, one_of("table", "json", "csv")] = "table",
) -> int:
    """对数据视图执行一条只读的 SELECT 语句。"""
    target = existing(context, where)
    from dashboard.store.sql import run_sql

    result = run_sql(target.store.reader(), statement, as_of, known_as_of)
    output.rows(result.columns, result.rows, format)
    return 0
