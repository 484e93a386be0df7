"""``dudao sql``: read-only SQL on the documented views."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from dashboard.cli import output
from dashboard.cli.history import judge_season
from dashboard.cli.options import AsOf, KnownAsOf, WorkspaceOption, existing, one_of

_ABOUT_LIFE = re.compile(
    r"shortfall_(life|mended|segment)"
    r"|shortfall\b(?=.*(\*|first_seen|days_open|direction|came_back))"
    r"|(\*|first_seen|days_open|direction|came_back)(?=.*shortfall\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Statements for which the days of the season must be judged, and not only the one asked."""
_GRACE = 10.0
"""Seconds after which a query that does not stop when told to ends with the process."""


def sql(
    context: typer.Context,
    statement: Annotated[
        str, typer.Argument(metavar="SELECT", help="一条 SELECT 语句，用引号括起来。")
    ],
    where: WorkspaceOption = None,
    as_of: AsOf = None,
    known_as_of: KnownAsOf = None,
    format: Annotated[str, one_of("table", "json", "csv")] = "table",
) -> int:
    """对数据视图执行一条只读的 SELECT 语句。"""
    target = existing(context, where)
    from dashboard.cli.bounded import bounded
    from dashboard.store.sql import TIME_LIMIT, run_sql

    reader = target.store.reader()
    if _ABOUT_LIFE.search(statement):
        judge_season(target, reader, as_of or reader.default_as_of(), known_as_of)
    with bounded(TIME_LIMIT + _GRACE, f"查询超过 {TIME_LIMIT:g} 秒，已中止。"):
        result = run_sql(reader, statement, as_of, known_as_of)
    output.rows(result.columns, result.rows, format)
    return 0
