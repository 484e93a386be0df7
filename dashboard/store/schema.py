"""The tables of the store, derived from the declared kinds.

No keys, indexes, sequences or generated columns: the same schema then works on DuckLake,
and nothing but the writer adds rows. Tables live in the schema ``raw``; the documented views
are made by whoever reads (``views.py``), so that they belong to the program, not the file.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from dashboard.kinds import Column, Kind, kinds

VERSION = 1
"""Raised when a table below changes; the store is then rebuilt from the archive."""

SQL_TYPES = {
    "text": "varchar",
    "date": "date",
    "integer": "bigint",
    "number": "double",
    "percent": "double",
    "quantity": "double",
    "yesno": "boolean",
    "choice": "varchar",
    "step": "varchar",
}

LAST_DAY = dt.date(9999, 12, 31)
FOREVER = f"date '{LAST_DAY}'"
"""The end of validity of what still stands."""

SOURCE_COLUMNS = ("submission_id", "source_file", "source_sheet", "source_row")
DATA_COLUMNS = ("unit", "reported_on", *SOURCE_COLUMNS)
"""What every documented view has besides its own columns."""

_KIND_COLUMNS = {
    "unit": "varchar",
    "unit_written": "varchar",
    "reported_on": "date",
    "submission_id": "bigint",
    "table_no": "integer",
    "source_file": "varchar",
    "source_sheet": "varchar",
    "source_row": "integer",
    "source_cells": "varchar",
    "identity": "varchar",
    "valid_from": "date",
    "valid_to": "date",
}

FIXED_TABLES: dict[str, dict[str, str]] = {
    "submission": {
        "submission_id": "bigint",
        "file": "varchar",
        "sha256": "varchar",
        "size": "bigint",
        "received_at": "timestamp",
        "status": "varchar",
        "reason": "varchar",
        "format": "varchar",
        "reported_on": "date",
        "rows": "bigint",
        "withdrawn_at": "timestamp",
        "context_key": "varchar",
    },
    "problem": {
        "submission_id": "bigint",
        "severity": "varchar",
        "code": "varchar",
        "sheet": "varchar",
        "cell": "varchar",
        "message": "varchar",
        "details": "varchar",
    },
    "reading": {
        "submission_id": "bigint",
        "table_no": "integer",
        "sheet": "varchar",
        "kind": "varchar",
        "unit": "varchar",
        "reported_on": "date",
        "reported_by": "varchar",
        "header_rows": "varchar",
        "first_row": "integer",
        "last_row": "integer",
        "rows": "bigint",
    },
    "reading_column": {
        "submission_id": "bigint",
        "table_no": "integer",
        "letters": "varchar",
        "heading": "varchar",
        "column_name": "varchar",
        "confidence": "double",
    },
    "cell_count": {
        "submission_id": "bigint",
        "sheet": "varchar",
        "sort": "varchar",
        "cells": "bigint",
    },
    "claim": {
        "kind": "varchar",
        "unit": "varchar",
        "submission_id": "bigint",
        "reported_on": "date",
        "first_on": "date",
        "received_at": "timestamp",
        "rows": "bigint",
        "valid_from": "date",
        "valid_to": "date",
    },
    "withdrawal": {
        "submission_id": "bigint",
        "withdrawn_at": "timestamp",
        "why": "varchar",
        "restored_at": "timestamp",
        "restored_why": "varchar",
    },
    "meeting": {
        "held_on": "date",
        "note": "varchar",
        "recorded_at": "timestamp",
    },
    "remark": {
        "remark_id": "bigint",
        "rule": "varchar",
        "unit": "varchar",
        "item": "varchar",
        "exempts": "boolean",
        "reason": "varchar",
        "basis": "varchar",
        "starts_on": "date",
        "ends_on": "date",
        "recorded_at": "timestamp",
        "removed_at": "timestamp",
    },
    "correction": {
        "correction_id": "bigint",
        "sort": "varchar",
        "kind": "varchar",
        "unit": "varchar",
        "written": "varchar",
        "column_name": "varchar",
        "sheet": "varchar",
        "file": "varchar",
        "header_row": "integer",
        "recorded_at": "timestamp",
        "removed_at": "timestamp",
    },
    "state": {"last_event": "bigint"},
}


def kind_table(kind: Kind) -> dict[str, str]:
    """Column names and SQL types of a kind's table."""
    own: Iterator[Column] = (one for one in kind.columns if one.name != "unit")
    return {one.name: SQL_TYPES[one.type] for one in own} | _KIND_COLUMNS


def tables() -> dict[str, dict[str, str]]:
    """Every table of the store by name. A kind's table is named as its view."""
    return FIXED_TABLES | {f"{one.view}_rows": kind_table(one) for one in kinds().values()}


def create_statements() -> list[str]:
    """The statements that make an empty store."""
    made = ["create schema raw"]
    for name, columns in tables().items():
        body = ", ".join(f'"{column}" {type_}' for column, type_ in columns.items())
        made.append(f'create table raw."{name}" ({body})')
    return made


def fingerprint(engine_version: str) -> str:
    """Changes when a store written before can't be read as it stands."""
    text = "\n".join([str(VERSION), engine_version, *create_statements()])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
