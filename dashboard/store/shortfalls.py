"""All rules judged for one day, kept beside the generation for as long as it is read."""

from __future__ import annotations

import duckdb

from dashboard.errors import DudaoError
from dashboard.queries import Query, rules
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
    """Make a view of every rule, and the table that keeps what they found."""
    for rule, one in rules.items():
        columns = ", ".join(
            f'cast("{name}" as {type_}) as "{name}"' for name, type_ in COLUMNS.items()
        )
        body = f"select {columns}, {_source(one)} from ({one.with_as_of(AS_OF)}) as judged"
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


def _source(one: Query) -> str:
    """The column ``source_column`` of a rule: which ``view.column`` says so, row by row.

    A rule whose header names several, ``source: enforcement.publicity, enforcement.recording``,
    returns the column itself; else it is the one that the header names, or NULL."""
    named = one.header.get("source", "")
    if "," in named:
        return "source_column"
    literal = f"'{named}'" if named else "null"
    return f"cast({literal} as varchar) as source_column"


def judge(cursor: duckdb.DuckDBPyConnection) -> None:
    """Judge every rule for the day that is set on the cursor, and keep what was found."""
    found = " union all by name ".join(f'select * from "rule_{rule}"' for rule in rules())
    if not found:
        return
    cursor.execute(f"create or replace temp table judged as {found}")
    views = cursor.execute(
        "select distinct split_part(source_column, '.', 1) from judged"
        " where source_column is not null and source_row is not null"
    ).fetchall()
    cells = " union all ".join(_cells(view) for (view,) in views)
    cells = cells or "select cast(null as bigint) as judged_row, null as source_cell limit 0"
    cursor.execute(f"""
        insert into shortfall_kept by name
        select
            {AS_OF} as as_of, {KNOWN} as known_as_of,
            judged.* exclude (source_column), cells.source_cell
        from judged
        left join ({cells}) as cells on judged.rowid = cells.judged_row
    """)
    cursor.execute("drop table judged")


def _cells(view: str) -> str:
    """The address of the cell that says so, for what was found in the rows of one view.

    Looked up after all rules are judged and only in views that something was found in: as part
    of each rule it took a third of the time that judging takes."""
    return f"""
        select judged.rowid as judged_row, min(coalesce(
            json_extract_string(
                rows.source_cells, '$.' || split_part(judged.source_column, '.', 2)
            ),
            heading.letters || rows.source_row
        )) as source_cell
        from judged
        inner join store.raw.{view}_rows as rows
            on
                rows.submission_id = judged.submission_id
                and rows.source_sheet = judged.source_sheet
                and rows.source_row = judged.source_row
        left join store.raw.reading_column as heading
            on
                heading.submission_id = rows.submission_id
                and heading.table_no = rows.table_no
                and heading.column_name = split_part(judged.source_column, '.', 2)
        where starts_with(judged.source_column, '{view}.')
        group by judged.rowid
    """
