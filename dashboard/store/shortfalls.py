"""All rules judged for one day, kept beside the generation for as long as it is read."""

from __future__ import annotations

import duckdb

from dashboard.errors import DudaoError
from dashboard.queries import Query
from dashboard.store.views import AS_OF, KNOWN

COLUMNS: dict[str, str] = {
    "rule": "varchar",
    "unit": "varchar",
    "item": "varchar",
    "measured": "double",
    "required": "double",
    "gap": "varchar",
    "severity": "varchar",
    "since_due": "integer",
    "submission_id": "bigint",
    "source_file": "varchar",
    "source_sheet": "varchar",
    "source_row": "integer",
}
"""What every rule returns, and ``dudao shortfalls`` prints (with ``source_cell``)."""


class BrokenRuleError(DudaoError):
    """A rule file that the engine refuses, or that lacks a promised column."""


def prepare(connection: duckdb.DuckDBPyConnection, rules: dict[str, Query]) -> None:
    """Make the views that judge, and the table that keeps what they found."""
    for rule, one in rules.items():
        columns = ", ".join(
            f'cast("{name}" as {type_}) as "{name}"' for name, type_ in COLUMNS.items()
        )
        body = f"select {columns} from ({one.with_as_of(AS_OF)}) as judged"
        try:
            connection.execute(f'create view "rule_{rule}" as {body}')
        except duckdb.Error as error:
            raise BrokenRuleError(f"规则文件 {one.path.name} 无法执行:{error}") from error
    kept = ", ".join(f'"{name}" {type_}' for name, type_ in COLUMNS.items())
    connection.execute(
        f"create table shortfall_kept (as_of date, known_as_of date, {kept}, source_cell varchar)"
    )
    names = ", ".join(f'"{name}"' for name in (*COLUMNS, "source_cell"))
    connection.execute(
        f"create macro shortfall_on(day) as table select {names} from shortfall_kept"
        f" where as_of = day and known_as_of is not distinct from {KNOWN}"
    )
    connection.execute(f"create view shortfall as select * from shortfall_on({AS_OF})")
    judged = " union all by name ".join(_with_cell(rule, one) for rule, one in rules.items())
    empty = ", ".join(f'cast(null as {type_}) as "{name}"' for name, type_ in COLUMNS.items())
    none = f"select {empty}, cast(null as varchar) as source_cell limit 0"
    connection.execute(f"create view shortfall_judged as {judged or none}")


def judge(cursor: duckdb.DuckDBPyConnection) -> None:
    """Judge every rule for the day that is set on the cursor, and keep what was found."""
    cursor.execute(
        f"insert into shortfall_kept by name"
        f" select {AS_OF} as as_of, {KNOWN} as known_as_of, * from shortfall_judged"
    )


def _with_cell(rule: str, one: Query) -> str:
    """A rule's rows with the address of the cell that says so.

    The header's ``source: staffing.legal_reviewers`` names the view and the column."""
    view, _, column = one.header.get("source", "").partition(".")
    if not column:
        return f'select *, cast(null as varchar) as source_cell from "rule_{rule}"'
    return f"""
    select judged.*, (
        select coalesce(
            json_extract_string(rows.source_cells, '$.{column}'),
            heading.letters || rows.source_row
        )
        from store.raw.{view}_rows as rows
        left join store.raw.reading_column as heading
            on
                heading.submission_id = rows.submission_id
                and heading.table_no = rows.table_no
                and heading.column_name = '{column}'
        where
            rows.submission_id = judged.submission_id
            and rows.source_sheet = judged.source_sheet
            and rows.source_row = judged.source_row
        limit 1
    ) as source_cell
    from "rule_{rule}" as judged
    """
