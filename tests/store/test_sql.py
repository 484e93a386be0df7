from __future__ import annotations

import datetime as dt
import time

import pytest

from dashboard.store.sql import SqlRefusedError, run_sql
from tests.helpers import SmallStore

DAY = dt.date(2021, 7, 1)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    store = SmallStore(tmp_path_factory.mktemp("sql"))
    store.add("complaint", subject="占道经营", received_on="2021-06-01", due_on="2021-06-20")
    store.add("complaint", subject="噪声", received_on="2021-06-02")
    return store.reader()


@pytest.mark.parametrize(
    ("statement", "columns", "rows"),
    [
        ("select subject from complaint order by 1", ["subject"], [("占道经营",), ("噪声",)]),
        ("SELECT count(*) AS n FROM complaint;", ["n"], [(2,)]),
        ("-- how many\nwith c as (from complaint) select count(*) n from c", ["n"], [(2,)]),
        ("from complaint select subject limit 0", ["subject"], []),
        ("values (1, 2)", ["col0", "col1"], [(1, 2)]),
        ("select sum(range) s from range(4)", ["s"], [(6,)]),
        ("select 1 as a, 2 as a, 3 as A", ["a", "a_2", "A"], [(1, 2, 3)]),
        ("select rule from shortfall where rule = 'complaint_overdue'", ["rule"], None),
        ("select count(*) n from store.raw.complaint_rows", ["n"], [(2,)]),
        ("select unnest([1, 2]) as one", ["one"], [(1,), (2,)]),
    ],
)
def test_a_select_on_the_views_is_answered(reader, statement, columns, rows):
    result = run_sql(reader, statement, DAY)
    assert result.columns == columns
    assert result.rows == rows if rows is not None else result.rows


def test_the_views_can_be_described(reader):
    names = [row[0] for row in run_sql(reader, "describe complaint", DAY).rows]
    assert names[:3] == ["subject", "received_on", "due_on"]
    assert ("complaint",) in run_sql(reader, "show tables", DAY).rows


def test_the_day_decides_what_stands(reader):
    count = "select count(*) from complaint"
    assert run_sql(reader, count, dt.date(2021, 5, 27)).rows == [(0,)]
    assert run_sql(reader, count, dt.date(2021, 5, 28)).rows == [(2,)]


@pytest.mark.parametrize(
    "statement",
    [
        "copy (select 1) to 'stolen.csv'",
        "copy complaint from 'in.csv'",
        "attach 'other.duckdb'",
        "detach store",
        "export database 'out'",
        "install httpfs",
        "load json",
        "set threads = 1",
        "reset memory_limit",
        "set variable as_of = date '2000-01-01'",
        "pragma database_list",
        "pragma show_tables",
        "call pragma_version()",
        "create table mine as select 1",
        "create macro f() as 1",
        "insert into store.raw.state values (1)",
        "update store.raw.state set last_event = 9",
        "delete from store.raw.state",
        "drop view complaint",
        "truncate shortfall_kept",
        "use store",
        "begin",
        "checkpoint",
        "vacuum",
        "prepare p as select 1",
        "explain analyze select 1",
        "select 1; select 2",
        "select 1; drop view complaint",
        "",
        "-- nothing",
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "select * from read_blob('/etc/*')",
        "select * from read_parquet('http://example.org/x')",
        "select * from '/etc/passwd'",
        "select * from 'http://example.org/x.csv'",
        "select * from glob('/*')",
        "select * from sniff_csv('/etc/passwd')",
        "select * from read_duckdb('x.duckdb')",
        "select * from query('select 1')",
        "select * from query_table('complaint')",
        "select * from pragma_database_list()",
        "select * from duckdb_settings()",
        "select * from duckdb_databases",
        "select * from duckdb_secrets()",
        "select * from pg_catalog.pg_settings",
        "select * from force_checkpoint('store')",
        "select * from which_secret('a', 'b')",
        "with x as (select * from glob('*')) select * from x",
        "select (select count(*) from read_text('/etc/passwd'))",
        "describe select * from glob('/*')",
        "select getenv('HOME')",
        "select current_setting('temp_directory')",
        "select pg_sleep(100)",
        "select write_log('x')",
        "select nothing_like_it from complaint",
        "select '\udcd6\udcd0'",
        "selec 1",
    ],
)
def test_anything_else_is_refused_in_words(reader, statement):
    with pytest.raises(SqlRefusedError) as refused:
        run_sql(reader, statement, DAY)
    assert any("\u4e00" <= one <= "\u9fff" for one in str(refused.value))
    assert run_sql(reader, "select count(*) from complaint", DAY).rows == [(2,)]


def test_a_name_of_a_python_variable_is_no_table(reader):
    import pandas as pd

    frame = pd.DataFrame({"a": [1]})
    with pytest.raises(SqlRefusedError):
        run_sql(reader, "select * from frame", DAY)
    del frame


def test_a_statement_that_takes_too_long_is_stopped(reader):
    began = time.monotonic()
    endless = "select count(*) from range(1000000000000) a where hash(a.range) = 1"
    with pytest.raises(SqlRefusedError, match=r"超过 0\.5 秒"):
        run_sql(reader, endless, DAY, time_limit=0.5)
    assert time.monotonic() - began < 10


def test_too_many_rows_are_refused(reader):
    with pytest.raises(SqlRefusedError, match="超过 100 行"):
        run_sql(reader, "select * from range(101)", DAY, row_limit=100)
    assert len(run_sql(reader, "select * from range(100)", DAY, row_limit=100).rows) == 100


@pytest.mark.parametrize("depth", [500, 900, 15_000])
@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("abs(", ")"), ("[", "][1]"), ("1 + ", ""), ("not 1=", "")]
)
def test_a_deep_statement_does_no_harm(reader, opening, closing, depth):
    deep = "select " + opening * depth + "1" + closing * depth
    try:
        rows = run_sql(reader, deep, DAY).rows
    except SqlRefusedError as refused:
        assert any(word in str(refused) for word in ("有误", "失败", "过深"))
    else:
        assert len(rows) == 1


def test_an_endless_statement_is_refused_before_it_is_parsed(reader):
    with pytest.raises(SqlRefusedError, match="超过 100000 个字符"):
        run_sql(reader, "select 1 where 1 in (" + ",".join(["1"] * 60_000) + ")", DAY)


def test_many_columns_of_one_name_are_told_apart_at_once(reader):
    began = time.monotonic()
    result = run_sql(reader, "select " + ", ".join(["1 as a"] * 5_000 + ["2 as a_2"]), DAY)
    assert len(set(result.columns)) == 5_001
    assert time.monotonic() - began < 10
