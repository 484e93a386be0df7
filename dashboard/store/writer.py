"""Writing a generation: submissions in, what stands when worked out, all or nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from dashboard.intake.model import CellCount, FileReading, TakenTable
from dashboard.kinds import Kind, kind
from dashboard.store import derive, schema
from dashboard.store.identity import identities

_FLUSH_ROWS = 16_000
"""Rows held back before they go to the engine in one piece: 40 times as fast as one by one.
Ten times as many are no faster and take 30 MB more."""

_COUNT_SORTS = tuple(name for name in CellCount.__slots__ if name not in ("sheet", "total"))


@dataclass(frozen=True, slots=True)
class Submission:
    """One file as it arrived."""

    submission_id: int
    file: str
    sha256: str | None
    """None where there were no bytes to be had, e.g. of a pipe; so is ``size``."""
    size: int | None
    received_at: dt.datetime
    withdrawn_at: dt.datetime | None = None


class Writer:
    """The next generation while it is being written. Made by ``Store.writer``."""

    def __init__(self, path: Path, *, fresh: bool) -> None:
        self.connection = duckdb.connect(str(path), config={"memory_limit": "4GB"})
        self._pending: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._pending_rows = 0
        self._affected: set[tuple[str, str | None]] = set()
        if fresh:
            for statement in schema.create_statements():
                self.connection.execute(statement)
            self.connection.execute("insert into raw.state values (0)")
        self.connection.execute("set threads = 1")  # the others read files meanwhile
        self.connection.execute("begin")

    def add(self, submission: Submission, reading: FileReading, context_key: str) -> None:
        """Take in what intake made of a file. Rows stand only after ``finish``."""
        dates = [table.reported_on for table in reading.tables]
        self._append(
            "submission",
            {
                "submission_id": [submission.submission_id],
                "file": [submission.file],
                "sha256": [submission.sha256],
                "size": [submission.size],
                "received_at": [submission.received_at],
                "status": [reading.status],
                "reason": [reading.reason],
                "format": [reading.format],
                "reported_on": [max(dates, default=None)],
                "rows": [sum(table.rows for table in reading.tables)],
                "withdrawn_at": [submission.withdrawn_at],
                "context_key": [context_key],
            },
        )
        for table_no, table in enumerate(reading.tables):
            self._add_table(submission, table_no, table)
        self._add_claims(submission, reading.tables)
        self._add_problems(submission.submission_id, reading)
        if self._pending_rows > _FLUSH_ROWS:
            self._flush()

    def remove(self, *submission_ids: int) -> None:
        """Take out all that came of submissions, to read them anew."""
        self._flush()
        ids = list(submission_ids)
        self._touch(ids)
        for table in schema.tables():
            if table in ("state", "withdrawal", "meeting", "remark", "correction"):
                continue
            self.connection.execute(
                f'delete from raw."{table}" where list_contains($ids, submission_id)',
                {"ids": ids},
            )

    def withdraw(self, submission_id: int, at: dt.datetime, why: str) -> None:
        """Let a submission count no longer; its rows stay in the store."""
        self._flush()
        self._touch([submission_id])
        self.connection.execute(
            "update raw.submission set withdrawn_at = ? where submission_id = ?",
            [at, submission_id],
        )
        self.connection.execute(
            "insert into raw.withdrawal values (?, ?, ?, null, null)", [submission_id, at, why]
        )

    def restore(self, submission_id: int, at: dt.datetime, why: str | None) -> None:
        """Let a withdrawn submission count again."""
        self._flush()
        self._touch([submission_id])
        self.connection.execute(
            "update raw.submission set withdrawn_at = null where submission_id = ?",
            [submission_id],
        )
        self.connection.execute(
            "update raw.withdrawal set restored_at = ?, restored_why = ?"
            " where submission_id = ? and restored_at is null",
            [at, why, submission_id],
        )

    def record(self, table: str, **values: object) -> None:
        """Add one row to a table of the supervision team's own: meeting, remark, correction."""
        self._append(table, {name: [value] for name, value in values.items()})

    def take_back(self, table: str, number: int, at: dt.datetime) -> None:
        """Let a remark or a correction hold no longer; its row stays."""
        self.execute(
            f"update raw.{table} set removed_at = $at where {table}_id = $number",
            {"at": at, "number": number},
        )

    def execute(
        self, sql: str, parameters: list[object] | dict[str, object] | None = None
    ) -> list[tuple[Any, ...]]:
        """Run a statement on the generation being written, and fetch all of it."""
        self._flush()
        return self.connection.execute(sql, parameters or []).fetchall()

    def set_last_event(self, number: int) -> None:
        """Remember how far in the journal this generation goes."""
        self.execute("update raw.state set last_event = ?", [number])

    def finish(self) -> None:
        """Work out what stands when, and commit."""
        self._flush()
        self.connection.execute("reset threads")
        derive.derive(self.connection, self._affected)
        self.connection.execute("commit")
        self.connection.execute("checkpoint")

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def _add_table(self, submission: Submission, table_no: int, table: TakenTable) -> None:
        declared = kind(table.kind)
        rows = table.rows
        same = {
            "submission_id": submission.submission_id,
            "table_no": table_no,
            "source_file": submission.file,
            "source_sheet": table.sheet,
        }
        columns: dict[str, list[Any]] = {name: [value] * rows for name, value in same.items()}
        for name in schema.kind_table(declared):
            if name in table.data:
                columns[name] = table.data[name]
        columns["source_cells"] = [
            json.dumps(cells, ensure_ascii=False) if cells else None
            for cells in table.row_cells or [None] * rows
        ]
        found = columns["identity"] = identities(declared, table.data, rows)
        # as it will be of most, so that ``derive`` has little to change
        stands = [one is not None and submission.withdrawn_at is None for one in found]
        columns["valid_from"] = [
            day if so else None for so, day in zip(stands, table.data["reported_on"], strict=True)
        ]
        columns["valid_to"] = [schema.LAST_DAY if so else None for so in stands]
        self._append(f"{table.kind}_rows", columns)
        self._add_reading(submission.submission_id, table_no, table)

    def _add_reading(self, submission_id: int, table_no: int, table: TakenTable) -> None:
        self._append(
            "reading",
            {
                "submission_id": [submission_id],
                "table_no": [table_no],
                "sheet": [table.sheet],
                "kind": [table.kind],
                "unit": [table.unit],
                "reported_on": [table.reported_on],
                "reported_by": [table.reported_by],
                "header_rows": [json.dumps(table.header_rows)],
                "first_row": [table.first_row],
                "last_row": [table.last_row],
                "rows": [table.rows],
            },
        )
        taken = [
            (letters, table.headings.get(letters), name, table.confidence.get(name))
            for name, letters in table.columns.items()
        ]
        left = [(letters, heading, None, None) for letters, heading in table.unmatched.items()]
        for letters, heading, name, confidence in [*taken, *left]:
            self.record(
                "reading_column",
                submission_id=submission_id,
                table_no=table_no,
                letters=letters,
                heading=heading,
                column_name=name,
                confidence=confidence,
            )

    def _add_claims(self, submission: Submission, tables: list[TakenTable]) -> None:
        counted: Counter[tuple[str, str | None]] = Counter()
        dates: dict[tuple[str, str | None], set[dt.date]] = defaultdict(set)
        for table in tables:
            units = Counter(table.data["unit"]) or Counter({table.unit: 0})
            for unit, found in units.items():
                key = (table.kind, _claimed_by(kind(table.kind), unit))
                counted[key] += found
                dates[key].add(table.reported_on)
        for (view, unit), rows in counted.items():
            self._affected.add((view, unit))
            self.record(
                "claim",
                kind=view,
                unit=unit,
                submission_id=submission.submission_id,
                reported_on=max(dates[view, unit]),
                first_on=min(dates[view, unit]),
                received_at=submission.received_at,
                rows=rows,
                valid_from=None,
                valid_to=None,
            )

    def _add_problems(self, submission_id: int, reading: FileReading) -> None:
        for one in reading.problems:
            self.record(
                "problem",
                submission_id=submission_id,
                severity=one.severity,
                code=one.code,
                sheet=one.sheet,
                cell=one.cell,
                message=one.message,
                details=json.dumps(one.details, ensure_ascii=False),
            )
        for count in reading.counts:
            for sort in _COUNT_SORTS:
                if cells := getattr(count, sort):
                    self.record(
                        "cell_count",
                        submission_id=submission_id,
                        sheet=count.sheet,
                        sort=sort,
                        cells=cells,
                    )

    def _touch(self, submission_ids: list[int]) -> None:
        claims = self.connection.execute(
            "select distinct kind, unit from raw.claim where list_contains(?, submission_id)",
            [submission_ids],
        )
        self._affected.update(claims.fetchall())

    def _append(self, table: str, columns: dict[str, list[Any]]) -> None:
        pending = self._pending[table]
        for name, values in columns.items():
            pending[name].extend(values)
        self._pending_rows += len(next(iter(columns.values())))

    def _flush(self) -> None:
        if not self._pending_rows:
            return
        for table in list(self._pending):
            self._insert(table, self._pending.pop(table))
        self._pending_rows = 0

    def _insert(self, table: str, columns: dict[str, list[Any]]) -> None:
        import pyarrow as pa  # which reading commands need not load

        types = schema.tables()[table]
        fields = [pa.field(name, _ARROW[types[name]]) for name in columns]
        batch = pa.table(dict(columns), schema=pa.schema(fields))
        self.connection.register("incoming", batch)
        self.connection.execute(f'insert into raw."{table}" by name from incoming')
        self.connection.unregister("incoming")


def load() -> None:
    """Load what handing rows to the engine needs, at a moment when nobody waits for it: with
    pandas, which the engine asks for, that is 0.3 s."""
    import pyarrow.dataset

    assert pyarrow.dataset


def _claimed_by(declared: Kind, unit: str | None) -> str | None:
    """The plan's own sheets replace one another whoever they are about."""
    return None if declared.collection == "plan" else unit


class _Arrow(dict[str, Any]):
    """Arrow types by SQL type, made when first asked for: importing pyarrow is slow."""

    def __missing__(self, sql_type: str) -> Any:
        import pyarrow as pa

        self.update(
            varchar=pa.string(),
            date=pa.date32(),
            bigint=pa.int64(),
            integer=pa.int32(),
            double=pa.float64(),
            boolean=pa.bool_(),
            timestamp=pa.timestamp("us"),
        )
        return self[sql_type]


_ARROW = _Arrow()
