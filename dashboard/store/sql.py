"""Statements that people type: one read-only SELECT on the views, and nothing beside the store.

Four walls, one behind the other: the engine parses the text and only a SELECT passes; only
views, tables of the store and harmless table functions may stand in it; the reader's
connection has no way to files, network or settings; time, memory and rows are limited.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from dashboard.errors import DudaoError
from dashboard.store.reader import Reader
from dashboard.text import is_text

TIME_LIMIT = 30.0
"""Seconds."""
ROW_LIMIT = 1_000_000
STATEMENT_LIMIT = 100_000
"""Characters: what parsing and planning take is not under the limit of time."""
_BATCH = 10_000

_TABLE_FUNCTIONS = frozenset(
    {"range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree"}
)
"""Table functions that reach for nothing; others may read files, settings or the catalogue."""
_FORBIDDEN_FUNCTIONS = frozenset(
    {"current_setting", "getenv", "getvariable", "pg_sleep", "sleep", "write_log", "query"}
)
_SCHEMAS = frozenset({"", "main", "raw", "information_schema"})
_CATALOGUES = frozenset({"", "memory", "store", "system"})


class SqlRefusedError(DudaoError):
    """A statement that is more than a read-only SELECT on the store, or that fails."""


@dataclass(frozen=True, slots=True)
class Result:
    """Names of columns, each once, and the rows."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


def run_sql(
    reader: Reader,
    statement: str,
    as_of: dt.date | None = None,
    known_as_of: dt.date | None = None,
    *,
    time_limit: float = TIME_LIMIT,
    row_limit: int = ROW_LIMIT,
) -> Result:
    """Run a statement that somebody typed, on the views as of a day.

    Raises SqlRefusedError where it is anything but one SELECT on the store, where it fails,
    takes longer than ``time_limit`` seconds or returns more than ``row_limit`` rows."""
    day = as_of or reader.default_as_of()
    cursor = reader.cursor(day, known_as_of)
    with _in_chinese(time_limit):
        parsed = _parsed(cursor, statement)
        _allow_only_the_store(parsed)
        if "shortfall" in statement.lower():
            reader.judge(day, known_as_of)
        with _interrupted_after(cursor, time_limit):
            # Not ``execute``: it streams, and a stream of some unions (of statements that
            # sort) waits for ever, whatever the limit of time (duckdb issue 22215).
            found = cursor.sql(statement)
            names = _told_apart([one[0] for one in found.description])
            return Result(names, list(_fetched(found, row_limit)))


def _parsed(cursor: duckdb.DuckDBPyConnection, statement: str) -> Any:
    """The statement as a tree, if it is one SELECT."""
    if len(statement) > STATEMENT_LIMIT:
        raise SqlRefusedError(f"语句超过 {STATEMENT_LIMIT} 个字符。")
    if not is_text(statement):  # bytes of another coding, as a shell hands them on
        raise SqlRefusedError("语句中有无法识别的字符。")
    found = cursor.extract_statements(statement)
    if len(found) != 1:
        raise SqlRefusedError("一次只能执行一条 SELECT 语句。")
    row = cursor.execute("select json_serialize_sql(?)", [found[0].query]).fetchone()
    tree = _tree(row[0]) if row else {"error": True}
    if found[0].type != duckdb.StatementType.SELECT or tree["error"]:
        raise SqlRefusedError("只读：这里只能执行 SELECT 语句。")
    return tree["statements"]


def _tree(serialized: str) -> Any:
    try:
        return json.loads(serialized)
    except RecursionError as error:  # the engine allows more depth than Python's own parser
        raise SqlRefusedError("SQL 语法有误：嵌套过深。") from error


def _allow_only_the_store(tree: Any) -> None:
    for node in _nodes(tree):
        if node.get("type") == "TABLE_FUNCTION":
            name = str(node["function"].get("function_name", "")).lower()
            if name not in _TABLE_FUNCTIONS | {"shortfall_on", "exempted_on"}:
                raise SqlRefusedError(f"不能使用 {name}：这里只能读取数据库中的表。")
        elif node.get("class") == "FUNCTION":
            name = str(node.get("function_name", "")).lower()
            if name in _FORBIDDEN_FUNCTIONS:
                raise SqlRefusedError(f"不能使用函数 {name}。")
        elif node.get("type") == "BASE_TABLE":
            _allow_table(node)


def _allow_table(node: dict[str, Any]) -> None:
    catalogue, schema = str(node["catalog_name"]).lower(), str(node["schema_name"]).lower()
    name = str(node["table_name"])
    inner = name.lower().startswith(("duckdb_", "pg_", "pragma_", "sqlite_"))
    if inner or schema not in _SCHEMAS | {"store"} or catalogue not in _CATALOGUES:
        written = ".".join(filter(None, (catalogue, schema, name)))
        raise SqlRefusedError(f"不能读取 {written}：这里只能读取数据库中的表。")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of a parsed statement; not by recursion, for it may be deep."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _fetched(found: duckdb.DuckDBPyRelation, row_limit: int) -> Iterator[tuple[Any, ...]]:
    count = 0
    while some := found.fetchmany(_BATCH):
        count += len(some)
        if count > row_limit:
            raise SqlRefusedError(f"结果超过 {row_limit} 行，请加上 where 或 limit。")
        yield from some


def _told_apart(names: list[str]) -> list[str]:
    """Names of which each occurs once: the second ``unit`` of a join is ``unit_2``."""
    made: dict[str, None] = {}
    counted: Counter[str] = Counter()
    for name in names:
        told = name
        while told in made:
            counted[name] += 1
            told = f"{name}_{counted[name] + 1}"
        made[told] = None
    return list(made)


@contextmanager
def _interrupted_after(cursor: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, cursor.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _in_chinese(time_limit: float) -> Iterator[None]:
    """What the engine says of a statement, as an error of ours."""
    try:
        yield
    except duckdb.InterruptException as error:
        raise SqlRefusedError(f"查询超过 {time_limit:g} 秒，已中止。") from error
    except (duckdb.OutOfMemoryException, MemoryError) as error:
        raise SqlRefusedError("查询需要的内存过多，已中止。") from error
    except duckdb.PermissionException as error:
        raise SqlRefusedError("只读：这里不能访问文件、网络和设置。") from error
    except duckdb.ParserException as error:
        raise SqlRefusedError(f"SQL 语法有误：{error}") from error
    except duckdb.CatalogException as error:
        raise SqlRefusedError(f"没有这样的表、列或函数：{error}") from error
    except duckdb.Error as error:
        raise SqlRefusedError(f"查询失败：{error}") from error
