"""A long history, written straight into the store: units × weeks × kinds.

Each unit sends one workbook a week with a sheet of every kind. A snapshot sheet tells the
whole state again; a quarter of a ledger sheet's rows are new, the others come up to date.
About one row in fifty falls short of something.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.ingest import ingest
from dashboard.kinds import Column, Kind, kinds
from dashboard.store import Store, Writer
from dashboard.store.derive import derive
from dashboard.workspace import Workspace

LAST_DAY = dt.date(2021, 12, 27)
"""The newest reporting date; the shipped plan runs to the end of that year."""

_FIRST_SUBMISSION = 1_000
_ONE_ROW = ("staffing", "enforcement", "random_inspection")
_LISTS = 8


@dataclass(frozen=True, slots=True)
class Size:
    """How much history: ``rows`` are those of data in all sheets together."""

    units: int
    weeks: int
    rows: int

    @property
    def first_day(self) -> dt.date:
        """The oldest reporting date."""
        return LAST_DAY - dt.timedelta(days=7 * (self.weeks - 1))

    @property
    def rows_a_sheet(self) -> int:
        """Rows of each sheet whose kind is not bound to a number of rows."""
        bound = len(_ONE_ROW) + _LISTS
        free = len(_sent()) - len(_ONE_ROW) - 1
        return max(4, round((self.rows / (self.units * self.weeks) - bound) / free))


def write_history(workspace: Workspace, size: Size) -> Store:
    """A workspace with the shipped plan, a directory of ``size.units``, and its history."""
    ingest(workspace, [])
    store = workspace.store
    with store.lock(), store.writer() as writer:
        _write_directory(writer, size)
        for week in range(size.weeks):
            _write_week(writer, size, week)
        units = [row[0] for row in writer.execute("select unit from big_unit")]
        derive(writer.connection, {(kind.view, unit) for kind in _sent() for unit in units})
        derive(writer.connection, {("unit", None)})
        writer.execute("drop table big_unit")
        writer.execute("drop table plan_task")
    return store


def _sent() -> list[Kind]:
    return [one for one in kinds().values() if one.collection != "plan"]


def _write_directory(writer: Writer, size: Size) -> None:
    writer.execute(
        "create temp table big_unit as"
        " select no, format('第{:04d}文化执法大队', no) as unit"
        f" from range({size.units}) as numbers (no)"
    )
    writer.execute(
        "create temp table plan_task as"
        " select task_id, title, row_number() over (order by source_row) - 1 as no"
        " from raw.task_rows where task_id is not null"
    )
    writer.execute(
        "insert into raw.unit_rows by name"
        " select unit, unit as unit_written, format('大队{:04d}', no) as short_name,"
        " 'bureau_unit' as category, no % 4 <> 3 as enforces, '张伟' as head,"
        " case when no % 50 <> 0 then '李娜' end as liaison, date '2021-01-01' as reported_on,"
        " 999 as submission_id, 0 as table_no, '单位名录.xlsx' as source_file,"
        " '单位名录' as source_sheet, 4 + no as source_row from big_unit"
    )
    writer.execute(_submission("999", "'单位名录.xlsx'", "date '2021-06-01'", str(size.units)))
    writer.execute(
        "insert into raw.claim by name select 'unit' as kind, null as unit,"
        " 999 as submission_id, date '2021-06-01' as reported_on, reported_on as first_on,"
        " timestamp '2021-06-01 09:00:00' as received_at"
    )


def _write_week(writer: Writer, size: Size, week: int) -> None:
    day = size.first_day + dt.timedelta(days=7 * week)
    first = _FIRST_SUBMISSION + week * size.units
    writer.execute(
        _submission(
            f"{first} + no",
            f"format('第{week + 1:02d}周/大队{{:04d}}.xlsx', no)",
            f"date '{day}'",
            str(size.rows // (size.units * size.weeks)),
            "big_unit",
        )
    )
    for table_no, kind in enumerate(_sent()):
        rows = _rows(kind, size)
        writer.execute(_data(kind, size, week, table_no))
        writer.execute(
            "insert into raw.claim by name"
            f" select '{kind.view}' as kind, unit, {first} + no as submission_id,"
            f" date '{day}' as reported_on, reported_on as first_on,"
            f" date '{day}' + time '09:00:00' as received_at,"
            f" {rows} as rows from big_unit order by no"
        )
        writer.execute(
            "insert into raw.reading by name"
            f" select {first} + no as submission_id, {table_no} as table_no,"
            f" '{kind.label}' as sheet, '{kind.view}' as kind, unit,"
            f" date '{day}' as reported_on, 'sheet' as reported_by, '[3]' as header_rows,"
            f" 4 as first_row, {3 + rows} as last_row, {rows} as rows from big_unit order by no"
        )
        writer.execute(
            "insert into raw.reading_column by name"
            f" select {first} + no as submission_id, {table_no} as table_no,"
            " columns.letters, columns.name as heading, columns.name as column_name,"
            " 1.0 as confidence from big_unit cross join"
            f" (values {_column_values(kind)}) as columns (letters, name) order by no"
        )


def _rows(kind: Kind, size: Size) -> int:
    if kind.view in _ONE_ROW:
        return 1
    return _LISTS if kind.view == "published_list" else size.rows_a_sheet


def _submission(number: str, file: str, day: str, rows: str, source: str = "(select 1)") -> str:
    return (
        "insert into raw.submission by name"
        f" select {number} as submission_id, {file} as file, 20000 as size,"
        f" sha256(cast({number} as varchar)) as sha256, {day} + time '09:00:00' as received_at,"
        f" 'ok' as status, 'xlsx' as format, {day} as reported_on, {rows} as rows,"
        f" '' as context_key from {source}"
    )


def _column_values(kind: Kind) -> str:
    own = [one.name for one in kind.columns if one.name != "unit"]
    return ", ".join(
        f"('{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}', '{name}')" for n, name in enumerate(own)
    )


def _data(kind: Kind, size: Size, week: int, table_no: int) -> str:
    """The insert of one kind's sheets of one week, of all units."""
    rows = _rows(kind, size)
    new = max(1, rows // 4)
    moves = kind.collection == "ledger" and kind.view != "published_list"
    # n numbers a unit's items; it stands on the sheets of the four weeks from its birth on
    number = f"{week * new} + i" if moves else "i"
    born = f"(n // {new} - 3)" if moves else "0"
    identity = "null"
    if kind.collection == "ledger":
        identity = f"'{kind.identity[0][0]}' || chr(31) || n"
    return f"""
    insert into raw.{kind.view}_rows by name
    with numbered as (
        select no, unit, i, {number} as n
        from big_unit cross join range({rows}) as rows_of_sheet (i)
    ), aged as (
        select numbered.*, hash(numbered.no, n) % 1000 as luck, {week} as week,
            date '{size.first_day}' + cast(7 * {born} as integer) as born_on,
            {week} - {born} as age, plan_task.task_id, plan_task.title
        from numbered
        left join plan_task on n % (select count(*) from plan_task) = plan_task.no
    )
    select
        {", ".join(_values(kind))},
        unit, unit as unit_written, date '{size.first_day + dt.timedelta(days=7 * week)}'
            as reported_on,
        {_FIRST_SUBMISSION + week * size.units} + no as submission_id,
        {table_no} as table_no, format('第{week + 1:02d}周/大队{{:04d}}.xlsx', no) as source_file,
        '{kind.label}' as source_sheet, 4 + i as source_row, {identity} as identity
    from aged
    order by no, i
    """


def _values(kind: Kind) -> Iterator[str]:
    for one in kind.columns:
        if one.name != "unit":
            value = _OWN.get(f"{kind.view}.{one.name}") or _generic(one)
            yield f'{value} as "{one.name}"'


def _generic(column: Column) -> str:
    if column.type == "choice":
        words = ", ".join(f"'{one}'" for one in column.choices)
        return f"[{words}][1 + cast(luck % {len(column.choices)} as integer)]"
    return _GENERIC[column.type].replace("LABEL", column.label)


_GENERIC = {
    "text": "'LABEL' || n || '号'",
    "date": "born_on",
    "integer": "10 + luck % 50",
    "number": "60 + luck % 41",
    "percent": "(luck % 11) / 10.0",
    "quantity": "0.05",
    "yesno": "luck > 20",
    "step": "case when luck > 20 then 'yes' when luck > 10 then 'na' else 'no' end",
}

_TOTAL = "(case when luck > 20 then 60 + luck % 41 else 50 end)"

_OWN = {
    "task_progress.task_id": "task_id",
    "task_progress.title": "title",
    "task_progress.starts_on": "date '2021-01-04'",
    "task_progress.due_on": "date '2021-06-30' + cast(luck % 300 as integer)",
    "task_progress.progress": "case when luck < 50 then 0.6 else least(1, week / 40.0) end",
    "task_progress.status": "case when luck >= 50 and week > 40 then 'done' else 'in_progress' end",
    "task_progress.person": "case when luck > 10 then '王强' end",
    "evidence.task_id": "task_id",
    "case_review.total": _TOTAL,
    "case_review.legality": f"{_TOTAL} // 2",
    "case_review.reasonableness": f"{_TOTAL} // 4",
    "case_review.documents": f"{_TOTAL} - {_TOTAL} // 2 - {_TOTAL} // 4",
    "case_review.grade": "case when luck <= 20 then 'fail' when luck % 41 >= 30 then 'excellent'"
    " when luck % 41 >= 20 then 'good' else 'pass' end",
    "case_review.veto": "case when luck < 5 then '程序违法' end",
    "case_review.wrong_case": "luck < 3",
    "staffing.enforcement_staff": "20 + no % 40",
    "staffing.legal_reviewers": "1 + no % 3",
    "staffing.qualified_reviewers": "1",
    "staffing.base_note": "null",
    "enforcement.major_reviewed": "10 + luck % 50 - cast(luck < 20 as integer)",
    "random_inspection.planned": "52",
    "random_inspection.completed": "week + no % 3",
    "inspection_item.due_on": "date '2021-03-01' + cast(luck % 300 as integer)",
    "published_list.list": "['approvals', 'intermediary', 'powers', 'services', 'negative',"
    " 'fees', 'decisions', 'enforcement_powers'][1 + cast(n as integer)]",
    "complaint.due_on": "born_on + 15",
    "complaint.closed_on": "case when age >= 2 and luck > 20 then born_on + 12 end",
    "finding.due_on": "born_on + 30",
    "finding.status": "case when age >= 2 and luck > 20 then 'closed' else 'open' end",
    "finding.closed_on": "case when age >= 2 and luck > 20 then born_on + 12 end",
    "normative_document.validity": "case when luck > 100 then 'in_force' end",
}
"""SQL of the columns on which rules look, by no, n, week, age and luck (0 to 999)."""


def store_mib(folder: Path) -> float:
    """The size of the newest generation in MiB."""
    return max(path.stat().st_size for path in folder.glob("store-*.duckdb")) / (1 << 20)
