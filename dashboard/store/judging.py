"""Judging: what every rule finds on a day, or on many days for little more than one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import duckdb

from dashboard.errors import DudaoError
from dashboard.queries import rules
from dashboard.store.shortfalls import COLUMNS, BrokenRuleError
from dashboard.store.statement import DAY, alone, judging

if TYPE_CHECKING:
    import pyarrow as pa

_CHUNK = 8
"""Days between two looks for cells, which several days have in common."""
_FOUND = {"day": "date"} | COLUMNS | {"distance": "double", "source_column": "varchar"}


def judged_days(
    cursor: duckdb.DuckDBPyConnection,
    days: Sequence[dt.date],
    known_as_of: dt.date | None,
    asked: Collection[str],
    *,
    prepared: bool,
) -> Iterator[tuple[dt.date, pa.Table]]:
    """Each day with all that falls short on it by the rules ``asked``.

    Columns: those of rules, ``source_cell`` and ``distance``. ``prepared``: plan once for all
    days, which pays unless the rows are so many that a day's own plan reads far fewer.
    The cursor's variables must name no other state of knowledge. Raises BrokenRuleError."""
    columns = ", ".join(f'"{name}" {type_}' for name, type_ in _FOUND.items())
    cursor.execute(f"create or replace temp table judged ({columns})")
    cursor.execute("create or replace temp table cell (judged_row bigint, source_cell varchar)")
    if prepared:
        cursor.execute("create or replace temp table asked as select current_date as day")
        _run(cursor, f"prepare judge_day as {_insert(DAY, known_as_of, asked)}")
    for start in range(0, len(days), _CHUNK):
        some = days[start : start + _CHUNK]
        for day in some:
            if prepared:
                cursor.execute("update temp.asked set day = $day", {"day": day})
                _run(cursor, "execute judge_day")
            else:
                _run(cursor, _insert(f"date '{day.isoformat()}'", known_as_of, asked))
        _look_up_cells(cursor)
        for day in some:
            yield day, cursor.execute(_OF_DAY, {"day": day}).to_arrow_table()
        cursor.execute("truncate judged")


def _insert(day: str, known_as_of: dt.date | None, asked: Collection[str]) -> str:
    found = judging(day, known_as_of, asked)
    if not found:
        return "insert into judged by name select null::date as day limit 0"
    return f"insert into judged by name select {day} as day, found.* from ({found}) as found"


def _run(cursor: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Run what all rules are part of; where it fails, say which rule does."""
    try:
        cursor.execute(sql)
    except duckdb.Error as error:
        raise _broken(cursor, error) from error


def _broken(cursor: duckdb.DuckDBPyConnection, error: duckdb.Error) -> DudaoError:
    for one in rules().values():
        try:
            cursor.execute(alone(one)).fetchall()
        except duckdb.Error as own:
            return BrokenRuleError(f"规则文件 {one.path.name} 无法执行：{own}")
    return DudaoError(f"规则无法执行：{error}")


def _look_up_cells(cursor: duckdb.DuckDBPyConnection) -> None:
    """Find the addresses of the cells that say so.

    Looked up after the judging and only in views that something was found in: as part of each
    rule it took a third of the time that judging takes."""
    views = cursor.execute(
        "select distinct split_part(source_column, '.', 1) from judged"
        " where source_column is not null and source_row is not null"
    ).fetchall()
    cursor.execute("truncate cell")
    if views:
        cursor.execute(f"insert into cell {' union all '.join(_cells(view) for (view,) in views)}")


def _cells(view: str) -> str:
    """The address of the cell that says so, for what was found in the rows of one view."""
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


_OF_DAY = """
select judged.* exclude (day, source_column), cell.source_cell
from judged
left join cell on judged.rowid = cell.judged_row
where judged.day = $day
"""
